import { beforeEach, describe, expect, test } from 'vitest';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { maakTeam } from '#features/leeromgeving/test-team.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { tekstSchema } from '#features/tekst/schema.ts';
import { telWoorden } from '#features/verslag/blok.ts';
import { tekstNu } from '#features/verslag/tekst.server.ts';
import { actie, doc, kop, p, t, voorstel } from '#features/verslag/test-tekst.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { finaliseVerslag } from '#features/verslag/write.server.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { metIds } from './inhoud.ts';
import { listSjablonen } from './read.server.ts';
import { SJABLONEN } from './vast.ts';
import { createBegin, createSjabloon, removeSjabloon } from './write.server.ts';

let w: VerslagWereld;
beforeEach(() => {
	w = verslagWereld();
});
const begin = (sjabloon: string, actor = w.lid) =>
	createBegin(actor, { bijeenkomstId: w.id, sjabloon });
const idsIn = (node: TekstNode): unknown[] => [
	...(node.attrs && 'id' in node.attrs ? [node.attrs.id] : []),
	...(node.content ?? []).flatMap(idsIn),
];
const andere = (leeromgevingId = w.teamId) => {
	const velden = { titel: 'Nog een', datum: null, begin: '', eind: '', plaats: '' };
	return createBijeenkomst(w.systeem, { ...velden, leeromgevingId }).id;
};

test.each(SJABLONEN.map((sjabloon) => [sjabloon.naam, sjabloon] as const))(
	'%s is a valid text with short sentences',
	(_naam, { inhoud }) => {
		tekstSchema().nodeFromJSON(metIds(inhoud, newId)).check();
		for (const zin of JSON.stringify(inhoud).match(/"text":"[^"]*"/g)!)
			expect(zin.split(/[.?]/).every((deel) => telWoorden(doc(p(deel))) <= 15)).toBe(true);
	},
);

describe('beginning', () => {
	test('fills an empty verslag, with ids of its own', () => {
		expect(begin('werkteambijeenkomst')).toEqual({ gevuld: true });
		const ids = idsIn(w.tekst());
		expect(ids.length).toBeGreaterThan(1);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.every((id) => /^[a-z2-7]{20}$/.test(String(id)))).toBe(true);
	});

	test('two people at once: one sjabloon, once', () => {
		expect(begin('kort-verslag')).toEqual({ gevuld: true });
		const after = w.tekst();
		expect(begin('casusbespreking', w.trekker)).toEqual({ gevuld: false });
		expect(w.tekst()).toEqual(after);
	});

	test('leaves alone what somebody wrote meanwhile', () => {
		w.schrijf(w.trekker, p('Alvast een zin.'));
		expect(begin('kort-verslag')).toEqual({ gevuld: false });
		expect(w.tekst()).toEqual(doc(p('Alvast een zin.')));
	});

	test('is for who may write, and with what may be seen', () => {
		expect(() => begin('kort-verslag', w.agendalid)).toThrow(Forbidden);
		expect(() => begin('kort-verslag', w.lector)).toThrow(Forbidden);
		expect(() => begin('kort-verslag', w.buiten)).toThrow(NotFound);
		expect(() => begin('bestaatniet')).toThrow(Invalid);
	});
});

describe('own sjablonen', () => {
	const bewaar = (naam: string, voor: 'team' | 'werkplaats', actor = w.lid) =>
		createSjabloon(actor, { bijeenkomstId: w.id, naam, voor }).id;

	test('of a team are for its verslagen, of the werkplaats for all', () => {
		w.schrijf(w.lid, kop('Ronde langs de tafel'));
		const team = bewaar('Onze ronde', 'team');
		const alle = bewaar('Voor iedereen', 'werkplaats', w.coordinator);
		const elders = andere(maakTeam(w.systeem, { naam: 'Ander team', volgnummer: 2 }));
		const ids = (bijeenkomstId: string) =>
			listSjablonen(w.systeem, bijeenkomstId).sjablonen.map(({ id }) => id);
		const vast = SJABLONEN.map(({ id }) => id);
		expect(ids(andere())).toEqual([team, alle, ...vast]);
		expect(ids(elders)).toEqual([alle, ...vast]);
		const leeg = andere();
		expect(createBegin(w.lid, { bijeenkomstId: leeg, sjabloon: team })).toEqual({ gevuld: true });
		expect(tekstNu(leeg)).toEqual(doc(kop('Ronde langs de tafel')));
		expect(() => createBegin(w.systeem, { bijeenkomstId: elders, sjabloon: team })).toThrow(
			Invalid,
		);
	});

	test('have no proposals, no pictures and no ids of another verslag', () => {
		const id = 'afbeeldingaaaaaaaaaa';
		w.schrijf(
			w.lid,
			p('Vast ', t('misschien', voorstel('voorstelErbij', 'voorstelaaaaaaaaaaaa'))),
			{ type: 'afbeelding', attrs: { id, alt: 'Joke', breedte: 10, hoogte: 10 } },
			{ ...kop('Casus'), attrs: { level: 2, agendapunt: 'agendapuntaaaaaaaaaa' } },
			actie('actieaaaaaaaaaaaaaaa', 'Terugbellen'),
		);
		const sjabloon = bewaar('Bellen', 'team');
		const leeg = andere();
		createBegin(w.lid, { bijeenkomstId: leeg, sjabloon });
		expect(JSON.stringify(tekstNu(leeg))).not.toMatch(
			/misschien|afbeelding|voorstel|actieaaa|agendapunt/,
		);
		expect(tekstNu(leeg).content).toHaveLength(3);
	});

	test('are saved and removed by who plans; one name once', () => {
		expect(() => bewaar('leeg', 'team')).toThrow(Invalid);
		w.schrijf(w.lid, p('een'));
		for (const actor of [w.agendalid, w.lector, w.observator])
			expect(() => bewaar('mijn', 'team', actor)).toThrow(Forbidden);
		expect(() => bewaar('mijn', 'werkplaats')).toThrow(Forbidden);
		const sjabloonId = bewaar('Onze ronde', 'team');
		expect(() => bewaar('Onze ronde', 'team')).toThrow(Invalid);
		bewaar('Onze ronde', 'werkplaats', w.coordinator);
		expect(() => bewaar('Onze ronde', 'werkplaats', w.coordinator)).toThrow(Invalid);
		expect(() => removeSjabloon(w.lector, { sjabloonId })).toThrow(Forbidden);
		removeSjabloon(w.lid, { sjabloonId });
		expect(() => removeSjabloon(w.lid, { sjabloonId })).toThrow(NotFound);
	});

	test('can be made of a verslag that was vastgesteld', () => {
		w.schrijf(w.lid, p('een'));
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		expect(bewaar('Van toen', 'team')).toBeTruthy();
	});
});
