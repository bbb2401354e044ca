import { beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Actor } from '#access/actor.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { WERKVORMEN, werkvormVan } from '#features/werkvorm/bibliotheek.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { AgendaBegin, StappenInput } from './input.ts';
import { detailAgenda, detailBeamer, standAgenda } from './read.server.ts';
import { puntenVanWerkvorm } from './stappen.ts';
import { leeg } from './test-agenda.ts';
import { createAgenda, createPunt, createStappen } from './write.server.ts';

let w: VerslagWereld;
beforeEach(() => {
	w = verslagWereld();
});
const voegToe = (werkvorm: string, actor: Actor = w.lid) =>
	createStappen(actor, { bijeenkomstId: w.id, werkvorm });
const begin = (werkvorm: string, actor: Actor = w.lid) =>
	createAgenda(actor, { bijeenkomstId: w.id, werkvorm });
const maak = (titel: string) => createPunt(w.lid, { bijeenkomstId: w.id, ...leeg, titel });
const titels = () => standAgenda(w.lid, w.id).punten.map(({ titel }) => titel);

test.each(WERKVORMEN.map((werkvorm) => [werkvorm.naam, werkvorm] as const))(
	'%s is points, each with how it goes',
	(_naam, werkvorm) => {
		begin(werkvorm.sleutel);
		const { punten } = detailAgenda(w.lid, w.id);
		expect(punten).toHaveLength(Math.max(1, werkvorm.stappen.length));
		expect(punten.every(({ hoe }) => hoe?.sleutel === werkvorm.sleutel)).toBe(true);
	},
);

test('minutes as written; a doel only when it is of one fase', () => {
	const wereldcafe = puntenVanWerkvorm(werkvormVan('wereldcafe')!);
	expect(wereldcafe.map(({ minuten }) => minuten)).toEqual([20, 20, 20, null, null]);
	expect(new Set(wereldcafe.map(({ doel }) => doel))).toEqual(new Set(['duiden']));
	expect(puntenVanWerkvorm(werkvormVan('incidentmethode')!)[0]!.doel).toBe(null);
	expect(puntenVanWerkvorm(werkvormVan('mindmap')!)).toMatchObject([
		{ soort: 'punt', titel: 'Mindmap', minuten: null, doel: 'duiden', werkvorm: 'mindmap' },
	]);
});

describe('beginning', () => {
	test('two at once: one werkvorm, once', () => {
		expect(begin('stellingen')).toEqual({ gevuld: true });
		expect(begin('leerkring', w.trekker)).toEqual({ gevuld: false });
		expect(titels()).toEqual(['Lees de stelling', 'Kies een plek', 'Zeg waarom']);
	});

	test('only for who plans, with one of the list', () => {
		for (const actor of [w.agendalid, w.observator, w.lector])
			expect(() => begin('stellingen', actor)).toThrow(Forbidden);
		expect(() => begin('stellingen', w.buiten)).toThrow(NotFound);
		expect(() => begin('bestaat-niet')).toThrow(Invalid);
		expect(() => begin('')).toThrow(Invalid);
		expect(titels()).toEqual([]);
	});
});

describe('behind what is there', () => {
	const zin = (werkvorm: string) => {
		try {
			voegToe(werkvorm);
		} catch (error) {
			return error instanceof Invalid ? error.errors[''] : error;
		}
	};

	test('in order, as often as one wants', () => {
		maak('Welkom');
		expect(voegToe('stellingen')).toEqual({ aantal: 3 });
		maak('Terugkijken');
		expect(voegToe('mindmap', w.trekker)).toEqual({ aantal: 1 });
		const stellingen = ['Lees de stelling', 'Kies een plek', 'Zeg waarom'];
		expect(titels()).toEqual(['Welkom', ...stellingen, 'Terugkijken', 'Mindmap']);
	});

	test('only for who plans, with one of the list', () => {
		for (const actor of [w.agendalid, w.observator, w.lector])
			expect(() => voegToe('stellingen', actor)).toThrow(Forbidden);
		expect(() => voegToe('stellingen', w.buiten)).toThrow(NotFound);
		expect(() => voegToe('bestaat-niet')).toThrow(Invalid);
	});

	test('all of it or nothing, when there is little room', () => {
		for (let n = 0; n < 58; n++) maak(String(n));
		expect(zin('stellingen')).toBe('Er passen nog 2 punten op de agenda. Dit zijn er 3.');
		expect(titels()).toHaveLength(58);
		voegToe('mindmap');
		expect(zin('stellingen')).toBe('Er past nog 1 punt op de agenda. Dit zijn er 3.');
		voegToe('mindmap');
		expect(zin('mindmap')).toBe('De agenda is vol. Haal eerst een punt weg.');
		expect(titels()).toHaveLength(60);
	});
});

describe('the form', () => {
	const errors = (schema: typeof AgendaBegin | typeof StappenInput, values: object) =>
		(v.safeParse(schema, values).issues ?? []).map((issue) => [v.getDotPath(issue), issue.message]);
	const kies = ['werkvorm', 'Kies een werkvorm uit de lijst.'];

	test('to begin with wants a sjabloon or a werkvorm', () => {
		expect(errors(AgendaBegin, { sjabloon: 'leerkring' })).toEqual([]);
		expect(errors(AgendaBegin, { werkvorm: 'leerkring' })).toEqual([]);
		expect(errors(AgendaBegin, { werkvorm: '' })).toEqual([kies]);
		expect(errors(AgendaBegin, { werkvorm: 'bestaat-niet' })).toEqual([kies]);
	});

	test('for more wants a werkvorm', () => {
		expect(errors(StappenInput, { werkvorm: 'leerkring' })).toEqual([]);
		for (const values of [{}, { werkvorm: '' }])
			expect(errors(StappenInput, values)).toEqual([kies]);
	});
});

test('in the room the screen says which step it is, also where nothing is said about whom', () => {
	begin('roddelmethode');
	createPunt(w.lid, {
		...{ bijeenkomstId: w.id, ...leeg },
		titel: 'Over mevrouw Jansen',
		werkvorm: 'roddelmethode',
	});
	const { lijst } = detailBeamer(w.lid, w.id);
	expect(lijst.slice(2).map(({ titel }) => titel)).toEqual([
		'De groep praat alsof de inbrenger er niet is',
		'De inbrenger zegt wat verraste of hielp',
		'Roddelmethode',
	]);
});
