import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { createLeervraag, derivePraktijkvraag } from '#features/leervraag/write.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { tekstNu } from '#features/verslag/tekst.server.ts';
import { p } from '#features/verslag/test-tekst.ts';
import { createControle } from '#features/verslag/write.server.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { editDocument } from '#sync/server/edit.ts';
import { metNaam, watMist } from './afspraak.ts';
import { bordNaam } from './document.ts';
import { maakGroep, voegSamen } from './document.groep.ts';
import { maakAfspraak, maakInzicht, wijzigAfspraak } from './document.oogst.ts';
import { haalVanTafel, legOpTafel } from './document.server.ts';
import { kantenVan, verhalenOnder } from './herkomst.ts';
import { eenBriefje, briefjeId, groepId, idNr } from './test-bord.ts';
import { briefje } from './tables.server.ts';
import { errorsOf, tafelWereld, type TafelWereld } from './test-tafel.ts';
import { detailVerder, listGevolgen, listHerkomst } from './verder.read.server.ts';
import { bordverder } from './verder.tables.server.ts';
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

	test('of somebody who is known is of nobody when they are not any more', () => {
		const van = { wieId: w.lid.persoonId, wie: '', wanneer: '2026-06-18' };
		expect(metNaam(van, () => 'Sanne')).toEqual({ ...van, wie: 'Sanne' });
		expect(watMist(metNaam(van, () => ''))).toBe('wie');
	});
});

describe('a groep that went into another', () => {
	const ander = groepId(2);
	const voegBij = () =>
		editDocument(w.trekker, bordNaam(w.bordId), (doc) => {
			maakGroep(doc, { id: ander, briefjeIds: [briefjeId(4)], naam: 'Trots' });
			voegSamen(doc, { van: groepId(1), naar: ander });
		});
	const detail = () => detailVerder(w.lid, { bordId: w.bordId, uit: groepId(1) });

	test('leads to what it became, with all that came of both', () => {
		passage(groepId(1));
		voegBij();
		expect(detail()).toMatchObject({ ding: { id: ander, tekst: 'Trots' }, gebruikt: [{}] });
		expect(detail().gevolgen).toHaveLength(1);
		passage(groepId(1));
		expect(detail().gevolgen, 'one verslag, once').toHaveLength(1);
		expect(verslag()).toContain(`/verder?uit=${ander}`);
		expect(listGevolgen(w.lid, w.bordId)).toMatchObject({ [ander]: [{ soort: 'verslag' }] });
	});

	test('a briefje that was taken away leads nowhere, also when it lay in a groep', () => {
		editDocument(w.systeem, bordNaam(w.bordId), (doc) => haalVanTafel(doc, [briefjeId(1)]));
		db()
			.insert(briefje)
			.values({
				...{ id: briefjeId(1), bordId: w.bordId, werkplaatsId: w.werkplaatsId },
				...{ fase: 'delen', soort: '', tekst: 'Weg', perspectief: 'bewoner' },
			})
			.run();
		expect(() => detailVerder(w.lid, { bordId: w.bordId, uit: briefjeId(1) })).toThrow(NotFound);
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

	test('says who may bring the bord to a bijeenkomst, where its verslag is', () => {
		const kan = (actor: Actor) => detailVerder(actor, { bordId: w.bordId, uit: '' }).may.wijzig;
		expect(kan(w.trekker)).toBe(true);
		expect(kan(w.observator)).toBe(false);
	});
});

describe('in the verslag', () => {
	test('a groep is its name and its briefjes, with the way back; what stood there stays', () => {
		passage(groepId(1));
		passage(INZICHT);
		expect(verslag()).toContain('De huismeester belde aan');
		expect(verslag()).toContain('Schaamte');
		expect(verslag()).toContain('Daartegenover: ');
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
			'Losse briefjes',
			'Samen aanbellen',
			'nog van niemand',
		])
			expect(verslag()).toContain(woorden);
	});

	test('it stands there once, and is named on the bord as long as it stands there', () => {
		passage(INZICHT);
		const input = { bordId: w.bordId, uit: INZICHT, bijeenkomstId: w.bijeenkomstId };
		expect(errorsOf(() => createPassageUit(w.student, input))).toHaveProperty('bijeenkomstId');
		expect(verslag().split('Wij willen helpen.')).toHaveLength(2);
		editDocument(w.lid, verslagNaam(w.bijeenkomstId), (doc) =>
			writeTekst(doc, { type: 'doc', content: [p('Anders.')] }),
		);
		expect(detailVerder(w.lid, input).gevolgen).toEqual([]);
		passage(INZICHT);
		expect(detailVerder(w.lid, input).gevolgen).toHaveLength(1);
	});

	test('half of it is never there: when it is taken back, so is the link', () => {
		expect(() =>
			db().transaction(() => {
				passage(INZICHT);
				throw new Invalid('Toch niet.');
			}),
		).toThrow(Invalid);
		expect(verslag()).not.toContain('Wij willen helpen.');
		expect(db().select().from(bordverder).all()).toEqual([]);
	});

	test('an afspraak says who does it, by the name of now', () => {
		const wieId = w.lid.persoonId;
		editDocument(w.trekker, bordNaam(w.bordId), (doc) =>
			wijzigAfspraak(doc, { id: AFSPRAAK, wieId, wanneer: '2026-07-01' }),
		);
		passage(AFSPRAAK);
		const acties = () => detailVerder(w.lid, { bordId: w.bordId, uit: AFSPRAAK }).acties;
		expect(acties()).toBe(`/leeromgevingen/${w.teamId}/afspraken`);
		for (const woorden of ['Samen aanbellen', 'lid van het team', 'voor 1 juli 2026'])
			expect(verslag()).toContain(woorden);
	});

	test('of what has no words there is no piece', () => {
		const leeg = groepId(7);
		editDocument(w.lid, bordNaam(w.bordId), (doc) => {
			maakGroep(doc, { id: leeg, briefjeIds: [] });
			maakAfspraak(doc, { id: groepId(8), wat: '' });
		});
		for (const uit of [leeg, groepId(8)]) expect(() => passage(uit)).toThrow(Invalid);
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
