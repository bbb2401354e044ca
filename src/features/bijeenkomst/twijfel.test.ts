import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { NIEMAND, type SysteemActor } from '#access/actor.ts';
import { datum, maakLid, maakPeriode, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { freshDb } from '#server/db/test-db.ts';
import { NotFound } from '#server/errors.ts';
import { DagdelenInput, veldIn } from './dagdeel.input.ts';
import { assignDagdelen } from './dagdeel.write.server.ts';
import type { BijeenkomstNieuw } from './input.ts';
import { listTwijfels } from './twijfel.read.server.ts';
import { alsVragen } from './waarschuw.ts';
import { createBijeenkomst, updateBijeenkomst } from './write.server.ts';

let systeem: SysteemActor;
let team: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	maakPeriode(systeem.werkplaatsId, 2);
});

const ZONDAG = '10 juni 2096 is een zondag.';
const GEEN_PERIODE = 'Deze dag valt in geen enkele periode.';
const TE_LANG = 'Dit duurt langer dan 12 uur. Kijk de tijden na.';

const GOED: BijeenkomstNieuw = {
	titel: 'Blue Monday',
	datum: datum('11 juni 2018'),
	begin: '14.00',
	eind: '16.30',
	plaats: 'Huis van de Wijk',
};
const plan = (part: Partial<BijeenkomstNieuw> = {}) =>
	createBijeenkomst(systeem, { ...GOED, leeromgevingId: team, ...part }).id;

test('R-08, R-21: each sentence by its own field, and nothing when nothing is odd', () => {
	const vragen = (part: Partial<BijeenkomstNieuw> = {}) =>
		alsVragen(listTwijfels(systeem, plan(part)));
	expect(vragen()).toEqual({});
	expect(vragen({ datum: datum('10 juni 2096') })).toEqual({ datum: `${GEEN_PERIODE} ${ZONDAG}` });
	expect(vragen({ datum: datum('2 april 2018'), begin: '08.00', eind: '20.30' })).toEqual({
		datum: '2 april 2018 is tweede paasdag.',
		eind: TE_LANG,
	});
	expect(vragen({ datum: null, begin: '', eind: '' })).toEqual({});
});

test('what was so already is not asked again; of another day, or other times, it is', () => {
	const oud = { datum: datum('10 juni 2096'), begin: '08.00', eind: '21.00' };
	const id = plan(oud);
	const naDat = (part: Partial<BijeenkomstNieuw>) => {
		const was = listTwijfels(systeem, id);
		updateBijeenkomst(systeem, { ...GOED, ...oud, ...part, id });
		return alsVragen(listTwijfels(systeem, id), { was });
	};
	expect(naDat({ titel: 'Blauwe maandag' })).toEqual({});
	expect(naDat({ eind: '22.00' })).toEqual({ eind: TE_LANG });
	expect(naDat({ datum: datum('11 juni 2096'), eind: '22.00' })).toEqual({ datum: GEEN_PERIODE });
	expect(naDat({ datum: datum('10 juni 2096'), eind: '10.00' })).toEqual({
		datum: `${GEEN_PERIODE} ${ZONDAG}`,
	});
});

test('of several days each at its row of the form, wherever that stands', () => {
	const id = plan();
	const vragenBij = (velden: Record<string, string>) => {
		const input = v.parse(DagdelenInput, velden);
		const was = listTwijfels(systeem, id);
		assignDagdelen(systeem, { id, delen: input.delen });
		return alsVragen(listTwijfels(systeem, id), { was, veld: veldIn(input) });
	};
	const zondag = { dag2: '10 juni 2018', begin2: '9', eind2: '12' };
	const maandag = { dag4: '11 juni 2018', begin4: '8', eind4: '21' };
	expect(vragenBij({ ...zondag, ...maandag })).toEqual({
		dag2: '10 juni 2018 is een zondag.',
		eind4: TE_LANG,
	});
	expect(vragenBij({ ...zondag, ...maandag })).toEqual({});
	expect(vragenBij({ ...maandag, dag1: '31 december 2095', begin1: '9', eind1: '12' })).toEqual({});
	expect(vragenBij({ dag3: '12 juni 2096', begin3: '9', eind3: '12' })).toEqual({
		dag3: GEEN_PERIODE,
	});
});

test('a date that leaves a dagdeel out is asked at the date', () => {
	const id = plan();
	assignDagdelen(systeem, {
		id,
		delen: [{ dag: '2018-06-11', begin: '09.00', eind: '12.00', pauzes: [] }],
	});
	const was = listTwijfels(systeem, id);
	updateBijeenkomst(systeem, { ...GOED, id, datum: datum('12 juni 2018') });
	expect(alsVragen(listTwijfels(systeem, id), { was })).toEqual({
		datum: 'Een dagdeel valt buiten de datum. Kijk de dagdelen na.',
	});
});

test('who may not change it hears nothing of it', () => {
	const id = plan({ datum: datum('10 juni 2096') });
	expect(listTwijfels(maakLid(systeem, team, 'student'), id)).toEqual([]);
	expect(() => listTwijfels(NIEMAND, id)).toThrow(NotFound);
});
