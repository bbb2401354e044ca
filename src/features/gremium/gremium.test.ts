import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersoonActor } from '#access/actor.ts';
import { maakPersoon, maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { fieldError, refusal } from '#server/test-form.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, NotFound } from '#server/errors.ts';
import { gremiumTekst } from './formulier.ts';
import {
	gremiumInput,
	gremiumLidInput,
	herlevingInput,
	lidEindeInput,
	opheffingInput,
	vergaderingInput,
} from './input.ts';
import { detailGremium, listGremia, listLidKeuzes } from './read.server.ts';
import { statusOp } from './status.ts';
import * as write from './write.server.ts';

let werkplaatsId: string;
let coordinator: PersoonActor;

beforeEach(() => {
	freshDb();
	({ werkplaatsId } = maakWerkplaats());
	coordinator = metRol(werkplaatsId, 'coordinator');
});

type Velden = Record<string, string>;
const velden = (naam: string, meer: Velden = {}) =>
	v.parse(gremiumInput, { naam, niveau: 'tactisch', ...meer });
const maak = (naam = 'Programmaraad', meer: Velden = {}) =>
	write.createGremium(coordinator, velden(naam, meer));
const vergader = (gremiumId: string, datum: string, meer: Velden = {}) =>
	write.createVergadering(coordinator, {
		gremiumId,
		...v.parse(vergaderingInput, { datum, ...meer }),
	});
const hefOp = (gremiumId: string, op: string, soort = 'voorlopig') =>
	write.createOpheffing(coordinator, {
		gremiumId,
		...v.parse(opheffingInput, { op, soort, reden: 'Het stond boven de teams.' }),
	});
const herleef = (gremiumId: string, herleefdOp: string) =>
	write.withdrawOpheffing(coordinator, { gremiumId, ...v.parse(herlevingInput, { herleefdOp }) });
const lid = (gremiumId: string, persoonId: string, meer: Velden = {}) =>
	write.createGremiumLid(coordinator, {
		gremiumId,
		...v.parse(gremiumLidInput, { persoonId, ...meer }),
	});
const detail = (id: string) => detailGremium(coordinator, id);

describe('the Programmaraad of Zuid-Holland Zuid (AC-07, R-51)', () => {
	test('met four times, was dissolved "voorlopig", and what was stays', () => {
		const id = maak();
		for (const datum of ['november 2016', '12 januari 2017', '9 maart 2017', 'mei 2017'])
			vergader(id, datum);
		lid(id, maakPersoon(werkplaatsId, 'Joke'), { rol: 'contactpersoon', van: '2016' });
		hefOp(id, 'juli 2017');
		const { vergaderingen, keer, leden, opheffingen, status } = detail(id);
		expect(vergaderingen.map((x) => x.datum.geschreven)).toEqual([
			'november 2016',
			'12 januari 2017',
			'9 maart 2017',
			'mei 2017',
		]);
		expect({ keer, status }).toEqual({ keer: '4 keer', status: 'voorlopig' });
		expect(leden).toMatchObject([{ naam: 'Joke', rol: 'contactpersoon' }]);
		expect(statusOp(opheffingen, '2017-06-30')).toBe('actief');
		expect(statusOp(opheffingen, '2017-07-01')).toBe('voorlopig');
		expect(listGremia(coordinator)).toMatchObject([
			{ naam: 'Programmaraad', status: 'voorlopig', keer: '4 keer' },
		]);
	});

	test('can be revived and dissolved again, each time in the history', () => {
		const id = maak();
		hefOp(id, 'juli 2017');
		herleef(id, '1 januari 2020');
		expect(detail(id).status).toBe('actief');
		hefOp(id, '1 juli 2021', 'blijvend');
		const { opheffingen, status } = detail(id);
		expect(status).toBe('opgeheven');
		expect(opheffingen.map((o) => [o.voorlopig, o.herleefdOp?.dag])).toEqual([
			[true, '2020-01-01'],
			[false, undefined],
		]);
		expect(
			['2019-12-31', '2020-01-01', '2021-07-01'].map((dag) => statusOp(opheffingen, dag)),
		).toEqual(['voorlopig', 'actief', 'opgeheven']);
	});

	test('what cannot be gets a sentence', () => {
		const id = maak('Programmaraad', { van: '1 september 2016' });
		expect(refusal(() => herleef(id, '2018'))).toEqual({ '': 'Het gremium is niet opgeheven.' });
		expect(refusal(() => hefOp(id, '2015'))).toEqual({
			op: 'Dit ligt voor het begin van het gremium, 1 september 2016.',
		});
		hefOp(id, '1 juli 2017');
		expect(refusal(() => hefOp(id, '2019'))).toEqual({
			op: 'Het gremium is al opgeheven, per 1 juli 2017.',
		});
		expect(refusal(() => herleef(id, '2016'))).toEqual({
			herleefdOp: 'Het werd pas opgeheven per 1 juli 2017.',
		});
		expect(refusal(() => vergader(id, '8 maart 2018'))).toEqual({
			datum: 'Het gremium was toen opgeheven, sinds 1 juli 2017.',
		});
		vergader(id, '8 maart 2017');
		herleef(id, '2019');
		expect(refusal(() => hefOp(id, '2018'))).toEqual({
			op: 'Dit ligt voor de dag waarop het herleefde, 2019.',
		});
	});

	test('there is no way to let it approve anything', () => {
		expect(
			Object.keys(write).filter((name) => /confirm|approve|assign|finalise|publish/.test(name)),
		).toEqual([]);
	});
});

test('a count may be stated, and be "per regio" (R-52)', () => {
	const id = maak('Consortium', { niveau: 'strategisch' });
	vergader(id, '2016-2019', { aantal: '3', toelichting: 'per regio' });
	expect(detail(id).keer).toBe('3 keer per regio');
	vergader(id, '8 maart 2018');
	expect(detail(id).keer).toBe('4 keer');
	for (const aantal of ['0', '-1', '1,5', 'veel', '101'])
		expect(fieldError(vergaderingInput, { datum: '2016', aantal }, 'aantal')).toContain(
			'heel getal',
		);
	const weg = detail(id).vergaderingen.at(-1)?.id ?? '';
	write.removeVergadering(coordinator, { gremiumId: id, id: weg });
	expect(detail(id).keer).toBe('3 keer per regio');
});

describe('leden', () => {
	test('come and go and come back; not twice at one time', () => {
		const id = maak();
		const persoonId = maakPersoon(werkplaatsId, 'Joke', 'Vos');
		const eerste = lid(id, persoonId, { van: '2016' });
		expect(refusal(() => lid(id, persoonId, { van: '2018' }))).toEqual({
			persoonId: 'Joke Vos is in deze tijd al lid (2016 – nu).',
		});
		write.updateGremiumLid(coordinator, {
			gremiumId: id,
			...v.parse(lidEindeInput, { id: eerste, tot: 'eind 2017' }),
		});
		const tweede = lid(id, persoonId, { van: '2019' });
		expect(detail(id).leden.map((l) => [l.van?.geschreven, l.tot?.geschreven, l.nu])).toEqual([
			['2016', 'eind 2017', false],
			['2019', undefined, true],
		]);
		write.removeGremiumLid(coordinator, { gremiumId: id, id: tweede });
		expect(detail(id).leden).toHaveLength(1);
		expect(refusal(() => lid(id, persoonId, { van: '2020', tot: '2019' }))).toHaveProperty('tot');
	});

	test('reads its own gremium and no other', () => {
		const gast = metRol(werkplaatsId, null);
		expect(() => listGremia(gast)).toThrow(Forbidden);
		const id = maak();
		const ander = maak('MT', { niveau: 'operationeel' });
		const zit = lid(id, gast.persoonId, { van: '2016' });
		expect(listGremia(gast).map((g) => g.naam)).toEqual(['Programmaraad']);
		expect(detailGremium(gast, id).may).toEqual({ edit: false });
		expect(() => detailGremium(gast, ander)).toThrow(NotFound);
		expect(listLidKeuzes(gast)).toEqual([]);
		write.updateGremiumLid(coordinator, {
			gremiumId: id,
			...v.parse(lidEindeInput, { id: zit, tot: '2017' }),
		});
		expect(() => detailGremium(gast, id)).toThrow(NotFound);
	});
});

test('gremia are listed by niveau, then name; changed; and removed only without a history', () => {
	const raad = maak();
	maak('Landelijk overleg', { niveau: 'landelijk' });
	const mt = maak('MT', { niveau: 'operationeel' });
	maak('Docententeam', { niveau: 'operationeel' });
	expect(listGremia(coordinator).map((g) => g.naam)).toEqual([
		'Docententeam',
		'MT',
		'Programmaraad',
		'Landelijk overleg',
	]);
	write.updateGremium(coordinator, velden('Managementteam', { niveau: 'operationeel' }), {
		id: mt,
	});
	expect(detail(mt).naam).toBe('Managementteam');
	write.removeGremium(coordinator, mt);
	vergader(raad, '2016');
	expect(refusal(() => write.removeGremium(coordinator, raad))['']).toContain('Hef het op');
});

test('two people change the task: both see both', () => {
	const id = maak('MT', { taak: 'plannen' });
	const basis = gremiumTekst(velden('MT', { taak: 'plannen' }));
	write.updateGremium(
		metRol(werkplaatsId, 'lector'),
		velden('MT', { taak: 'plannen en overleggen' }),
		{ id, basis },
	);
	expect(() =>
		write.updateGremium(coordinator, velden('MT', { taak: 'agenda' }), { id, basis }),
	).toThrow(Conflict);
	write.updateGremium(coordinator, velden('Managementteam', { taak: 'plannen' }), { id, basis });
	expect(detail(id)).toMatchObject({ naam: 'Managementteam', taak: 'plannen en overleggen' });
});

test.each(['<script>alert(1)</script>', '=1+1', 'Sarıkaş', '🙂'])(
	'%s is a name like another (AC-63)',
	(naam) => {
		expect(detail(maak(naam)).naam).toBe(naam);
	},
);

test('too much text is a sentence at the field (AC-63)', () => {
	const taak = 'x'.repeat(10_000);
	expect(fieldError(gremiumInput, { naam: 'a', niveau: 'tactisch', taak }, 'taak')).toBe(
		'Dit is te lang. Gebruik hoogstens 1000 tekens.',
	);
	expect(fieldError(gremiumInput, { naam: '', niveau: 'tactisch' }, 'naam')).toBe(
		'Vul de naam van het gremium in.',
	);
});

test('nothing of another werkplaats can be read, changed or put in it', () => {
	const id = maak();
	vergader(id, '2016');
	const elders = metRol(maakWerkplaats('Noord').werkplaatsId, 'coordinator');
	const daar = write.createGremium(elders, velden('Daar'));
	const [vergadering] = detail(id).vergaderingen;
	const leeg = { rol: '', van: null, tot: null };
	const acts = [
		() => detailGremium(elders, id),
		() => write.updateGremium(elders, velden('x'), { id }),
		() => write.removeGremium(elders, id),
		() =>
			write.createGremiumLid(elders, {
				gremiumId: daar,
				persoonId: coordinator.persoonId,
				...leeg,
			}),
		() => write.createGremiumLid(elders, { gremiumId: id, persoonId: elders.persoonId, ...leeg }),
		() => write.removeVergadering(elders, { gremiumId: daar, id: vergadering?.id ?? '' }),
	];
	for (const act of acts) expect(act).toThrow(NotFound);
	expect(listGremia(elders).map((g) => g.naam)).toEqual(['Daar']);
});

test('a docentonderzoeker, a beheerder and a partnercontact read; they change nothing', () => {
	const id = maak();
	for (const rol of ['docentonderzoeker', 'beheerder', 'partnercontact'] as const) {
		const actor = metRol(werkplaatsId, rol);
		expect(detailGremium(actor, id).may.edit).toBe(false);
		expect(() => write.createGremium(actor, velden('x'))).toThrow(Forbidden);
		expect(() => write.removeGremium(actor, id)).toThrow(Forbidden);
	}
});
