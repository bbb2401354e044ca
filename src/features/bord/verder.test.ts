import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { createLeervraag, derivePraktijkvraag } from '#features/leervraag/write.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { tekstNu } from '#features/verslag/tekst.server.ts';
import { createControle } from '#features/verslag/write.server.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { editDocument } from '#sync/server/edit.ts';
import { watMist } from './afspraak.ts';
import { bordNaam } from './document.ts';
import { maakGroep } from './document.groep.ts';
import { maakAfspraak, maakInzicht } from './document.oogst.ts';
import { legOpTafel } from './document.server.ts';
import { kantenVan, verhalenOnder } from './herkomst.ts';
import { eenBriefje, briefjeId, groepId, idNr } from './test-bord.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';
import { detailVerder, listHerkomst } from './verder.read.server.ts';
import { createPassageUit, createVraagUit } from './verder.write.server.ts';

let w: TafelWereld;
const schrijf = (actor: Actor = w.trekker) =>
	editDocument(actor, bordNaam(w.bordId), (doc) => {
		maakGroep(doc, { id: groepId(1), briefjeIds: [briefjeId(1), briefjeId(2)], naam: 'Schaamte' });
		maakInzicht(doc, {
			id: INZICHT,
			soort: 'spanning',
			tekst: 'Wij willen helpen.',
			tegen: 'Niemand wil hulp vragen.',
			uit: [groepId(1), briefjeId(3)],
		});
		maakAfspraak(doc, { id: AFSPRAAK, wat: 'Samen aanbellen', uit: [INZICHT] });
	});

const INZICHT = idNr('inzicht', 1);
const AFSPRAAK = idNr('afspraak', 1);

beforeEach(() => {
	w = tafelWereld();
	editDocument(w.systeem, bordNaam(w.bordId), (doc) =>
		legOpTafel(doc, [
			eenBriefje(1, { tekst: 'De huismeester belde aan' }),
			eenBriefje(2, { perspectief: 'student' }),
			eenBriefje(3, { perspectief: '' }),
			eenBriefje(4),
		]),
	);
	schrijf();
});

const verslag = () => JSON.stringify(tekstNu(w.bijeenkomstId));
const passage = (uit: string, actor: Actor = w.lid) =>
	createPassageUit(actor, { bordId: w.bordId, uit, bijeenkomstId: w.bijeenkomstId });

describe('from action back to story', () => {
	test('an afspraak knows the briefjes below it, and from how many sides they came', () => {
		const onder = verhalenOnder(w.beeld(), AFSPRAAK);
		expect(onder.map(({ nr }) => nr)).toEqual([1, 2, 3]);
		expect(kantenVan(onder)).toEqual(['bewoner', 'student']);
		expect(detailVerder(w.lid, { bordId: w.bordId, uit: AFSPRAAK })).toMatchObject({
			ding: { soort: 'afspraak', tekst: 'Samen aanbellen' },
			uit: [{ id: INZICHT, soort: 'inzicht' }],
			kanten: ['bewoner', 'student'],
		});
	});

	test('and a groep what was made of it', () => {
		const { gebruikt } = detailVerder(w.lid, { bordId: w.bordId, uit: groepId(1) });
		expect(gebruikt.map(({ id }) => id)).toEqual([INZICHT]);
	});

	test('things that come of each other in a circle end', () => {
		const ander = idNr('inzicht', 2);
		editDocument(w.trekker, bordNaam(w.bordId), (doc) => {
			maakInzicht(doc, { id: ander, tekst: 'Kring', uit: [INZICHT, briefjeId(4)] });
		});
		expect(verhalenOnder(w.beeld(), ander).map(({ nr }) => nr)).toEqual([4]);
	});

	test('of another team there is nothing', () => {
		const buiten = maakLid(w.systeem, maakTeam(w.systeem, { naam: 'B', volgnummer: 2 }), 'lid');
		expect(() => detailVerder(buiten, { bordId: w.bordId, uit: INZICHT })).toThrow(NotFound);
		expect(() => passage(INZICHT, buiten)).toThrow(NotFound);
		expect(() => detailVerder(w.lid, { bordId: w.bordId, uit: idNr('weg', 1) })).toThrow(NotFound);
	});
});

describe('an afspraak', () => {
	test('is none without an owner, and none without a day', () => {
		const niets = { wieId: '', wie: ' ', wanneer: '' };
		expect(watMist(niets)).toBe('wie');
		expect(watMist({ ...niets, wie: 'Joke' })).toBe('wanneer');
		expect(watMist({ ...niets, wieId: w.lid.persoonId, wanneer: '2026-06-18' })).toBeUndefined();
	});
});

describe('a vraag that comes of it', () => {
	const leervraag = (actor: Actor) =>
		createLeervraag(actor, {
			tekst: 'Wanneer vraag je hulp?',
			themaId: null,
			herkomst: 'team',
			perspectief: null,
			leeromgevingIds: [w.teamId],
		}).id;

	test('is linked both ways, once', () => {
		const vraagId = leervraag(w.lid);
		const input = { bordId: w.bordId, uit: INZICHT, soort: 'leervraag' as const, vraagId };
		createVraagUit(w.lid, input);
		createVraagUit(w.trekker, input);
		expect(detailVerder(w.lid, input).gevolgen).toEqual([
			{ soort: 'leervraag', tekst: 'Wanneer vraag je hulp?', href: `/leervragen/${vraagId}` },
		]);
		expect(listHerkomst(w.lid, { leervraagId: vraagId })).toMatchObject([
			{ bord: 'Wie belt er aan?', tekst: 'Wij willen helpen.' },
		]);
		// who reads the agenda of the werkplaats does not come to the table by it
		const elders = maakLid(w.systeem, maakTeam(w.systeem, { naam: 'B', volgnummer: 2 }), 'lid');
		expect(listHerkomst(elders, { leervraagId: vraagId })).toEqual([]);
	});

	test('a praktijkvraag too; nobody links what they may not write', () => {
		const { id: vraagId } = derivePraktijkvraag(w.lid, {
			tekst: 'Wie belt er aan bij Gerda?',
			leervraagIds: [],
			perspectief: null,
			indienerId: null,
			organisatieId: null,
			leeromgevingId: w.teamId,
		});
		const input = { bordId: w.bordId, uit: groepId(1), soort: 'praktijkvraag' as const, vraagId };
		expect(() => createVraagUit(w.observator, input)).toThrow(Forbidden);
		createVraagUit(w.lid, input);
		expect(listHerkomst(w.lid, { praktijkvraagId: vraagId })).toMatchObject([
			{ tekst: 'Schaamte' },
		]);
		expect(detailVerder(w.lid, input).gevolgen).toMatchObject([{ soort: 'praktijkvraag' }]);
	});
});

describe('in the verslag', () => {
	test('a groep is its name and its briefjes, with the way back; what stood there stays', () => {
		passage(groepId(1));
		passage(INZICHT);
		expect(verslag()).toContain('De huismeester belde aan');
		expect(verslag()).toContain('Schaamte');
		expect(verslag()).toContain('Aan de andere kant: Niemand wil hulp vragen.');
		expect(verslag()).toContain(`/borden/${w.bordId}/verder?uit=${groepId(1)}`);
		expect(detailVerder(w.lid, { bordId: w.bordId, uit: groepId(1) }).gevolgen).toMatchObject([
			{ soort: 'verslag', href: `/bijeenkomsten/${w.bijeenkomstId}` },
		]);
	});

	test('the whole bord is groepen with text, what is loose, inzichten and afspraken', () => {
		passage('');
		for (const woorden of [
			'Wie belt er aan?',
			'Briefje 2',
			'Ligt nog los',
			'Samen aanbellen (nog van niemand)',
		])
			expect(verslag()).toContain(woorden);
	});

	test('who may not write there may not by the bord; of nothing there is no piece', () => {
		expect(() => passage(INZICHT, w.observator)).toThrow(Forbidden);
		createControle(w.trekker, { bijeenkomstId: w.bijeenkomstId });
		expect(() => passage(INZICHT, w.lid)).toThrow(Forbidden);
		const leeg = w.maakBord();
		const input = { bordId: leeg, uit: '', bijeenkomstId: w.bijeenkomstId };
		expect(() => createPassageUit(w.trekker, input)).toThrow(Invalid);
	});
});
