import { expect, test } from 'vitest';
import type { Doc } from 'yjs';
import type { BordBeeld } from './beeld.ts';
import { leesBord } from './document.ts';
import {
	haalGroepWeg,
	maakGroep,
	noemGroep,
	verplaatsBriefje,
	zetBriefje,
} from './document.groep.ts';
import { maakAfspraak, maakInzicht, wijzigInzicht } from './document.oogst.ts';
import { haalVanTafel, legOpTafel, wijzigTekst, zetStand } from './document.server.ts';
import { geraakt, isMeteen, omroep } from './omroep.ts';
import { briefjeId, eenBord, eenBriefje, groepId, idNr } from './test-bord.ts';

const NIEMAND = { eigen: new Set<string>(), regie: false };
const A = groepId(1);
const B = groepId(2);

/** What is said of what was done in between. */
function na(doc: Doc, doe: (doc: Doc) => void, ik = NIEMAND): string {
	const oud = leesBord(doc);
	doe(doc);
	return omroep(oud, leesBord(doc), ik).join(' ');
}
const leg = (doc: Doc, wie: string, ...nrs: number[]) =>
	legOpTafel(
		doc,
		nrs.map((nr) => eenBriefje(nr, { wie })),
	);

/** Three briefjes, two of them in a groep; and an empty one. */
function metGroepen(): Doc {
	const doc = eenBord(3);
	maakGroep(doc, { id: A, briefjeIds: [briefjeId(1), briefjeId(2)], naam: 'Schaamte' });
	maakGroep(doc, { id: B, briefjeIds: [], naam: 'Wie mag wat?' });
	return doc;
}

test('nothing is said when nothing changed, nor when a thing came and went in between', () => {
	const doc = metGroepen();
	expect(na(doc, () => undefined)).toBe('');
	const heenEnWeer = (one: Doc) => {
		leg(one, '', 4);
		haalVanTafel(one, [briefjeId(4)]);
		zetBriefje(one, { id: briefjeId(3), groepId: A });
		zetBriefje(one, { id: briefjeId(3), groepId: '' });
	};
	expect(na(doc, heenEnWeer)).toBe('');
});

test('briefjes are counted, and named after who wrote them only where the bord shows names', () => {
	expect(na(eenBord(), (doc) => leg(doc, '', 1, 2, 3))).toBe('Er kwamen 3 briefjes bij.');
	expect(na(eenBord(), (doc) => leg(doc, '', 1))).toBe('Er kwam 1 briefje bij.');
	expect(na(eenBord(), (doc) => leg(doc, 'Sanne', 1, 2, 3))).toBe('Sanne voegde 3 briefjes toe.');
	const twee = (doc: Doc) => {
		leg(doc, 'Sanne', 1);
		leg(doc, 'Tygo', 2, 3);
	};
	expect(na(eenBord(), twee)).toBe('Sanne voegde 1 briefje toe. Tygo voegde 2 briefjes toe.');
});

test('of a crowd, and of who has no name, only how many', () => {
	const vier = (doc: Doc) =>
		['Sanne', 'Tygo', 'Joke', 'Ruben'].forEach((wie, at) => leg(doc, wie, at + 1));
	expect(na(eenBord(), vier)).toBe('Er kwamen 4 briefjes bij.');
	const gemengd = (doc: Doc) => {
		leg(doc, 'Sanne', 1);
		leg(doc, '', 2);
	};
	expect(na(eenBord(), gemengd)).toBe('Er kwamen 2 briefjes bij.');
});

test('what was moved, changed and taken away', () => {
	expect(na(metGroepen(), (doc) => zetBriefje(doc, { id: briefjeId(3), groepId: A }))).toBe(
		'1 briefje ligt nu bij: Schaamte.',
	);
	const verdeeld = (doc: Doc) => {
		zetBriefje(doc, { id: briefjeId(3), groepId: A });
		zetBriefje(doc, { id: briefjeId(1), groepId: B });
	};
	expect(na(metGroepen(), verdeeld)).toBe('2 briefjes kregen een andere plek.');
	expect(na(metGroepen(), (doc) => haalGroepWeg(doc, A))).toBe(
		'2 briefjes liggen nu los. Er ging 1 groep weg.',
	);
	expect(na(metGroepen(), (doc) => haalVanTafel(doc, [briefjeId(1), briefjeId(2)]))).toBe(
		'Er gingen 2 briefjes weg.',
	);
	const woorden = (doc: Doc) => wijzigTekst(doc, { id: briefjeId(1), tekst: 'Anders', soort: '' });
	expect(na(metGroepen(), woorden)).toBe('1 briefje is gewijzigd.');
});

test('another place in the same row is not said', () => {
	const schuif = (doc: Doc) =>
		verplaatsBriefje(doc, { id: briefjeId(2), groepId: A, voor: briefjeId(1) });
	expect(na(metGroepen(), schuif)).toBe('');
});

test('the name of a groep is not said while it may still be typed, an inzicht once', () => {
	expect(na(metGroepen(), (doc) => noemGroep(doc, { id: A, naam: 'Scha' }))).toBe(
		'1 groep kreeg een naam.',
	);
	const doc = metGroepen();
	const id = idNr('inzicht', 1);
	expect(na(doc, (one) => maakInzicht(one, { id, tekst: 'B' }))).toBe('Er kwam 1 inzicht bij.');
	expect(na(doc, (one) => wijzigInzicht(one, { id, tekst: 'Bellen helpt' }))).toBe('');
	const afspraken = (one: Doc) =>
		[1, 2].forEach((nr) => maakAfspraak(one, { id: idNr('afspraak', nr) }));
	expect(na(doc, afspraken)).toBe('Er kwamen 2 afspraken bij.');
});

test('own acts are not said; what others did at the same time is', () => {
	const doe = (doc: Doc) => {
		leg(doc, '', 4, 5);
		zetBriefje(doc, { id: briefjeId(3), groepId: A });
		noemGroep(doc, { id: B, naam: 'Mag dat?' });
	};
	const ik = { eigen: new Set([briefjeId(4), briefjeId(3), B]), regie: false };
	expect(na(metGroepen(), doe, ik)).toBe('Er kwam 1 briefje bij.');
});

test('what was touched between two looks tells what an own act was', () => {
	const doc = metGroepen();
	const oud = leesBord(doc);
	zetBriefje(doc, { id: briefjeId(3), groepId: A });
	noemGroep(doc, { id: B, naam: 'Mag dat?' });
	maakInzicht(doc, { id: idNr('inzicht', 1) });
	expect(geraakt(oud, leesBord(doc)).sort()).toEqual([briefjeId(3), B, idNr('inzicht', 1)].sort());
	expect(geraakt(oud, oud)).toEqual([]);
});

test('the phase, writing for oneself, the dots and the end are said at once, not to who did it', () => {
	const doc = eenBord(1);
	const was = leesBord(doc);
	const verder = (one: Doc) => zetStand(one, { ...was.stand, fase: 'duiden', ronde: 'open' });
	const oud: BordBeeld = leesBord(doc);
	expect(na(doc, verder)).toBe(
		'We zijn nu bij Duiden. Zoek samen wat het betekent. Je kunt nu stippen geven.',
	);
	expect(isMeteen(oud, leesBord(doc))).toBe(true);
	const vraag = 'Wat gaan we proberen?';
	const doen = (one: Doc) => zetStand(one, { fase: 'doen', vraag });
	expect(na(doc, doen)).toBe(`We zijn nu bij Doen. ${vraag}`);
	const terug = (one: Doc) => zetStand(one, was.stand);
	const regie = { eigen: new Set<string>(), regie: true };
	expect(na(doc, terug, regie)).toBe('');
	const hand = (handen: number) => na(doc, (one) => zetStand(one, { handen }), regie);
	expect([1, 3, 2].map(hand)).toEqual(['Er is 1 hand op.', 'Er zijn 3 handen op.', '']);
});

test('who is ready and how much time is left is no news', () => {
	const doc = eenBord(1);
	const oud = leesBord(doc);
	const tikt = (one: Doc) => zetStand(one, { ...oud.stand, klaar: 3, handen: 1, klokTot: 5000 });
	expect(na(doc, tikt)).toBe('');
	expect(isMeteen(oud, leesBord(doc))).toBe(false);
});
