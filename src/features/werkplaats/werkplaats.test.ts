import { beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { SysteemActor } from '#access/actor.ts';
import { NIEMAND } from '#access/actor.ts';
import { leesDatum } from '#features/datum/lees.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { periodeTekst } from './basis.ts';
import { periodeInput, subsidieInput, werkplaatsInput, woordInput } from './input.ts';
import { createPeriode, removePeriode, updatePeriode } from './periode.write.server.ts';
import {
	detailPeriode,
	detailWerkplaats,
	detailWoordenlijst,
	listPerioden,
	listSubsidies,
	periodeOp,
	woordenlijst,
} from './read.server.ts';
import { createSubsidie, createVerlenging, removeVerlenging } from './subsidie.write.server.ts';
import { metRolIn, periodeVan, testWerkplaats } from './test-werkplaats.ts';
import { updateWerkplaats, createWerkplaats } from './write.server.ts';
import { removeWoord, updateWoord } from './woord.write.server.ts';

let hier: SysteemActor;
let elders: SysteemActor;
beforeEach(() => {
	freshDb();
	hier = testWerkplaats();
	elders = testWerkplaats('Werkplaats Noord');
});

const EEN = { van: 'januari 2016', tot: 'juli 2017', uitvoeringVan: '22-09-2016' };
const TWEE = { van: 'augustus 2017', tot: 'december 2019' };

function fouten(run: () => unknown): Record<string, string> {
	try {
		run();
	} catch (error) {
		if (error instanceof Invalid) return error.errors;
		throw error;
	}
	throw new Error('was not refused');
}

describe('AC-02 perioden', () => {
	test('a month is its first day as a start and its last day as an end; work may start later', () => {
		createPeriode(hier, periodeVan(EEN));
		createPeriode(hier, periodeVan(TWEE));
		expect(
			listPerioden(hier).map((p) => [p.nummer, p.naam, p.van.dag, p.tot.dag, p.uitvoeringVan?.dag]),
		).toEqual([
			[1, 'Periode 1', '2016-01-01', '2017-07-31', '2016-09-22'],
			[2, 'Periode 2', '2017-08-01', '2019-12-31', undefined],
		]);
	});

	test('an overlapping one is refused with a sentence that names the other', () => {
		createPeriode(hier, periodeVan(EEN));
		const overlap = periodeVan({ van: 'juli 2017', tot: 'december 2019' });
		expect(fouten(() => createPeriode(hier, overlap))).toEqual({
			van: 'Deze periode loopt door periode 1 heen (januari 2016 – juli 2017).',
		});
		const ervoor = periodeVan({ naam: 'Aanloop', van: '2015', tot: 'januari 2016' });
		expect(fouten(() => createPeriode(hier, ervoor))).toHaveProperty('tot');
		expect(listPerioden(hier)).toHaveLength(1);
	});

	test('a longer grant moves no periode, and cannot become shorter', () => {
		createPeriode(hier, periodeVan(EEN));
		createPeriode(hier, periodeVan(TWEE));
		const eerst = listPerioden(hier);
		const subsidie = v.parse(subsidieInput, { naam: 'VWS', van: '2016', tot: '2018' });
		const { id } = createSubsidie(hier, subsidie);
		const tot = (tekst: string) => {
			const gelezen = leesDatum(tekst, { rand: 'eind' });
			if (!gelezen.ok) throw new Error(gelezen.fout);
			return gelezen.datum;
		};
		createVerlenging(hier, { id, tot: tot('2019'), reden: 'Overgangsjaar' });
		expect(listPerioden(hier)).toEqual(eerst);
		expect(listSubsidies(hier)[0]?.totNu.dag).toBe('2019-12-31');
		expect(fouten(() => createVerlenging(hier, { id, tot: tot('2018'), reden: '' }))).toEqual({
			tot: 'De subsidie loopt al tot en met 2019.',
		});
		removeVerlenging(hier, { id: listSubsidies(hier)[0]!.verlengingen[0]!.id });
		expect(listSubsidies(hier)[0]?.totNu.dag).toBe('2018-12-31');
	});

	test.each([
		[
			{ van: 'juli 2017', tot: 'januari 2016' },
			{ tot: 'Het einde ligt voor het begin. Kijk de datums na.' },
		],
		[
			{ ...EEN, uitvoeringVan: '2018' },
			{ uitvoeringVan: 'Het werk begint niet binnen deze periode.' },
		],
	])('refuses %j', (velden, zin) => {
		expect(fouten(() => createPeriode(hier, periodeVan(velden)))).toEqual(zin);
	});

	test('a number is used once', () => {
		createPeriode(hier, periodeVan(EEN));
		expect(fouten(() => createPeriode(hier, periodeVan({ ...TWEE, nummer: '1' })))).toEqual({
			nummer: 'Er is al een periode met nummer 1.',
		});
	});

	test('a form says per field what is wrong', () => {
		const gelezen = v.safeParse(periodeInput, { van: '29 februari 2019', tot: '', nummer: 'x' });
		expect(gelezen.issues?.map((i) => i.path?.[0]?.key)).toEqual(['nummer', 'van', 'tot']);
	});

	test('the periode of a day, and none between perioden', () => {
		createPeriode(hier, periodeVan(EEN));
		expect(periodeOp(hier, '2017-07-31')?.nummer).toBe(1);
		expect(periodeOp(hier, '2017-08-01')).toBeUndefined();
	});

	test('two people change one field: both see both values; other fields come together', () => {
		const { id } = createPeriode(hier, periodeVan(EEN));
		const basis = periodeTekst(detailPeriode(hier, id));
		updatePeriode(hier, periodeVan({ ...EEN, toelichting: 'Van Ruben' }), { id, basis });
		updatePeriode(hier, periodeVan({ ...EEN, tot: 'juni 2017' }), { id, basis });
		expect(detailPeriode(hier, id)).toMatchObject({
			toelichting: 'Van Ruben',
			tot: { geschreven: 'juni 2017' },
		});
		const mijne = periodeVan({ ...EEN, toelichting: 'Van mij' });
		const wie = () => 'Ruben';
		expect(() => updatePeriode(hier, mijne, { id, basis, wie })).toThrow(Conflict);
	});

	test('only who may, and only their own', () => {
		const { id } = createPeriode(hier, periodeVan(EEN));
		const lid = metRolIn(hier);
		expect(listPerioden(lid)).toHaveLength(1);
		expect(() => createPeriode(lid, periodeVan(TWEE))).toThrow(Forbidden);
		expect(() => createPeriode(NIEMAND, periodeVan(TWEE))).toThrow(Forbidden);
		const vreemd = metRolIn(elders, 'coordinator');
		expect(listPerioden(vreemd)).toEqual([]);
		expect(() => updatePeriode(vreemd, periodeVan(TWEE), { id })).toThrow(NotFound);
		expect(() => removePeriode(vreemd, { id })).toThrow(NotFound);
		removePeriode(metRolIn(hier, 'beheerder'), { id });
		expect(listPerioden(hier)).toEqual([]);
	});
});

describe('woordenlijst', () => {
	const woord = (velden: Record<string, string>) => v.parse(woordInput, velden);
	const groep = {
		sleutel: 'leeromgeving',
		enkelvoud: 'werkgroep',
		meervoud: 'werkgroepen',
		lidwoord: 'de',
	};

	test('a word of one periode holds on its days only, and can go back to the usual one', () => {
		const { id: periodeId } = createPeriode(hier, periodeVan(EEN));
		expect(woordenlijst(hier, '2017-01-01').leeromgeving.enkelvoud).toBe('werkteam');
		updateWoord(hier, woord({ ...groep, periodeId }));
		expect(woordenlijst(hier, '2017-07-31').leeromgeving.meervoud).toBe('werkgroepen');
		expect(woordenlijst(hier, '2017-08-01').leeromgeving.meervoud).toBe('werkteams');
		expect(woordenlijst(elders, '2017-07-31').leeromgeving.meervoud).toBe('werkteams');
		removeWoord(hier, { sleutel: 'leeromgeving', periodeId });
		expect(woordenlijst(hier, '2017-07-31').leeromgeving.meervoud).toBe('werkteams');
	});

	test('a word for always counts in every periode without its own, and is kept once', () => {
		updateWoord(hier, woord(groep));
		updateWoord(
			hier,
			woord({ ...groep, enkelvoud: 'leernetwerk', meervoud: 'leernetwerken', lidwoord: 'het' }),
		);
		expect(woordenlijst(hier).leeromgeving).toEqual({
			enkelvoud: 'leernetwerk',
			meervoud: 'leernetwerken',
			lidwoord: 'het',
		});
		expect(detailWoordenlijst(hier)[0]).toMatchObject({ isEigen: true, perPeriode: [] });
	});

	test('not for members, and not for a periode of others', () => {
		const { id: periodeId } = createPeriode(elders, periodeVan(EEN));
		expect(() => updateWoord(metRolIn(hier, 'lector'), woord(groep))).toThrow(Forbidden);
		expect(() => updateWoord(hier, woord({ ...groep, periodeId }))).toThrow(NotFound);
	});
});

describe('the werkplaats itself', () => {
	const invoer = (velden: Record<string, string>) =>
		v.parse(werkplaatsInput, { naam: 'Werkplaats Zuid', korteNaam: 'Zuid', ...velden });

	test('everyone of it reads it, the coördinator changes it', () => {
		expect(detailWerkplaats(metRolIn(hier)).naam).toBe('Werkplaats Zuid');
		expect(() => detailWerkplaats(NIEMAND)).toThrow(NotFound);
		expect(() => updateWerkplaats(metRolIn(hier, 'lector'), invoer({}))).toThrow(Forbidden);
		updateWerkplaats(metRolIn(hier, 'coordinator'), invoer({ regio: 'Rotterdam' }));
		expect(detailWerkplaats(hier).regio).toBe('Rotterdam');
		expect(detailWerkplaats(elders).regio).toBe('');
	});

	test('no person makes a werkplaats', () => {
		expect(() => createWerkplaats(metRolIn(hier, 'beheerder'), invoer({}))).toThrow(Forbidden);
	});

	test('what was changed by two is shown to both', () => {
		const wie = () => 'Ruben';
		updateWerkplaats(hier, invoer({ regio: 'Schiedam' }));
		const run = () =>
			updateWerkplaats(hier, invoer({ regio: 'Vlaardingen' }), { basis: { regio: '' }, wie });
		expect(run).toThrow(Conflict);
	});

	test.each([
		[{ naam: '' }, 'Vul de naam van de werkplaats in.'],
		[{ website: 'zuid' }, 'Begin het adres van de website met https://.'],
		[{ hulpTelefoon: 'bel me' }, 'Gebruik alleen cijfers, spaties en streepjes.'],
		[{ kleed: 'tapijt' }, 'Kies een kleed uit de lijst.'],
	])('refuses %j', (velden, zin) => {
		const gelezen = v.safeParse(werkplaatsInput, { naam: 'A', korteNaam: 'A', ...velden });
		expect(gelezen.issues?.[0]?.message).toBe(zin);
	});
});
