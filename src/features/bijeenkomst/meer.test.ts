import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { datum, maakLid, maakPeriode, maakTeam } from '#features/leeromgeving/test-team.ts';
import { createNaam } from '#features/leeromgeving/write.server.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { STANDAARD } from '#features/werkplaats/woordenlijst.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { createAfzegging, withdrawAfzegging } from './afzegging.write.server.ts';
import { basisBijeenkomst } from './basis.ts';
import { DagdelenInput } from './dagdeel.input.ts';
import { assignDagdelen } from './dagdeel.write.server.ts';
import { feitenVan } from './feiten.ts';
import { BijeenkomstInput, type BijeenkomstNieuw } from './input.ts';
import { createHerhaling, createKopie } from './kopie.write.server.ts';
import { updateKeukentafel, updateOnderwijs } from './onderwijs.write.server.ts';
import { leesPauzes, toonPauzes } from './pauze.ts';
import { detailBijeenkomst, listAlleBijeenkomsten, listVolgende } from './read.server.ts';
import { bijeenkomst } from './tables.server.ts';
import { createTitel, removeTitel, updateHoofdtitel } from './titel.write.server.ts';
import { wijzigingOf } from './wijziging.server.ts';
import { createBijeenkomst, updateBijeenkomst } from './write.server.ts';

let systeem: SysteemActor;
let team: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
});

const NIEUW: BijeenkomstNieuw = {
	titel: 'Blue Monday',
	datum: datum('11 juni 2096'),
	begin: '14.00',
	eind: '16.30',
	plaats: 'Huis van de Wijk',
};
const plan = (part: Partial<BijeenkomstNieuw & { leeromgevingId: string | null }> = {}) =>
	createBijeenkomst(systeem, { ...NIEUW, leeromgevingId: team, ...part }).id;
const detail = (id: string) => detailBijeenkomst(systeem, id);
const volgnummer = (id: string) =>
	db()
		.select()
		.from(bijeenkomst)
		.all()
		.find((row) => row.id === id)!.volgnummer;
const maakOrganisatie = (naam: string) =>
	db()
		.insert(organisatie)
		.values({ werkplaatsId: systeem.werkplaatsId, naam, soort: 'gemeente' })
		.returning()
		.get().id;

test('everything that was said stays as it was said, and a form that changes nothing changes nothing', () => {
	const periodeId = maakPeriode(systeem.werkplaatsId, 2);
	const gast = maakTeam(systeem, { naam: 'De gasten', volgnummer: 2 });
	const leden = [maakLid(systeem, team, 'student'), maakLid(systeem, team, 'agendalid')];
	const voorbereiders = leden.map(({ persoonId }) => persoonId);
	const velden: Record<string, string | string[]> = {
		...{ titel: 'Alles', datum: '8 juli 2019', begin: '14', eind: '16:30', plaats: 'De Wissel' },
		...{ soort: 'overig', soortAnders: 'wandeling', pauzes: '15.00 - 15u15' },
		...{ gemeente: 'Schiedam', omschrijving: 'Langs de Schie', fasen: ['doen', 'delen', 'zomaar'] },
		...{ periodeId, voorbereiders, open: 'ja', aantal: 'ruim twintig' },
		...{
			mede: gast,
			organisatoren: maakOrganisatie('Albeda'),
			organisatorNamen: 'studenten SJD\n\n',
		},
		nieuwsUrl: 'https://voorbeeld.example/nieuws',
	};
	const input = v.parse(BijeenkomstInput, velden);
	const { id } = createBijeenkomst(systeem, { ...input, leeromgevingId: team });
	expect(detail(id)).toMatchObject({
		...{ soort: 'overig', soortAnders: 'wandeling', gemeente: 'Schiedam', open: true },
		...{ fasen: ['doen', 'delen'], hoeveel: 'ruim twintig', tijden: '14.00 – 16.30 uur' },
		pauzes: [{ begin: '15.00', eind: '15.15' }],
		organisatoren: [{ naam: 'Albeda' }, { naam: 'studenten SJD', organisatieId: null }],
		mede: [{ id: gast, naam: 'De gasten' }],
		voorbereiders: voorbereiders.map((id) => ({ id })),
	});
	expect(wijzigingOf(systeem, id)).toEqual(input);
	const basis = basisBijeenkomst(wijzigingOf(systeem, id));
	expect(updateBijeenkomst(systeem, { ...input, id }, basis)).toEqual({ verplaatst: false });
	expect(wijzigingOf(systeem, id)).toEqual(input);
});

test('a break, a number and an own kind are refused by their field when they cannot be', () => {
	const fout = (velden: Record<string, string>) =>
		v.safeParse(BijeenkomstInput, { titel: 'x', ...velden }).issues?.[0];
	for (const pauzes of ['13.00', '13.00 – 12.30', '12.30 – 13.00 – 14.00', 'na de thee'])
		expect(fout({ pauzes })?.path?.[0]?.key).toBe('pauzes');
	expect(fout({ aantal: 'heel veel' })?.message).toBe(
		'Schrijf een getal, bijvoorbeeld 30 of circa 30.',
	);
	expect(fout({ soort: 'overig' })?.path?.[0]?.key).toBe('soortAnders');
	expect(fout({ nieuwsUrl: 'javascript:alert(1)' })?.path?.[0]?.key).toBe('nieuwsUrl');
	expect(toonPauzes(leesPauzes('12:30-13, 15.00 tot 15.15')!)).toBe('12.30 – 13.00, 15.00 – 15.15');
});

test('what is of another werkplaats cannot be pointed at', () => {
	const elders = testWerkplaats('Elders');
	const [ander, periode] = [maakTeam(elders), maakPeriode(elders.werkplaatsId, 1)];
	const { persoonId } = maakLid(elders, ander, 'lid');
	for (const part of [
		...[{ mede: [ander] }, { periodeId: periode }, { organisatoren: ['zomaar'] }],
		{ voorbereiders: [persoonId] },
	])
		expect(() => plan(part)).toThrow(Invalid);
	expect(() => plan({ reeksId: 'zomaar' })).toThrow(Invalid);
});

test('who prepares it, why it is off and what was written of it are for who may enter; the rest of an open one for all', () => {
	const lid = maakLid(systeem, team, 'lid');
	const id = plan({ open: true, omschrijving: 'Voor ons', voorbereiders: [lid.persoonId] });
	createAfzegging(systeem, { id, reden: 'De begeleider is ziek' });
	const buiten = metRol(systeem.werkplaatsId, null);
	expect(detailBijeenkomst(buiten, id)).toMatchObject({
		...{ titel: 'Blue Monday', afgezegd: true, afzegging: null, href: `/bijeenkomsten/${id}/over` },
		...{ omschrijving: null, voorbereiders: null, waarschuwingen: [], may: { enter: false } },
	});
	expect(detailBijeenkomst(lid, id)).toMatchObject({
		...{ omschrijving: 'Voor ons', href: `/bijeenkomsten/${id}` },
		afzegging: { reden: 'De begeleider is ziek' },
	});
});

test('R-01: the team is called as on the day of the bijeenkomst', () => {
	const [toen, later] = [
		plan({ datum: datum('3 mei 2018') }),
		plan({ datum: datum('3 mei 2019') }),
	];
	createNaam(systeem, {
		id: team,
		naam: 'Intergenerationele overdracht',
		van: datum('1 januari 2019'),
		reden: '',
	});
	expect(detail(toen).team.naam).toBe('Intergenerationele problematiek');
	expect(detail(later).team.naam).toBe('Intergenerationele overdracht');
	const namen = listAlleBijeenkomsten(systeem).geweest.map((regel) => regel.team.naam);
	expect(namen).toEqual(['Intergenerationele overdracht', 'Intergenerationele problematiek']);
});

test('AC-36: one bijeenkomst with several titles is one; another may be printed, and back again', () => {
	const id = plan();
	createTitel(systeem, { id, titel: 'Blauwe maandag', soort: 'alias', bron: 'magazine' });
	expect(() =>
		createTitel(systeem, { id, titel: 'Blue Monday', soort: 'alias', bron: '' }),
	).toThrow(Invalid);
	const [alias] = detail(id).titels;
	updateHoofdtitel(systeem, { id, titelId: alias!.id });
	expect(detail(id)).toMatchObject({
		titel: 'Blauwe maandag',
		titels: [{ titel: 'Blue Monday', soort: 'eigen', bron: '' }],
	});
	updateHoofdtitel(systeem, { id, titelId: alias!.id });
	expect(detail(id)).toMatchObject({
		titel: 'Blue Monday',
		titels: [{ titel: 'Blauwe maandag', soort: 'alias', bron: 'magazine' }],
	});
	const lijst = listAlleBijeenkomsten(systeem).komend;
	expect(lijst.map(({ titel, andereTitels }) => [titel, andereTitels])).toEqual([
		['Blue Monday', ['Blauwe maandag']],
	]);
	const ander = plan();
	expect(() => removeTitel(systeem, { id: ander, titelId: alias!.id })).toThrow(NotFound);
	removeTitel(systeem, { id, titelId: alias!.id });
	expect(detail(id).titels).toEqual([]);
});

test('another time or place makes calendars follow, another word does not', () => {
	const id = plan();
	expect(updateBijeenkomst(systeem, { ...NIEUW, id, titel: 'Anders' })).toEqual({
		verplaatst: false,
	});
	expect(volgnummer(id)).toBe(0);
	expect(updateBijeenkomst(systeem, { ...NIEUW, id, plaats: 'Elders' })).toEqual({
		verplaatst: true,
	});
	expect(volgnummer(id)).toBe(1);
});

test('R-08, R-21: outside every periode, and a Sunday, are said and not refused', () => {
	maakPeriode(systeem.werkplaatsId, 2);
	const id = plan({ datum: datum('10 juni 2096') });
	expect(detail(id).waarschuwingen).toEqual([
		'Deze dag valt in geen enkele periode.',
		'10 juni 2096 is een zondag.',
	]);
	expect(detail(plan({ datum: datum('11 juni 2018') })).waarschuwingen).toEqual([]);
});

test('called off: said once, not what comes next, and on again after all', () => {
	const lid = maakLid(systeem, team, 'lid');
	const id = plan();
	createAfzegging(lid, { id, reden: 'Te weinig mensen' });
	createAfzegging(systeem, { id, reden: 'Iets anders' });
	expect(detail(id).afzegging).toMatchObject({
		reden: 'Te weinig mensen',
		door: 'lid van het team',
	});
	expect(listVolgende(lid)).toEqual([]);
	withdrawAfzegging(lid, id);
	expect(detail(id).afzegging).toBeNull();
	expect(volgnummer(id)).toBe(2);
	expect(() => createAfzegging(maakLid(systeem, team, 'student'), { id, reden: 'Nee' })).toThrow(
		Forbidden,
	);
});

const deel = (dag: string, begin = '09.30', eind = '12.00') => ({ dag, begin, eind, pauzes: [] });

test('several days: the date spans them, and a part that stays keeps its id', () => {
	const id = plan({ datum: null, begin: '', eind: '' });
	expect(detail(id).delen).toEqual([]);
	assignDagdelen(systeem, {
		id,
		delen: [deel('2096-06-12'), deel('2096-06-11', '13.00', '15.00')],
	});
	const { delen, datum: wanneer } = detail(id);
	expect(delen.map(({ dag, begin }) => [dag, begin])).toEqual([
		['2096-06-11', '13.00'],
		['2096-06-12', '09.30'],
	]);
	expect(wanneer).toMatchObject({ geschreven: '11–12 juni 2096', eerste: '2096-06-11' });
	expect(detail(id).waarschuwingen).toEqual([]);
	assignDagdelen(systeem, { id, delen: [deel('2096-06-12'), deel('2096-06-13')] });
	expect(detail(id).delen[0]!.id).toBe(delen[1]!.id);
	expect(detail(id).delen).toHaveLength(2);
	updateBijeenkomst(systeem, { ...NIEUW, id });
	expect(detail(id).waarschuwingen).toEqual([
		'Een dagdeel valt buiten de datum. Kijk de dagdelen na.',
	]);
});

test('rows of the form: an empty one is none, what is wrong is told by its field', () => {
	const goed = {
		dag1: '11 juni 2096',
		begin1: '9',
		eind1: '12',
		dag3: '12 juni 2096',
		begin3: '9',
		eind3: '12',
	};
	expect(v.parse(DagdelenInput, goed).delen).toHaveLength(2);
	const fout = (velden: Record<string, string>) =>
		v.safeParse(DagdelenInput, { ...goed, ...velden }).issues?.map((i) => i.path?.[0]?.key);
	expect(fout({ eind3: '8' })).toEqual(['eind3']);
	expect(fout({ dag2: 'najaar 2096' })).toEqual(['dag2']);
	expect(fout({ begin2: '10' })).toEqual(['dag2']);
	expect(fout({ dag3: '11 juni 2096' })).toEqual(['begin3']);
});

test('a copy is a new one on another day, without what came of the first', () => {
	const { persoonId } = maakLid(systeem, team, 'student');
	const id = plan({
		aantal: { aantal: 30, circa: true, tekst: 'circa 30' },
		organisatorNamen: ['Albeda'],
		voorbereiders: [persoonId],
	});
	assignDagdelen(systeem, { id, delen: [deel('2096-06-11'), deel('2096-06-13')] });
	const kopie = createKopie(systeem, { id, datum: datum('1 juli 2096') }).id;
	expect(detail(kopie)).toMatchObject({
		titel: 'Blue Monday',
		hoeveel: '',
		organisatoren: [{ naam: 'Albeda' }],
		voorbereiders: [{ id: persoonId }],
	});
	expect(detail(kopie).delen.map(({ dag }) => dag)).toEqual(['2096-07-01', '2096-07-03']);
	expect(() =>
		createKopie(maakLid(systeem, team, 'student'), { id, datum: datum('1 juli 2096') }),
	).toThrow(Forbidden);
});

test('again each fortnight: one reeks that knows how many, on the right days', () => {
	const id = plan();
	const { ids } = createHerhaling(systeem, { id, elke: 'twee-weken', aantal: 3 });
	expect(ids.map((it) => detail(it).datum?.dag)).toEqual([
		'2096-06-25',
		'2096-07-09',
		'2096-07-23',
	]);
	const { reeks } = detail(id);
	expect(ids.every((it) => detail(it).reeks?.id === reeks?.id)).toBe(true);
	createHerhaling(systeem, { id: ids[2]!, elke: 'week', aantal: 1 });
	expect(listAlleBijeenkomsten(systeem, { reeksId: reeks!.id }).komend).toHaveLength(5);
	const vaag = plan({ datum: datum('najaar 2096') });
	expect(() => createHerhaling(systeem, { id: vaag, elke: 'week', aantal: 1 })).toThrow(Invalid);
});

test('AC-41, AC-29: what a school and a keukentafel tell more, kept side by side', () => {
	const id = plan({ soort: 'gastcollege', datum: datum('september 2018') });
	const hogeschoolId = maakOrganisatie('Hogeschool Rotterdam');
	const les = { opleiding: 'Social Work', hogeschoolId, leerjaar: 2, gever: 'Hanneke' };
	updateOnderwijs(systeem, { id, ...les });
	updateOnderwijs(systeem, { id, ...les, leerjaar: 3 });
	expect(detail(id)).toMatchObject({
		onderwijs: { ...les, leerjaar: 3, hogeschool: 'Hogeschool Rotterdam' },
	});
	expect(detail(id).wanneer).toContain('september 2018');
	const tafel = {
		vraag: 'Wie helpt?',
		bijOrganisatieId: null,
		bij: 'de woningcorporatie',
		effect: 'Wachten',
		afspraken: 'Bellen',
	};
	updateKeukentafel(systeem, { id, ...tafel });
	expect(detail(id).keukentafel).toMatchObject(tafel);
	const woorden = STANDAARD;
	expect(feitenVan(detail(id), { woorden, eigen: [['Nummer', '9']] })).toEqual([
		['Soort', 'Gastcollege'],
		['Nummer', '9'],
		['Opleiding', 'Social Work'],
		['School', 'Hogeschool Rotterdam'],
		['Leerjaar', '3'],
		['Gegeven door', 'Hanneke'],
		['De vraag', 'Wie helpt?'],
		['Op bezoek bij', 'de woningcorporatie'],
		['Wat mensen merkten', 'Wachten'],
		['Afspraken', 'Bellen'],
		['Wie mag komen', 'Alleen voor het team'],
	]);
});
