import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { persoonActor } from '#access/test-actors.ts';
import type { Actor } from '#access/actor.ts';
import { bijeenkomst, reeks } from '#features/bijeenkomst/tables.server.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { datum, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { presentiebevestiging, presentieregel } from '#features/presentie/tables.server.ts';
import { actie, besluit, doc, p } from '#features/verslag/test-tekst.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { createControle, finaliseVerslag } from '#features/verslag/write.server.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { projectVerslag } from '#features/verslag/project.server.ts';
import { vaststelling } from '#features/verslag/tables.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, NotFound } from '#server/errors.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import type { VervolgInput } from './input.ts';
import { listActies, listBesluiten, listMijnActies, listOpenVoor } from './read.server.ts';
import { actievervolg } from './tables.server.ts';
import { wachtVoor } from './wacht.server.ts';
import { createVervolg } from './write.server.ts';

const A = 'aaaaaaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbbbbbb';
const D = 'dddddddddddddddddddd';

let w: VerslagWereld;
beforeEach(() => {
	w = verslagWereld();
	schrijf(
		w.id,
		p('Er was koffie.'),
		actie(A, 'Joke bellen', { wie: 'lid', wieId: w.lid.persoonId, wanneer: '2018-06-18' }),
		actie(B, 'Een zaal zoeken'),
		besluit(D, 'We gaan door.'),
	);
});
/** A text, and its rows as they are a moment later. */
function schrijf(id: string, ...content: TekstNode[]) {
	editDocument(w.systeem, verslagNaam(id), (live) => writeTekst(live, doc(...content)));
	readDocument(verslagNaam(id), (live) => projectVerslag(id, live, []));
}
const vervolg = (part: Partial<VervolgInput>): VervolgInput => ({
	bijeenkomstId: w.id,
	actiepuntId: A,
	soort: 'klaar',
	tekst: '',
	wanneer: '',
	inId: null,
	...part,
});
const staten = (actor: Actor = w.trekker) =>
	listActies(actor, { leeromgevingId: w.teamId }).map(({ id, staat }) => [id, staat]);
const rijen = () => db().select().from(actievervolg).all();
const plan = (titel: string, wanneer: string | null, leeromgevingId: string | null = w.teamId) =>
	maakBijeenkomst(w.systeem, leeromgevingId, { titel, dag: wanneer, begin: '', eind: '' });
const opDag = (id: string, wanneer: string) =>
	db()
		.update(bijeenkomst)
		.set({ datum: datum(wanneer) })
		.where(eq(bijeenkomst.id, id))
		.run();

describe('the list of a team', () => {
	test('has owner, day, state and where it came from, due first', () => {
		const [eerst, dan] = listActies(w.lid, { leeromgevingId: w.teamId });
		expect(eerst).toMatchObject({
			id: A,
			tekst: 'Joke bellen',
			isMij: true,
			voor: 'voor 18 juni 2018',
			teLaat: true,
			staat: 'open',
			waar: {
				soort: 'verslag',
				id: w.id,
				titel: 'De eerste brief',
				wanneer: 'datum nog onbekend',
				href: `/bijeenkomsten/${w.id}`,
			},
			team: { id: w.teamId },
			may: { vervolg: true, klaar: true },
		});
		expect(dan).toMatchObject({ id: B, wie: '', isMij: false, teLaat: false });
	});

	test('is of who may enter: others get nothing, and nothing changes by who only looks', () => {
		expect(() => listActies(w.buiten, { leeromgevingId: w.teamId })).toThrow(Forbidden);
		expect(() => listBesluiten(w.buiten, { leeromgevingId: w.teamId })).toThrow(Forbidden);
		expect(() => listOpenVoor(w.buiten, w.id)).toThrow();
		expect(() => createVervolg(w.buiten, vervolg({}))).toThrow(NotFound);
		for (const actor of [w.observator, w.lector, w.agendalid])
			expect(() => createVervolg(actor, vervolg({ soort: 'losgelaten' }))).toThrow(Forbidden);
		expect(rijen()).toEqual([]);
	});

	test('leaves out what is removed, and what joins in counts for both teams', () => {
		const ander = maakTeam(w.systeem, { naam: 'Ander team', volgnummer: 2 });
		const lid = maakLid(w.systeem, ander, 'lid');
		expect(listActies(lid, { leeromgevingId: ander })).toEqual([]);
		db().update(bijeenkomst).set({ leeromgevingId: ander }).where(eq(bijeenkomst.id, w.id)).run();
		expect(listActies(lid, { leeromgevingId: ander })).toHaveLength(2);
		removeBijeenkomst(w.systeem, w.id);
		expect(listActies(lid, { leeromgevingId: ander })).toEqual([]);
	});
});

describe('what became of an actie', () => {
	test('is said in the text as long as that is not vastgesteld', () => {
		createVervolg(w.lid, vervolg({}));
		expect(JSON.stringify(w.tekst())).toContain('"klaar":true');
		expect(staten()).toEqual([
			[B, 'open'],
			[A, 'klaar'],
		]);
		expect(rijen()).toEqual([]);
		createVervolg(w.lid, vervolg({ soort: 'heropend' }));
		expect(staten()[0]).toEqual([A, 'open']);
	});

	test('ter controle who takes part may not write: they hear whom to ask', () => {
		createControle(w.trekker, { bijeenkomstId: w.id });
		expect(() => createVervolg(w.lid, vervolg({}))).toThrow(Forbidden);
		expect(listActies(w.lid, { leeromgevingId: w.teamId })[0]).toMatchObject({
			vraag: 'trekker van het team',
			may: { vervolg: true, klaar: false },
		});
		createVervolg(w.lid, vervolg({ soort: 'verschoven', wanneer: '2018-07-01' }));
		expect(listActies(w.lid, { leeromgevingId: w.teamId })[0]?.voor).toBe('voor 1 juli 2018');
		createVervolg(w.trekker, vervolg({}));
		expect(staten()[1]).toEqual([A, 'klaar']);
	});

	test('after vaststellen it is a row, once, and the text stays', () => {
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		createVervolg(w.lid, vervolg({}));
		createVervolg(w.lid, vervolg({}));
		expect(rijen()).toHaveLength(1);
		expect(staten()[1]).toEqual([A, 'klaar']);
		const { inhoud } = db().select().from(vaststelling).get()!;
		expect(JSON.stringify(inhoud)).not.toContain('"klaar":true');
		createVervolg(w.lid, vervolg({ soort: 'heropend' }));
		expect(staten()[0]).toEqual([A, 'open']);
	});

	test('let go and taken up again, with why; what it taught stays whatever becomes of it', () => {
		createVervolg(w.lid, vervolg({ soort: 'losgelaten', tekst: 'Joke is verhuisd.' }));
		createVervolg(w.lid, vervolg({ soort: 'geleerd', tekst: 'Bellen werkt beter.' }));
		const los = () => listActies(w.lid, { leeromgevingId: w.teamId }).find(({ id }) => id === A);
		expect(los()).toMatchObject({
			staat: 'losgelaten',
			reden: 'Joke is verhuisd.',
			geleerd: ['Bellen werkt beter.'],
		});
		createVervolg(w.lid, vervolg({ soort: 'heropend' }));
		expect(los()?.staat).toBe('open');
		createVervolg(w.lid, vervolg({ soort: 'losgelaten' }));
		createVervolg(w.lid, vervolg({}));
		expect(los()).toMatchObject({ staat: 'klaar', geleerd: ['Bellen werkt beter.'] });
	});

	test('whose it is may say it, also from outside the leden', () => {
		const { werkplaatsId } = w;
		const lector = metRol(werkplaatsId, 'lector');
		schrijf(w.id, actie(A, 'Joke bellen', { wieId: lector.persoonId }));
		createVervolg(lector, vervolg({ soort: 'geleerd', tekst: 'Rustig aan.' }));
		expect(() => createVervolg(lector, vervolg({}))).toThrow(Forbidden);
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		createVervolg(lector, vervolg({}));
		expect(staten()).toEqual([[A, 'klaar']]);
	});

	test('of a line that went with the text, or said in a bijeenkomst of others, there is none', () => {
		expect(() => createVervolg(w.lid, vervolg({ actiepuntId: D }))).toThrow(NotFound);
		const ander = plan('Van anderen', null, maakTeam(w.systeem, { naam: 'B', volgnummer: 2 }));
		expect(() => createVervolg(w.lid, vervolg({ soort: 'losgelaten', inId: ander }))).toThrow();
		expect(rijen()).toEqual([]);
	});
});

describe('for the next agenda', () => {
	test('what earlier ones of the team agreed and still is open', () => {
		opDag(w.id, '11 juni 2018');
		const volgende = plan('De tweede', '25 juni 2018');
		expect(listOpenVoor(w.lid, volgende).map(({ id }) => id)).toEqual([A, B]);
		expect(listOpenVoor(w.lid, w.id)).toEqual([]);
		expect(listOpenVoor(w.lid, plan('Ervoor', '1 juni 2018'))).toEqual([]);
		createVervolg(w.lid, vervolg({ inId: volgende }));
		createVervolg(w.lid, vervolg({ actiepuntId: B, soort: 'losgelaten', inId: volgende }));
		expect(listOpenVoor(w.lid, volgende)).toEqual([]);
	});

	test('without a team those of the same reeks', () => {
		const { werkplaatsId } = w;
		const { id: reeksId } = db()
			.insert(reeks)
			.values({ werkplaatsId, titel: 'Op bezoek', soort: 'team' })
			.returning()
			.get();
		const [een, twee, los] = ['een', 'twee', 'los'].map((titel) => plan(titel, null, null));
		for (const id of [een!, twee!])
			db().update(bijeenkomst).set({ reeksId }).where(eq(bijeenkomst.id, id)).run();
		schrijf(een!, actie(A, 'Bellen'));
		expect(listOpenVoor(w.coordinator, twee!).map(({ id }) => id)).toEqual([A]);
		expect(listOpenVoor(w.coordinator, los!)).toEqual([]);
	});
});

test('besluiten: latest first, in a verslag in its own order, and which are vastgesteld', () => {
	opDag(w.id, '11 juni 2018');
	const later = plan('De tweede', '25 juni 2018');
	schrijf(later, besluit(A, 'Eerst dit.'), besluit(B, 'Dan dat.'));
	finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
	expect(
		listBesluiten(w.lid, { leeromgevingId: w.teamId }).map((b) => [b.tekst, b.vastgesteld]),
	).toEqual([
		['Eerst dit.', false],
		['Dan dat.', false],
		['We gaan door.', true],
	]);
});

describe('Wacht op jou', () => {
	const soorten = (actor: Actor) => wachtVoor(actor).map(({ soort }) => soort);

	test('my open acties, five at most, until they are done', () => {
		expect(wachtVoor(w.lid)).toMatchObject([
			{ soort: 'actie', titel: 'Joke bellen', href: '/acties' },
		]);
		expect(listMijnActies(w.lid).map(({ id }) => id)).toEqual([A]);
		expect(soorten(w.trekker)).toEqual([]);
		createVervolg(w.lid, vervolg({}));
		expect(wachtVoor(w.lid)).toEqual([]);
		// who left the team sees its texts no more
		const weg = persoonActor({ werkplaatsId: w.werkplaatsId, persoonId: w.lid.persoonId });
		expect(listMijnActies(weg)).toEqual([]);
	});

	test('who leads: a list that nobody confirmed, and a week later an empty verslag', () => {
		const { werkplaatsId } = w;
		const gisteren = plan('Gisteren', plusDagen(today(), -1));
		plan('Morgen', plusDagen(today(), 1));
		plan('Lang geleden', plusDagen(today(), -90));
		plan('Vorige week', plusDagen(today(), -7));
		const regel = {
			naam: 'Joke',
			perspectief: 'bewoner',
			status: 'aanwezig',
			bron: 'lijst',
		} as const;
		db()
			.insert(presentieregel)
			.values({ ...regel, werkplaatsId, bijeenkomstId: gisteren })
			.run();
		expect(wachtVoor(w.trekker)).toMatchObject([
			{ soort: 'presentie', href: `/bijeenkomsten/${gisteren}/presentie` },
			{ soort: 'verslag', titel: 'Schrijf het verslag' },
		]);
		expect(soorten(w.observator)).toEqual([]);
		expect(soorten(w.coordinator)).toEqual([]);
		db()
			.insert(presentiebevestiging)
			.values({ werkplaatsId, bijeenkomstId: gisteren, hash: '' })
			.run();
		expect(soorten(w.trekker)).toEqual(['verslag']);
	});
});

test('an orphan does not break a list', () => {
	createVervolg(w.lid, vervolg({ soort: 'geleerd', tekst: 'Bewaard.' }));
	schrijf(w.id, p('Weg.'));
	expect(staten()).toEqual([]);
	expect(rijen()).toHaveLength(1);
	schrijf(w.id, actie(A, 'Joke bellen'));
	expect(
		db()
			.select()
			.from(actievervolg)
			.where(and(eq(actievervolg.actiepuntId, A)))
			.all(),
	).toHaveLength(1);
	expect(listActies(w.lid, { leeromgevingId: w.teamId })[0]?.geleerd).toEqual(['Bewaard.']);
});
