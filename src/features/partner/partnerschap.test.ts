import { beforeEach, describe, expect, test } from 'vitest';
import type { PersoonActor } from '#access/actor.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, NotFound } from '#server/errors.ts';
import { partnerschapTekst } from './formulier.ts';
import { aantalPartners, groepeer } from './groepen.ts';
import { partnerschapInput } from './input.ts';
import { listAndere, partnersOp } from './partnerschap.read.server.ts';
import {
	removeIntentieverklaring,
	removePartnerschap,
	updatePartnerschap,
} from './partnerschap.write.server.ts';
import { detailOrganisatie, listOrganisaties } from './read.server.ts';
import { maakPersoon, maakThema, maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { fieldError, refusal } from '#server/test-form.ts';
import {
	maakIntentie,
	maakOrganisatie,
	maakPartnerschap,
	partnerschapVelden,
} from './test-partner.ts';
import { assignTrekker, updateOrganisatie } from './write.server.ts';

let werkplaatsId: string;
let coordinator: PersoonActor;

beforeEach(() => {
	freshDb();
	({ werkplaatsId } = maakWerkplaats());
	coordinator = metRol(werkplaatsId, 'coordinator');
});

const partner = (naam: string, van: string, tot = '') => {
	const id = maakOrganisatie(coordinator, naam);
	maakPartnerschap(coordinator, id, { van, tot });
	return id;
};
const namenOp = (dag: string) => partnersOp(coordinator, dag).map((p) => p.naam);
const statusOp = (id: string, dag: string) =>
	listOrganisaties(coordinator, dag).find((o) => o.id === id)?.status;

describe('partners in and out (AC-04, R-12)', () => {
	test('Zuid-Holland Zuid in 2018 and in 2019', () => {
		const hr = partner('Hogeschool Rotterdam', '2016');
		assignTrekker(coordinator, { organisatieId: hr, lectoraat: '' });
		partner('Albrandswaard', '2016');
		partner('Dordrecht', '2016', 'eind 2018');
		partner('Schiedam', '2016', 'eind 2018');
		partner('Nissewaard', 'begin 2019');
		partner('Vivenz', 'begin 2019');
		maakOrganisatie(coordinator, 'WMO Radar');
		const blijft = ['Hogeschool Rotterdam', 'Albrandswaard'];
		expect(namenOp('2018-10-01')).toEqual([...blijft, 'Dordrecht', 'Schiedam']);
		expect(namenOp('2018-12-31')).toEqual([...blijft, 'Dordrecht', 'Schiedam']);
		expect(namenOp('2019-01-01')).toEqual([...blijft, 'Nissewaard', 'Vivenz']);
		expect(namenOp('2019-02-01')).toEqual([...blijft, 'Nissewaard', 'Vivenz']);
		expect(listAndere(coordinator, '2019-02-01').map((o) => [o.naam, o.status])).toEqual([
			['Dordrecht', 'beeindigd'],
			['Schiedam', 'beeindigd'],
			['WMO Radar', 'geen'],
		]);
	});

	test('"eind 2018" stays as written beside the day it is taken to be', () => {
		partner('Schiedam', '2016', 'eind 2018');
		expect(partnersOp(coordinator, '2018-10-01')).toMatchObject([
			{ tot: { geschreven: 'eind 2018', dag: '2018-12-31', aangenomen: true } },
		]);
	});

	test('a date that cannot be is refused with a suggestion', () => {
		const fout = (van: string) => fieldError(partnerschapInput, { van }, 'van');
		expect(fout('29 februari 2019')).toContain('Bedoel je');
		expect(fout('1 januari 2918')).toContain('Bedoel je');
		expect(fout('')).toBe('Vul een datum in, zoals 8 juli 2019.');
		expect(fout('x'.repeat(10_000))).toBe('Schrijf de datum korter.');
	});

	test('an end before the start, and two in one time, are refused', () => {
		const id = partner('Schiedam', '2016', 'eind 2018');
		const maak = (van: string, tot: string) =>
			refusal(() => maakPartnerschap(coordinator, id, { van, tot }));
		expect(maak('2019', '2018')).toEqual({
			tot: 'Het einde ligt voor het begin. Kijk de datums na.',
		});
		const er = 'Er is in deze tijd al een partnerschap: 2016 – eind 2018.';
		expect(maak('31 december 2018', '')).toEqual({ van: er });
		expect(maak('2015', '')).toEqual({ tot: er });
		maakPartnerschap(coordinator, id, { van: '1 januari 2019', tot: '' });
		expect(namenOp('2020-01-01')).toEqual(['Schiedam']);
	});

	test('a partnerschap that changes does not meet itself', () => {
		const organisatieId = maakOrganisatie(coordinator, 'Dock');
		const id = maakPartnerschap(coordinator, organisatieId, { van: '2016' });
		maakPartnerschap(coordinator, maakOrganisatie(coordinator, 'Ander'), { van: '2016' });
		updatePartnerschap(
			coordinator,
			partnerschapVelden({ van: '2016', tot: 'eind 2019', redenEinde: 'Geen tijd' }),
			{ id },
		);
		expect(detailOrganisatie(coordinator, organisatieId).partnerschappen).toMatchObject([
			{ tot: { dag: '2019-12-31' }, redenEinde: 'Geen tijd' },
		]);
		removePartnerschap(coordinator, id);
		expect(namenOp('2017-01-01')).toEqual(['Ander']);
	});
});

test('what is promised is typed as people write it and kept exactly', () => {
	const organisatieId = maakOrganisatie(coordinator, 'Dock');
	const contactpersoonId = maakPersoon(werkplaatsId, 'Jan', 'Jansen');
	const themaId = maakThema(werkplaatsId, 'Ontmoeting');
	maakPartnerschap(coordinator, organisatieId, {
		van: '2018',
		toezeggingMinuten: '12,5',
		toezeggingIncash: '2.500',
		contactpersoonId,
		themaId,
	});
	const [p] = detailOrganisatie(coordinator, organisatieId).partnerschappen;
	expect(p).toMatchObject({
		toezeggingMinuten: 750,
		toezeggingIncash: 250000,
		contactpersoon: 'Jan Jansen',
		thema: 'Ontmoeting',
	});
	expect(
		fieldError(partnerschapInput, { van: '2018', toezeggingIncash: '2,500' }, 'toezeggingIncash'),
	).toContain('Bedoel je');
	expect(
		fieldError(partnerschapInput, { van: '2018', toezeggingMinuten: '=1+1' }, 'toezeggingMinuten'),
	).toContain('zoals 40 of 12,5');
	expect(
		fieldError(partnerschapInput, { van: '2018', motivatie: 'x'.repeat(10_000) }, 'motivatie'),
	).toContain('hoogstens 2000');
});

test('two people change the promise: both see both', () => {
	const organisatieId = maakOrganisatie(coordinator, 'Dock');
	const id = maakPartnerschap(coordinator, organisatieId, { van: '2018', toezeggingMinuten: '40' });
	const begin = partnerschapVelden({ van: '2018', toezeggingMinuten: '40' });
	const basis = partnerschapTekst(begin);
	updatePartnerschap(coordinator, { ...begin, toezeggingMinuten: 60 * 50 }, { id, basis });
	const change = () =>
		updatePartnerschap(
			metRol(werkplaatsId, 'coordinator'),
			{ ...begin, toezeggingMinuten: 60 * 60 },
			{ id, basis },
		);
	expect(change).toThrow(Conflict);
	try {
		change();
	} catch (error) {
		expect((error as Conflict).fields).toEqual({ toezeggingMinuten: { mine: '60', theirs: '50' } });
		expect((error as Conflict).by).toBe('coordinator');
	}
});

describe('where an organisatie stands follows from what was agreed', () => {
	test('signed for the next periode is no partner now (R-14)', () => {
		const rog = maakOrganisatie(coordinator, 'ROGplus');
		const intentie = maakIntentie(coordinator, rog, { getekendOp: '1 oktober 2019' });
		maakPartnerschap(coordinator, rog, { van: '1 januari 2020', tot: '31 december 2022' });
		expect(namenOp('2019-11-01')).toEqual([]);
		expect(statusOp(rog, '2019-09-01')).toBe('benaderd');
		expect(statusOp(rog, '2019-11-01')).toBe('intentie');
		expect(statusOp(rog, '2020-01-01')).toBe('actief');
		expect(statusOp(rog, '2023-01-01')).toBe('beeindigd');
		removeIntentieverklaring(coordinator, intentie);
		expect(statusOp(rog, '2019-11-01')).toBe('benaderd');
	});

	test('asked but not signed; signed long ago and left since', () => {
		const cvd = maakOrganisatie(coordinator, 'CVD');
		maakIntentie(coordinator, cvd, {});
		expect(statusOp(cvd, '2019-11-01')).toBe('benaderd');
		const schiedam = partner('Schiedam', '2016', 'eind 2018');
		maakIntentie(coordinator, schiedam, { getekendOp: '1 juni 2018' });
		expect(statusOp(schiedam, '2019-01-01')).toBe('beeindigd');
		maakIntentie(coordinator, schiedam, { getekendOp: '1 juni 2019' });
		expect(statusOp(schiedam, '2019-07-01')).toBe('intentie');
	});
});

describe('a koepel and its members (AC-05, R-15)', () => {
	test('BAR signs for 2020: three members under it, its promise once', () => {
		const bar = maakOrganisatie(coordinator, 'BAR-organisatie');
		for (const naam of ['Albrandswaard', 'Barendrecht', 'Ridderkerk'])
			maakPartnerschap(coordinator, maakOrganisatie(coordinator, naam, { koepelId: bar }), {
				van: '2016',
				tot: 'eind 2019',
			});
		maakPartnerschap(coordinator, bar, { van: '1 januari 2020', toezeggingMinuten: '120' });
		partner('Vivenz', 'begin 2019');

		const in2019 = partnersOp(coordinator, '2019-06-01');
		expect(groepeer(in2019).map((g) => [g.kop.naam, g.leden.length])).toEqual([
			['Albrandswaard', 0],
			['Barendrecht', 0],
			['Ridderkerk', 0],
			['Vivenz', 0],
		]);
		const in2020 = partnersOp(coordinator, '2020-06-01');
		expect(groepeer(in2020).map((g) => [g.kop.naam, g.leden.map((l) => l.naam)])).toEqual([
			['BAR-organisatie', ['Albrandswaard', 'Barendrecht', 'Ridderkerk']],
			['Vivenz', []],
		]);
		expect(aantalPartners(in2020)).toBe(4);
		expect(in2020.map((p) => p.toezeggingMinuten).filter(Boolean)).toEqual([7200]);
		expect(in2020[0]).toMatchObject({
			naam: 'Albrandswaard',
			via: { naam: 'BAR-organisatie' },
			van: null,
		});

		const ridderkerk = in2020.find((p) => p.naam === 'Ridderkerk')?.id ?? '';
		updateOrganisatie(
			coordinator,
			{ naam: 'Ridderkerk', soort: 'gemeente', koepelId: null, regio: '' },
			{ id: ridderkerk },
		);
		expect(namenOp('2020-06-01')).not.toContain('Ridderkerk');
		expect(namenOp('2018-06-01')).toContain('Ridderkerk');
	});
});

describe('who may', () => {
	test('only a coördinator makes agreements', () => {
		const id = maakOrganisatie(coordinator, 'Dock');
		for (const rol of ['beheerder', 'lector', 'accountant', 'fg'] as const) {
			expect(() => maakPartnerschap(metRol(werkplaatsId, rol), id, { van: '2018' })).toThrow(
				Forbidden,
			);
			expect(() => maakIntentie(metRol(werkplaatsId, rol), id, {})).toThrow(Forbidden);
			expect(partnersOp(metRol(werkplaatsId, rol), '2018-10-01')).toEqual([]);
		}
		expect(() => partnersOp(metRol(werkplaatsId, null), '2018-10-01')).toThrow(Forbidden);
	});

	test('a partnercontact sees its own partnerschap only', () => {
		const eigen = partner('Dock', '2018');
		partner('Vivenz', '2018');
		const contact = metRol(werkplaatsId, 'partnercontact', { contactVan: [eigen] });
		expect(partnersOp(contact, '2019-01-01').map((p) => p.naam)).toEqual(['Dock']);
		expect(listAndere(contact, '2017-01-01').map((p) => p.naam)).toEqual(['Dock']);
	});

	test('nothing of another werkplaats', () => {
		const elders = metRol(maakWerkplaats('Noord').werkplaatsId, 'coordinator');
		const hier = maakOrganisatie(coordinator, 'Dock');
		const id = maakPartnerschap(coordinator, hier, { van: '2018' });
		const daar = maakOrganisatie(elders, 'Daar');
		const velden = { van: '2018' };
		const acts = [
			() => maakPartnerschap(elders, hier, velden),
			() => updatePartnerschap(elders, partnerschapVelden(velden), { id }),
			() => removePartnerschap(elders, id),
			() => maakPartnerschap(elders, daar, { ...velden, contactpersoonId: coordinator.persoonId }),
			() => maakPartnerschap(elders, daar, { ...velden, themaId: maakThema(werkplaatsId, 'x') }),
			() => maakIntentie(elders, hier, {}),
		];
		for (const act of acts) expect(act).toThrow(NotFound);
		expect(partnersOp(elders, '2018-10-01')).toEqual([]);
	});
});
