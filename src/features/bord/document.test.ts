import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BEGINSTAND } from './beeld.ts';
import { BORD_SHAPE, leesBord, MAX, upgrade, wortel } from './document.ts';
import {
	haalGroepWeg,
	herstelVan,
	maakGroep,
	noemGroep,
	ruimGroepOp,
	verplaatsBriefje,
	verplaatsGroep,
	voegSamen,
	zetBriefje,
} from './document.groep.ts';
import {
	haalAfspraakWeg,
	haalInzichtWeg,
	maakAfspraak,
	maakInzicht,
	verplaatsInzicht,
	wijzigAfspraak,
	wijzigInzicht,
} from './document.oogst.ts';
import { haalVanTafel, legOpTafel, wijzigTekst, zetStand, zetUitslag } from './document.server.ts';
import { isId, nieuwId } from './id.ts';
import {
	antwoord,
	briefjeId,
	eenBord,
	eenBriefje,
	groepId,
	idNr,
	liggen,
	samen,
	scherm,
} from './test-bord.ts';

const [A, B] = [groepId(1), groepId(2)];
const ids = (...nrs: number[]) => nrs.map(briefjeId);

/** Six briefjes: 1 and 2 in De brief, 3 in Wachten. */
function gelegd() {
	const doc = eenBord(6);
	maakGroep(doc, { id: A, briefjeIds: ids(1, 2), naam: 'De brief' });
	maakGroep(doc, { id: B, briefjeIds: ids(3), naam: 'Wachten' });
	return doc;
}

describe('briefjes and groepen', () => {
	test('what nobody moved lies loose, in the order in which it came', () => {
		const doc = eenBord();
		legOpTafel(doc, [eenBriefje(30), eenBriefje(2), eenBriefje(701)]);
		expect(liggen(doc)).toBe('los: 2 30 701');
	});
	test('a groep takes its briefjes, from another as well', () => {
		const doc = gelegd();
		expect(liggen(doc)).toBe('De brief: 1 2 | Wachten: 3 | los: 4 5 6');
		maakGroep(doc, { id: groepId(3), briefjeIds: ids(6, 2) });
		expect(liggen(doc)).toBe('De brief: 1 | Wachten: 3 | ?: 6 2 | los: 4 5');
	});
	test('the same groep made twice is one', () => {
		const doc = gelegd();
		maakGroep(doc, { id: A, briefjeIds: ids(5) });
		expect(liggen(doc)).toBe('De brief: 1 2 | Wachten: 3 | los: 4 5 6');
	});
	test('before another, to the end, to another groep, and loose', () => {
		const doc = gelegd();
		verplaatsBriefje(doc, { id: briefjeId(4), groepId: A, voor: briefjeId(2) });
		expect(liggen(doc)).toBe('De brief: 1 4 2 | Wachten: 3 | los: 5 6');
		verplaatsBriefje(doc, { id: briefjeId(1), groepId: A, voor: null });
		verplaatsBriefje(doc, { id: briefjeId(6), groepId: B, voor: briefjeId(3) });
		expect(liggen(doc)).toBe('De brief: 4 2 1 | Wachten: 6 3 | los: 5');
		verplaatsBriefje(doc, { id: briefjeId(4), groepId: '', voor: briefjeId(5) });
		zetBriefje(doc, { id: briefjeId(1), groepId: B });
		zetBriefje(doc, { id: briefjeId(6), groepId: '' });
		expect(liggen(doc)).toBe('De brief: 2 | Wachten: 3 1 | los: 4 5 6');
	});
	test('what is laid down after one was moved to the end comes after it', () => {
		const doc = eenBord(3);
		verplaatsBriefje(doc, { id: briefjeId(1), groepId: '', voor: null });
		legOpTafel(doc, [eenBriefje(4)]);
		expect(liggen(doc)).toBe('los: 2 3 1 4');
	});
	test('of what is not there nothing happens', () => {
		const doc = gelegd();
		const before = leesBord(doc);
		verplaatsBriefje(doc, { id: briefjeId(99), groepId: A, voor: null });
		verplaatsBriefje(doc, { id: briefjeId(1), groepId: groepId(99), voor: null });
		noemGroep(doc, { id: groepId(99), naam: 'x' });
		voegSamen(doc, { van: groepId(99), naar: A });
		voegSamen(doc, { van: A, naar: A });
		verplaatsGroep(doc, { id: groepId(99), voor: A });
		haalGroepWeg(doc, groepId(99));
		ruimGroepOp(doc, A);
		maakGroep(doc, { id: 'geen id', briefjeIds: ids(1) });
		wijzigInzicht(doc, { id: A, tekst: 'x' });
		expect(leesBord(doc)).toEqual(before);
	});
	test('a groep that goes leaves its briefjes loose; an empty one without name may go', () => {
		const doc = gelegd();
		haalGroepWeg(doc, A);
		expect(liggen(doc)).toBe('Wachten: 3 | los: 1 2 4 5 6');
		maakGroep(doc, { id: groepId(3), briefjeIds: [] });
		ruimGroepOp(doc, groepId(3));
		expect(liggen(doc)).toBe('Wachten: 3 | los: 1 2 4 5 6');
	});
	test('two groepen become one, with what was said about both', () => {
		const doc = gelegd();
		maakInzicht(doc, { id: idNr('inzicht', 1), tekst: 'Bellen helpt', uit: [A, briefjeId(4)] });
		voegSamen(doc, { van: A, naar: B });
		expect(liggen(doc)).toBe('Wachten: 3 1 2 | los: 4 5 6');
		expect(leesBord(doc).inzichten[0]!.uit).toEqual([B, briefjeId(4)]);
		maakGroep(doc, { id: groepId(3), briefjeIds: [] });
		voegSamen(doc, { van: B, naar: groepId(3) });
		expect(liggen(doc)).toBe('Wachten: 3 1 2 | los: 4 5 6');
	});
	test('groepen have an order', () => {
		const doc = gelegd();
		verplaatsGroep(doc, { id: B, voor: A });
		expect(liggen(doc)).toBe('Wachten: 3 | De brief: 1 2 | los: 4 5 6');
	});
	test('a thousand times to the same place, and the keys stay short', () => {
		const doc = eenBord(12);
		maakGroep(doc, { id: A, briefjeIds: ids(...Array.from({ length: 12 }, (_, n) => n + 1)) });
		for (let n = 0; n < 1000; n++) {
			const [first, second] = leesBord(doc).groepen[0]!.briefjes;
			const last = leesBord(doc).groepen[0]!.briefjes.at(-1)!;
			verplaatsBriefje(doc, { id: last.id, groepId: A, voor: second!.id });
			expect(leesBord(doc).groepen[0]!.briefjes[0]!.id).toBe(first!.id);
			expect(leesBord(doc).groepen[0]!.briefjes[1]!.id).toBe(last.id);
		}
		const keys = leesBord(doc).groepen[0]!.briefjes.map(({ orde }) => orde.length);
		expect(Math.max(...keys)).toBeLessThan(201);
	});
	test('between two on one key', () => {
		const doc = gelegd();
		for (const nr of [1, 2, 3, 4]) wortel(doc, 'plek').set(briefjeId(nr), `${A}:n`);
		expect(liggen(doc)).toBe('De brief: 1 2 3 4 | Wachten:  | los: 5 6');
		verplaatsBriefje(doc, { id: briefjeId(6), groepId: A, voor: briefjeId(3) });
		expect(liggen(doc)).toBe('De brief: 1 2 6 3 4 | Wachten:  | los: 5');
	});
});

describe('several at once', () => {
	test('two move one briefje: one place, the same on both screens', () => {
		const doc = gelegd();
		const [joke, bram] = [scherm(doc, 2), scherm(doc, 3)];
		verplaatsBriefje(joke, { id: briefjeId(5), groepId: A, voor: briefjeId(1) });
		verplaatsBriefje(bram, { id: briefjeId(5), groepId: B, voor: null });
		samen(doc, joke, bram);
		expect(liggen(joke)).toBe(liggen(bram));
		expect([
			'De brief: 5 1 2 | Wachten: 3 | los: 4 6',
			'De brief: 1 2 | Wachten: 3 5 | los: 4 6',
		]).toContain(liggen(doc));
	});
	test('two name one groep: the words of both are in it', () => {
		const doc = gelegd();
		const [joke, bram] = [scherm(doc, 2), scherm(doc, 3)];
		noemGroep(joke, { id: A, naam: 'De blauwe brief' });
		noemGroep(bram, { id: A, naam: 'De brief in de la' });
		samen(doc, joke, bram);
		expect(leesBord(doc).groepen[0]!.naam).toBe('De blauwe brief in de la');
		expect(leesBord(joke)).toEqual(leesBord(doc));
	});
	test('into a groep that goes at the same time: loose', () => {
		const doc = gelegd();
		const [joke, bram] = [scherm(doc, 2), scherm(doc, 3)];
		haalGroepWeg(joke, A);
		verplaatsBriefje(bram, { id: briefjeId(6), groepId: A, voor: null });
		samen(doc, joke, bram);
		expect(liggen(bram)).toBe('Wachten: 3 | los: 1 2 4 5 6');
	});
	test('into a groep that goes into another at the same time: along with it', () => {
		const doc = gelegd();
		const [joke, bram] = [scherm(doc, 2), scherm(doc, 3)];
		voegSamen(joke, { van: A, naar: B });
		verplaatsBriefje(bram, { id: briefjeId(6), groepId: A, voor: null });
		maakInzicht(bram, { id: idNr('inzicht', 1), tekst: 'Bellen helpt', uit: [A] });
		samen(doc, joke, bram);
		expect(liggen(bram)).toBe('Wachten: 3 1 2 6 | los: 4 5');
		expect(leesBord(doc).inzichten[0]!.uit).toEqual([B]);
	});
	test('two groepen into one, by two who each begin at another: one is left, with all of it', () => {
		const doc = gelegd();
		const [joke, bram] = [scherm(doc, 2), scherm(doc, 3)];
		voegSamen(joke, { van: A, naar: B });
		voegSamen(bram, { van: B, naar: A });
		samen(doc, joke, bram);
		expect(leesBord(doc).groepen).toHaveLength(1);
		expect(leesBord(doc).groepen[0]!.briefjes).toHaveLength(3);
		expect(liggen(bram)).toBe(liggen(joke));
	});
	test('taken back is what I did, and not what another did meanwhile', () => {
		const doc = gelegd();
		const [joke, bram] = [scherm(doc, 2), scherm(doc, 3)];
		const herstel = herstelVan(joke);
		haalGroepWeg(joke, A);
		samen(doc, joke, bram);
		zetBriefje(bram, { id: briefjeId(5), groepId: B });
		samen(doc, joke, bram);
		expect(antwoord(doc, () => undefined)).toBe('goed');
		herstel.undo();
		samen(doc, joke, bram);
		expect(liggen(bram)).toBe('De brief: 1 2 | Wachten: 3 5 | los: 4 6');
	});
});

describe('inzichten and afspraken', () => {
	const inzicht = idNr('inzicht', 1);
	const afspraak = idNr('afspraak', 1);

	test('they keep what they come from, as long as it is there', () => {
		const doc = gelegd();
		maakInzicht(doc, { id: inzicht, soort: 'spanning', tekst: 'Snel', uit: [briefjeId(4), A] });
		wijzigInzicht(doc, { id: inzicht, tegen: 'Zorgvuldig', uit: [briefjeId(4), A, briefjeId(5)] });
		maakAfspraak(doc, { id: afspraak, wat: 'Bellen', uit: [inzicht, briefjeId(4), 'niets'] });
		wijzigAfspraak(doc, {
			id: afspraak,
			wie: ' Fatima ',
			wanneer: 'voor de zomer',
			effect: 'Rust',
		});
		expect(leesBord(doc)).toMatchObject({
			inzichten: [
				{ soort: 'spanning', tekst: 'Snel', tegen: 'Zorgvuldig', uit: [A, ...ids(4, 5)] },
			],
			afspraken: [
				{
					wat: 'Bellen',
					wieId: '',
					wie: 'Fatima',
					wanneer: 'voor de zomer',
					effect: 'Rust',
					uit: [briefjeId(4), inzicht],
				},
			],
		});
		haalGroepWeg(doc, A);
		haalVanTafel(doc, ids(4));
		haalInzichtWeg(doc, idNr('inzicht', 2));
		expect(leesBord(doc).inzichten[0]!.uit).toEqual(ids(5));
		haalInzichtWeg(doc, inzicht);
		expect(leesBord(doc).afspraken[0]!.uit).toEqual([]);
		haalAfspraakWeg(doc, afspraak);
		expect(leesBord(doc).afspraken).toEqual([]);
	});
	test('an order that two can change at once', () => {
		const doc = eenBord();
		for (const nr of [1, 2, 3]) maakInzicht(doc, { id: idNr('inzicht', nr), tekst: `${nr}` });
		const [joke, bram] = [scherm(doc, 2), scherm(doc, 3)];
		verplaatsInzicht(joke, { id: idNr('inzicht', 3), voor: idNr('inzicht', 1) });
		verplaatsInzicht(bram, { id: idNr('inzicht', 1), voor: null });
		samen(doc, joke, bram);
		expect(leesBord(doc).inzichten.map(({ tekst }) => tekst)).toEqual(['3', '2', '1']);
	});
	test('without the name of who is known: that goes with them', () => {
		const doc = eenBord();
		const wieId = idNr('persoon', 1);
		maakAfspraak(doc, { id: afspraak, wat: 'Bellen', wie: 'Fatima' });
		wijzigAfspraak(doc, { id: afspraak, wieId, wie: 'Sanne de Wit' });
		expect(JSON.stringify(doc.getMap('afspraken'))).not.toMatch(/Fatima|Sanne/);
		(doc.getMap('afspraken').get(afspraak) as Y.Map<unknown>).set('wie', 'Sanne de Wit');
		expect(leesBord(doc).afspraken).toMatchObject([{ wieId, wie: '' }]);
		wijzigAfspraak(doc, { id: afspraak, wieId: '', wie: 'Joke van de flat' });
		expect(leesBord(doc).afspraken).toMatchObject([{ wieId: '', wie: 'Joke van de flat' }]);
	});
	test('no longer than is read', () => {
		const doc = eenBord();
		maakAfspraak(doc, { id: afspraak, wat: 'x'.repeat(5000), wie: 'y'.repeat(5000) });
		expect(leesBord(doc).afspraken[0]!.wat).toHaveLength(MAX.wat);
		expect(
			antwoord(doc, (mine) => wijzigAfspraak(mine, { id: afspraak, wie: 'z'.repeat(999) })),
		).toBe('goed');
	});
});

describe('what the server writes', () => {
	test('stand and uitslag, and only what differs', () => {
		const doc = gelegd();
		expect(leesBord(doc).stand).toEqual(BEGINSTAND);
		zetStand(doc, { fase: 'duiden', vraag: 'Wat zien we?', klokTot: 1234, ronde: 'uitslag' });
		zetUitslag(doc, { [A]: 7 });
		let updates = 0;
		doc.on('update', () => updates++);
		zetStand(doc, { fase: 'duiden', klokTot: 1234 });
		zetUitslag(doc, { [A]: 7 });
		legOpTafel(doc, [eenBriefje(1)]);
		expect(updates).toBe(0);
		zetStand(doc, { klokTot: null, klokRest: 60_000 });
		expect(leesBord(doc).stand).toMatchObject({
			fase: 'duiden',
			vraag: 'Wat zien we?',
			klokTot: null,
			klokRest: 60_000,
		});
		expect(leesBord(doc).groepen.map(({ stippen }) => stippen)).toEqual([7, null]);
		zetUitslag(doc, {});
		expect(leesBord(doc).groepen.map(({ stippen }) => stippen)).toEqual([null, null]);
	});
	test('a briefje that is changed, taken away and put back stays where it lay', () => {
		const doc = gelegd();
		wijzigTekst(doc, { id: briefjeId(2), tekst: 'Anders' });
		expect(leesBord(doc).groepen[0]!.briefjes[1]!.tekst).toBe('Anders');
		haalVanTafel(doc, ids(1));
		expect(liggen(doc)).toBe('De brief: 2 | Wachten: 3 | los: 4 5 6');
		wijzigTekst(doc, { id: briefjeId(1), tekst: 'Weg is weg' });
		legOpTafel(doc, [eenBriefje(1)]);
		expect(liggen(doc)).toBe('De brief: 1 2 | Wachten: 3 | los: 4 5 6');
	});
	test('the order of laying open is told by the number alone', () => {
		const doc = eenBord();
		legOpTafel(doc, [eenBriefje(3), eenBriefje(1), eenBriefje(2)]);
		expect([...wortel(doc, 'briefjes').keys()]).toEqual(ids(1, 2, 3));
	});
});

describe('what is sent by who may not, or may not be at all', () => {
	const refused: [string, (doc: Y.Doc) => void, string][] = [
		['the phase', (doc) => zetStand(doc, { fase: 'doen' }), 'own'],
		['a briefje', (doc) => legOpTafel(doc, [eenBriefje(99)]), 'own'],
		[
			'other words in a briefje',
			(doc) => wijzigTekst(doc, { id: briefjeId(1), tekst: 'x' }),
			'own',
		],
		['a briefje that goes', (doc) => haalVanTafel(doc, ids(1)), 'own'],
		['an outcome', (doc) => zetUitslag(doc, { [A]: 99 }), 'own'],
		[
			'a name as a value',
			(doc) => (wortel(doc, 'groepen').get(A) as Y.Map<unknown>).set('naam', 'x'),
			'value',
		],
		['an object', (doc) => wortel(doc, 'plek').set(briefjeId(1), { a: 1 }), 'value'],
		['a place that is none', (doc) => wortel(doc, 'plek').set(briefjeId(1), `${A}:na`), 'value'],
		['a key that is no id', (doc) => wortel(doc, 'groepen').set('x', new Y.Map()), 'value'],
		['a key of JavaScript', (doc) => wortel(doc, 'groepen').set('toString', new Y.Map()), 'value'],
		[
			'a soort nobody knows',
			(doc) => (wortel(doc, 'groepen').get(A) as Y.Map<unknown>).set('soort', 'x'),
			'value',
		],
		['another root', (doc) => doc.getMap('geheim').set(A, true), 'root'],
	];
	test.each(refused)('%s', (_, doe, reason) => {
		expect(antwoord(gelegd(), doe)).toBe(reason);
	});
	const allowed: [string, (doc: Y.Doc) => void][] = [
		['a move', (doc) => verplaatsBriefje(doc, { id: briefjeId(1), groepId: B, voor: null })],
		['loose', (doc) => zetBriefje(doc, { id: briefjeId(1), groepId: '' })],
		['a groep', (doc) => maakGroep(doc, { id: groepId(9), briefjeIds: ids(1, 4), naam: 'x' })],
		['a name', (doc) => noemGroep(doc, { id: A, naam: 'Post' })],
		['together', (doc) => voegSamen(doc, { van: A, naar: B })],
		['an inzicht', (doc) => maakInzicht(doc, { id: idNr('i', 1), tekst: 'x', uit: [A] })],
		[
			'an afspraak',
			(doc) => maakAfspraak(doc, { id: idNr('a', 1), wieId: idNr('p', 1), wanneer: 'straks' }),
		],
	];
	test.each(allowed)('but %s is', (_, doe) => {
		expect(antwoord(gelegd(), doe)).toBe('goed');
	});
});

describe('an odd document', () => {
	/** Everything that no screen writes, in all places. */
	function vreemd() {
		const doc = gelegd();
		const raw = (name: Parameters<typeof wortel>[1]) => wortel(doc, name);
		for (const value of [7, null, true, '', ':', 'x:n', `${A}:`, `${A}:N`, `${groepId(50)}:n`, []])
			raw('plek').set(briefjeId(1), value);
		raw('plek').set('geen id', `${A}:n`);
		raw('plek').set(briefjeId(2), new Y.Map());
		raw('plek').set(briefjeId(3), `:${'b'.repeat(900)}`);
		raw('briefjes').set(briefjeId(20), new Y.Map());
		raw('briefjes').set(briefjeId(21), 'tekst');
		raw('briefjes').set('kort', new Y.Map());
		raw('briefjes').set(
			briefjeId(22),
			new Y.Map<unknown>([
				['nr', Infinity],
				['tekst', 9],
				['fase', 'toString'],
				['perspectief', '__proto__'],
			]),
		);
		raw('groepen').set(groepId(20), true);
		raw('groepen').set(groepId(21), new Y.Map([['naam', new Y.Map()]]));
		raw('groepen').set(groepId(22), new Y.Map([['orde', 'aaa']]));
		raw('inzichten').set(idNr('i', 1), new Y.Map());
		raw('inzichten').set(
			idNr('i', 2),
			new Y.Map<unknown>([
				['uit', 'x'],
				['soort', 'constructor'],
			]),
		);
		raw('afspraken').set(
			idNr('a', 1),
			new Y.Map<unknown>([
				['uit', new Y.Array()],
				['wieId', 'Joke'],
			]),
		);
		raw('afspraken').set(idNr('a', 2), new Y.Array());
		raw('stand').set('fase', 'anders');
		raw('stand').set('stil', 'ja');
		raw('stand').set('klokTot', 'straks');
		raw('stand').set('ronde', 4);
		raw('stand').set('toString', 'x');
		raw('uitslag').set(A, '7');
		return doc;
	}
	test('is read, and what cannot be is left out', () => {
		const beeld = leesBord(vreemd());
		expect(beeld.stand).toEqual(BEGINSTAND);
		expect(beeld.briefjes.map(({ id }) => id).sort()).toEqual(ids(1, 2, 3, 4, 5, 6, 20, 22));
		expect(beeld.los).toHaveLength(8);
		expect(beeld.briefjes.find(({ id }) => id === briefjeId(22))).toMatchObject({
			nr: 0,
			tekst: '',
			fase: 'delen',
			perspectief: '',
		});
		expect(beeld.groepen.map(({ naam, stippen }) => [naam, stippen])).toContainEqual([
			'De brief',
			null,
		]);
		expect(beeld.groepen).toHaveLength(4);
		expect(beeld.inzichten.map(({ soort, uit }) => [soort, uit])).toEqual([
			['inzicht', []],
			['inzicht', []],
		]);
		expect(beeld.afspraken).toMatchObject([{ wieId: '', uit: [] }]);
	});
	test('can be worked with', () => {
		const doc = vreemd();
		verplaatsBriefje(doc, { id: briefjeId(3), groepId: A, voor: null });
		noemGroep(doc, { id: groepId(21), naam: 'Nu een naam' });
		voegSamen(doc, { van: groepId(22), naar: A });
		wijzigInzicht(doc, { id: idNr('i', 2), tekst: 'Toch', uit: [A] });
		wijzigAfspraak(doc, { id: idNr('a', 1), wat: 'Toch', uit: ids(3) });
		const beeld = leesBord(doc);
		expect(beeld.groepen.map(({ naam }) => naam).sort()).toEqual([
			'De brief',
			'Nu een naam',
			'Wachten',
		]);
		expect(beeld.inzichten[1]).toMatchObject({ tekst: 'Toch', uit: [A] });
		expect(beeld.afspraken[0]).toMatchObject({ wat: 'Toch', uit: ids(3) });
	});
	test('what comes from itself, or from each other, is no circle', () => {
		const doc = gelegd();
		const [one, two] = [idNr('i', 1), idNr('i', 2)];
		maakInzicht(doc, { id: one, uit: [one, two, A] });
		maakInzicht(doc, { id: two, uit: [one] });
		maakAfspraak(doc, { id: idNr('a', 1), uit: [idNr('a', 1), one] });
		const { inzichten, afspraken } = leesBord(doc);
		expect(inzichten.map(({ uit }) => uit)).toEqual([[A], []]);
		expect(afspraken[0]!.uit).toEqual([one]);
	});
	test('half a character and white space', () => {
		const doc = gelegd();
		noemGroep(doc, { id: A, naam: `\n de  \t brief ${'x'.repeat(MAX.naam)}` });
		expect(leesBord(doc).groepen[0]!.naam).toMatch(/^de brief x+$/);
		maakInzicht(doc, { id: idNr('i', 1), tekst: `${'x'.repeat(MAX.tekst - 1)}😀` });
		expect(leesBord(doc).inzichten[0]!.tekst.isWellFormed()).toBe(true);
	});
});

test('an id of the browser is one of the server', () => {
	expect(isId(nieuwId())).toBe(true);
	expect(nieuwId()).not.toBe(nieuwId());
	expect(isId('__proto__')).toBe(false);
});

test('the version of the shape, and an upgrade that changes nothing', () => {
	const doc = gelegd();
	const before = Y.encodeStateAsUpdate(doc);
	upgrade(doc);
	expect(BORD_SHAPE.version).toBe(1);
	expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});
