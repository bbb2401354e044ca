import { beforeEach, expect, test } from 'vitest';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakTeam } from '#features/leeromgeving/test-team.ts';
import { createLeervraag, createLoslating } from '#features/leervraag/write.server.ts';
import { Forbidden } from '#server/errors.ts';
import { listKeuzes, listTeams, nieuwBordBij, nieuwBordOver } from './keuzes.read.server.ts';
import { bordenOver } from './read.server.ts';
import { bordWereld, type BordWereld } from './test-regie.ts';

let w: BordWereld;
beforeEach(() => {
	w = bordWereld();
});

test('a bord is made for a team in which one plans', () => {
	const ander = maakTeam(w.systeem);
	const van = (actor: typeof w.lid) => listTeams(actor).map(({ id }) => id);
	expect(van(w.lid)).toEqual([w.teamId]);
	expect(van(w.coordinator).toSorted()).toEqual([w.teamId, ander].toSorted());
	for (const actor of [w.student, w.observator, w.lector, w.buiten]) expect(van(actor)).toEqual([]);
});

test('of a bijeenkomst and a leervraag one comes to a new bord of the right team', () => {
	const bijeenkomstId = maakBijeenkomst(w.systeem, w.teamId);
	const hier = `/borden/nieuw?team=${w.teamId}&bijeenkomst=${bijeenkomstId}`;
	expect(nieuwBordBij(w.lid, bijeenkomstId)).toBe(hier);
	expect(nieuwBordBij(w.student, bijeenkomstId)).toBeNull();
});

const vraag = (tekst: string, ...leeromgevingIds: string[]) =>
	createLeervraag(w.systeem, {
		...{ tekst, themaId: null, herkomst: 'team', perspectief: null },
		leeromgevingIds,
	}).id;

test('a bord is about a leervraag, of the team first; one that was dropped is chosen no more', () => {
	const elders = vraag('Van de agenda');
	const eigen = vraag('Van ons', w.teamId);
	const keuzes = () => listKeuzes(w.lid, w.teamId).leervragen.map(({ label }) => label);
	expect(keuzes()).toEqual(['Van ons', 'Van de agenda']);
	createLoslating(w.systeem, { vraagId: elders, reden: 'Klaar' });
	expect(keuzes()).toEqual(['Van ons']);
	expect(listKeuzes(w.lid, w.teamId, elders).leervragen).toHaveLength(2);
	expect(() => listKeuzes(w.buiten, w.teamId)).toThrow(Forbidden);

	const id = w.maak(w.lid, { leervraagId: eigen });
	expect(nieuwBordOver(w.lid, eigen)).toBe(`/borden/nieuw?team=${w.teamId}&leervraag=${eigen}`);
	expect(nieuwBordOver(w.lid, elders)).toBeNull();
	expect(nieuwBordOver(w.student, eigen)).toBeNull();
	expect(bordenOver(w.student, eigen).map((bord) => bord.id)).toEqual([id]);
	expect(bordenOver(w.buiten, eigen)).toEqual([]);
});
