import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersoonActor } from '#access/actor.ts';
import { leeromgeving, lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { rol } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, NotFound } from '#server/errors.ts';
import { aliasInput, organisatieInput } from './input.ts';
import { mergeOrganisatie } from './merge.write.server.ts';
import {
	detailOrganisatie,
	listKeuzes,
	listOrganisatieNamen,
	listOrganisaties,
	listTrekkers,
} from './read.server.ts';
import { organisatie } from './tables.server.ts';
import { maakPersoon, maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { fieldError, refusal } from '#server/test-form.ts';
import { maakOrganisatie, maakPartnerschap, organisatieVelden } from './test-partner.ts';
import { createWerkrelatie, removeWerkrelatie } from './werkrelatie.write.server.ts';
import {
	assignTrekker,
	createAlias,
	createOrganisatie,
	removeAlias,
	removeOrganisatie,
	removeTrekker,
	updateOrganisatie,
} from './write.server.ts';

let werkplaatsId: string;
let coordinator: PersoonActor;

beforeEach(() => {
	freshDb();
	({ werkplaatsId } = maakWerkplaats());
	coordinator = metRol(werkplaatsId, 'coordinator');
});

const namen = (actor: PersoonActor = coordinator) => listOrganisaties(actor).map((o) => o.naam);

/** Somebody sits in a team for this organisatie. */
function zitInTeamNamens(organisatieId: string) {
	const team = db()
		.insert(leeromgeving)
		.values({ werkplaatsId, soort: 'werkteam', kleed: 'ruit/a' })
		.returning()
		.get();
	const persoonId = maakPersoon(werkplaatsId, 'Marjan');
	db()
		.insert(lidmaatschap)
		.values({
			leeromgevingId: team.id,
			persoonId,
			rol: 'lid',
			perspectief: 'beleid',
			namensId: organisatieId,
			van: '2018-01-01',
		})
		.run();
	return () => db().select().from(lidmaatschap).get()?.namensId;
}

describe('organisaties', () => {
	test('are made, changed and listed by name', () => {
		const id = maakOrganisatie(coordinator, 'Vlaardingen', { regio: 'Rijnmond' });
		maakOrganisatie(coordinator, 'Albrandswaard');
		updateOrganisatie(
			coordinator,
			organisatieVelden({ naam: 'Vlaardingen-Oost', soort: 'overig' }),
			{ id },
		);
		expect(listOrganisaties(coordinator)).toMatchObject([
			{ naam: 'Albrandswaard', soort: 'gemeente', regio: '', status: 'geen' },
			{ id, naam: 'Vlaardingen-Oost', soort: 'overig' },
		]);
	});

	test('two people change one field: both values are shown', () => {
		const id = maakOrganisatie(coordinator, 'Dock', { regio: 'Rotterdam' });
		const basis = { naam: 'Dock', soort: 'gemeente', koepelId: '', regio: 'Rotterdam' };
		updateOrganisatie(coordinator, organisatieVelden({ naam: 'DOCK', regio: 'Rotterdam' }), {
			id,
			basis,
		});
		const change = () =>
			updateOrganisatie(coordinator, organisatieVelden({ naam: 'dock' }), { id, basis });
		expect(change).toThrow(Conflict);
		updateOrganisatie(coordinator, organisatieVelden({ naam: 'Dock', regio: 'Delft' }), {
			id,
			basis,
		});
		expect(listOrganisaties(coordinator)).toMatchObject([{ naam: 'DOCK', regio: 'Delft' }]);
	});

	test('a name that looks like another is a hint, not a refusal (R-04)', () => {
		const radar = maakOrganisatie(coordinator, 'WMO Radar');
		const made = createOrganisatie(coordinator, organisatieVelden({ naam: 'Wmo-radar' }));
		expect(made.lijktOp).toEqual(['WMO Radar']);
		expect(detailOrganisatie(coordinator, made.id).lijktOp).toEqual([
			{ id: radar, naam: 'WMO Radar' },
		]);
	});

	test('is removed when nothing uses it; else the sentence says what does', () => {
		const id = maakOrganisatie(coordinator, 'Schiedam');
		createAlias(coordinator, { organisatieId: id, alias: 'Gemeente Schiedam' });
		maakPartnerschap(coordinator, id, { van: '2016', tot: 'eind 2018' });
		zitInTeamNamens(id);
		expect(refusal(() => removeOrganisatie(coordinator, id))).toEqual({
			'': 'Schiedam is nog in gebruik: 1 lid in een team en 1 partnerschap.',
		});
		const vrij = maakOrganisatie(coordinator, 'Nooit meegedaan');
		createAlias(coordinator, { organisatieId: vrij, alias: 'NM' });
		removeOrganisatie(coordinator, vrij);
		expect(namen()).toEqual(['Schiedam']);
	});

	test('a contactpersoon keeps it from being removed', () => {
		const id = maakOrganisatie(coordinator, 'Vivenz');
		db()
			.insert(rol)
			.values({
				persoonId: maakPersoon(werkplaatsId, 'Jan'),
				rol: 'partnercontact',
				organisatieId: id,
			})
			.run();
		expect(refusal(() => removeOrganisatie(coordinator, id))['']).toContain('1 contactpersoon');
	});
});

describe('aliassen', () => {
	test('come, and go', () => {
		const id = maakOrganisatie(coordinator, 'WMO Radar');
		createAlias(coordinator, { organisatieId: id, alias: 'Wmo Radar' });
		const [alias] = detailOrganisatie(coordinator, id).aliassen;
		expect(alias?.naam).toBe('Wmo Radar');
		removeAlias(coordinator, { organisatieId: id, id: alias?.id ?? '' });
		expect(detailOrganisatie(coordinator, id).aliassen).toEqual([]);
	});

	test('a name is of one organisatie only', () => {
		const id = maakOrganisatie(coordinator, 'WMO Radar');
		const ander = maakOrganisatie(coordinator, 'MEEplus');
		expect(
			refusal(() => createAlias(coordinator, { organisatieId: id, alias: 'WMO Radar' })),
		).toEqual({ alias: 'Deze naam staat er al.' });
		expect(
			refusal(() => createAlias(coordinator, { organisatieId: ander, alias: 'WMO Radar' })).alias,
		).toContain('Zo heet WMO Radar al.');
	});
});

describe('koepels (R-15, AC-05)', () => {
	test('a koepel cannot be above itself, at any distance', () => {
		const a = maakOrganisatie(coordinator, 'A');
		const b = maakOrganisatie(coordinator, 'B', { koepelId: a });
		const c = maakOrganisatie(coordinator, 'C', { koepelId: b });
		const zet = (id: string, koepelId: string) =>
			refusal(() =>
				updateOrganisatie(coordinator, organisatieVelden({ naam: 'A', koepelId }), { id }),
			);
		expect(zet(a, a)).toEqual({ koepelId: 'Een organisatie is niet haar eigen koepel.' });
		expect(zet(a, b)).toEqual({ koepelId: 'B hoort zelf al bij deze organisatie.' });
		expect(zet(a, c)).toEqual({ koepelId: 'C hoort zelf al bij deze organisatie.' });
	});

	test('removing the link, or the koepel itself, keeps the members', () => {
		const bar = maakOrganisatie(coordinator, 'BAR-organisatie');
		const barendrecht = maakOrganisatie(coordinator, 'Barendrecht', { koepelId: bar });
		maakOrganisatie(coordinator, 'Ridderkerk', { koepelId: bar });
		expect(detailOrganisatie(coordinator, bar).leden.map((l) => l.naam)).toEqual([
			'Barendrecht',
			'Ridderkerk',
		]);
		updateOrganisatie(coordinator, organisatieVelden({ naam: 'Barendrecht' }), { id: barendrecht });
		expect(detailOrganisatie(coordinator, bar).leden.map((l) => l.naam)).toEqual(['Ridderkerk']);
		removeOrganisatie(coordinator, bar);
		expect(listOrganisaties(coordinator).map((o) => [o.naam, o.koepel])).toEqual([
			['Barendrecht', null],
			['Ridderkerk', null],
		]);
	});
});

describe('two become one (R-04)', () => {
	test('everything that pointed at the one points at the other, of any feature', () => {
		const goed = maakOrganisatie(coordinator, 'WMO Radar');
		const fout = maakOrganisatie(coordinator, 'Wmo radar', { regio: 'Rotterdam' });
		createAlias(coordinator, { organisatieId: fout, alias: 'Radar' });
		const lid = maakOrganisatie(coordinator, 'Lid', { koepelId: fout });
		maakPartnerschap(coordinator, fout, { van: '2016', tot: '2017' });
		maakPartnerschap(coordinator, goed, { van: '2018' });
		const persoonId = maakPersoon(werkplaatsId, 'Jan');
		createWerkrelatie(coordinator, {
			organisatieId: fout,
			persoonId,
			functie: '',
			van: null,
			tot: null,
		});
		db().insert(rol).values({ persoonId, rol: 'partnercontact', organisatieId: fout }).run();
		assignTrekker(coordinator, { organisatieId: fout, lectoraat: '' });
		assignTrekker(coordinator, { organisatieId: goed, lectoraat: 'Dynamiek' });
		const namens = zitInTeamNamens(fout);

		mergeOrganisatie(coordinator, { id: fout, inId: goed });

		const na = detailOrganisatie(coordinator, goed);
		expect(na.aliassen.map((a) => a.naam)).toEqual(['Radar', 'Wmo radar']);
		expect(na.partnerschappen.map((p) => p.van.geschreven)).toEqual(['2016', '2018']);
		expect(na.leden).toEqual([{ id: lid, naam: 'Lid' }]);
		expect(na).toMatchObject({ regio: 'Rotterdam', mensen: [{ persoonId }], contacten: ['Jan'] });
		expect(namens()).toBe(goed);
		expect(listTrekkers(coordinator)).toEqual([
			{ id: goed, naam: 'WMO Radar', lectoraat: 'Dynamiek' },
		]);
		expect(namen()).toEqual(['Lid', 'WMO Radar']);
	});

	test('not with itself, and not with two partnerschappen in one time', () => {
		const a = maakOrganisatie(coordinator, 'A');
		const b = maakOrganisatie(coordinator, 'B');
		maakPartnerschap(coordinator, a, { van: '2016' });
		maakPartnerschap(coordinator, b, { van: '1 maart 2018', tot: '2019' });
		expect(refusal(() => mergeOrganisatie(coordinator, { id: a, inId: a }))).toHaveProperty('inId');
		expect(refusal(() => mergeOrganisatie(coordinator, { id: a, inId: b })).inId).toContain(
			'2016 – nu en 1 maart 2018 – 2019',
		);
		expect(namen()).toEqual(['A', 'B']);
	});

	test('a koepel merged into its member leaves no circle', () => {
		const top = maakOrganisatie(coordinator, 'Top');
		const koepel = maakOrganisatie(coordinator, 'Koepel', { koepelId: top });
		const midden = maakOrganisatie(coordinator, 'Midden', { koepelId: koepel });
		const lid = maakOrganisatie(coordinator, 'Lid', { koepelId: midden });
		mergeOrganisatie(coordinator, { id: koepel, inId: lid });
		expect(listOrganisaties(coordinator).map((o) => [o.naam, o.koepel?.naam])).toEqual([
			['Lid', 'Top'],
			['Midden', 'Lid'],
			['Top', undefined],
		]);
		mergeOrganisatie(coordinator, { id: midden, inId: top });
		mergeOrganisatie(coordinator, { id: lid, inId: top });
		expect(listOrganisaties(coordinator).map((o) => [o.naam, o.koepel])).toEqual([['Top', null]]);
	});
});

test('trekkers get a lectoraat, another one, and go', () => {
	const id = maakOrganisatie(coordinator, 'Hogeschool Inholland', { soort: 'hogeschool' });
	assignTrekker(coordinator, { organisatieId: id, lectoraat: 'Dynamiek' });
	assignTrekker(coordinator, { organisatieId: id, lectoraat: 'Dynamiek van de stad' });
	expect(listTrekkers(metRol(werkplaatsId, null))).toMatchObject([
		{ lectoraat: 'Dynamiek van de stad' },
	]);
	removeTrekker(coordinator, id);
	expect(listTrekkers(coordinator)).toEqual([]);
	expect(() => removeTrekker(coordinator, id)).toThrow(NotFound);
});

test('people work there, in several spells, until the link is taken away', () => {
	const organisatieId = maakOrganisatie(coordinator, 'Vivenz');
	const persoonId = maakPersoon(werkplaatsId, 'Mustáfá', 'Kálo');
	const leeg = { organisatieId, persoonId, functie: 'wijkwerker', van: null, tot: null };
	const id = createWerkrelatie(coordinator, leeg);
	expect(detailOrganisatie(coordinator, organisatieId).mensen).toMatchObject([
		{ naam: 'Mustáfá Kálo', functie: 'wijkwerker' },
	]);
	removeWerkrelatie(coordinator, id);
	expect(detailOrganisatie(coordinator, organisatieId).mensen).toEqual([]);
});

describe('what somebody hostile or clumsy types (AC-63)', () => {
	test.each([
		'<script>alert(1)</script>',
		'=1+1',
		'Sarıkaş',
		'🙂 Buurthuis',
		"'; drop table organisatie; --",
		'Ⅱ',
	])('%s is a name like another', (naam) => {
		const id = maakOrganisatie(coordinator, naam);
		expect(detailOrganisatie(coordinator, id).naam).toBe(naam);
	});

	test('too much or too little is a sentence at the field', () => {
		const long = 'x'.repeat(10_000);
		const te = 'Dit is te lang. Gebruik hoogstens 120 tekens.';
		expect(fieldError(organisatieInput, { naam: long, soort: 'gemeente' }, 'naam')).toBe(te);
		expect(fieldError(aliasInput, { alias: long }, 'alias')).toBe(te);
		expect(fieldError(organisatieInput, { naam: ' ', soort: 'gemeente' }, 'naam')).toBe(
			'Vul de naam van de organisatie in.',
		);
		expect(fieldError(organisatieInput, { naam: 'a', soort: 'constructor' }, 'soort')).toBe(
			'Kies wat voor organisatie het is.',
		);
		expect(fieldError(organisatieInput, { naam: ['a', 'b'], soort: 'gemeente' }, 'naam')).toBe(
			'Vul hier één tekst in.',
		);
	});
});

describe('who may', () => {
	test('a beheerder edits organisaties; a lector reads them', () => {
		const id = maakOrganisatie(metRol(werkplaatsId, 'beheerder'), 'Dock');
		const lector = metRol(werkplaatsId, 'lector');
		expect(namen(lector)).toEqual(['Dock']);
		expect(detailOrganisatie(lector, id).may).toEqual({ edit: false, editPartnerschap: false });
		expect(() => maakOrganisatie(lector, 'Nee')).toThrow(Forbidden);
		expect(() => removeOrganisatie(lector, id)).toThrow(Forbidden);
		expect(() => mergeOrganisatie(lector, { id, inId: id })).toThrow(Forbidden);
		expect(listKeuzes(lector).personen).toEqual([]);
	});

	test('a member without a role sees names, to sit somewhere for, and no page', () => {
		const lid = metRol(werkplaatsId, null);
		maakOrganisatie(coordinator, 'Dock');
		expect(listOrganisatieNamen(lid).map((o) => o.naam)).toEqual(['Dock']);
		expect(() => listOrganisaties(lid)).toThrow(Forbidden);
	});

	test('a partnercontact finds its own organisatie and what belongs to it, no more', () => {
		const bar = maakOrganisatie(coordinator, 'BAR-organisatie');
		maakOrganisatie(coordinator, 'Barendrecht', { koepelId: bar });
		const dock = maakOrganisatie(coordinator, 'Dock');
		const contact = metRol(werkplaatsId, 'partnercontact', { contactVan: [bar] });
		expect(namen(contact)).toEqual(['BAR-organisatie', 'Barendrecht']);
		expect(() => detailOrganisatie(contact, dock)).toThrow(NotFound);
	});

	test('nothing of another werkplaats can be read, changed or pointed at', () => {
		const elders = metRol(maakWerkplaats('Noord').werkplaatsId, 'coordinator');
		const id = maakOrganisatie(coordinator, 'Dock');
		const daar = maakOrganisatie(elders, 'Daar');
		expect(namen(elders)).toEqual(['Daar']);
		const acts = [
			() => detailOrganisatie(elders, id),
			() => updateOrganisatie(elders, organisatieVelden({ naam: 'x' }), { id }),
			() => removeOrganisatie(elders, id),
			() => createAlias(elders, { organisatieId: id, alias: 'x' }),
			() => assignTrekker(elders, { organisatieId: id, lectoraat: '' }),
			() => mergeOrganisatie(elders, { id: daar, inId: id }),
			() => mergeOrganisatie(elders, { id, inId: daar }),
			() => maakOrganisatie(elders, 'x', { koepelId: id }),
			() =>
				createWerkrelatie(elders, {
					organisatieId: daar,
					persoonId: coordinator.persoonId,
					functie: '',
					van: null,
					tot: null,
				}),
		];
		for (const act of acts) expect(act).toThrow(NotFound);
		expect(
			db().select().from(organisatie).where(eq(organisatie.werkplaatsId, werkplaatsId)).all(),
		).toMatchObject([{ naam: 'Dock', koepelId: null }]);
	});
});
