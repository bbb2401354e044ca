import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersoonActor } from '#access/actor.ts';
import { maakLid } from '#features/leeromgeving/test-team.ts';
import { TEKST_ROOT } from '#features/tekst/document.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { beslis } from '#features/voorstel/besluit.ts';
import { laatNieuweStaan } from '#features/voorstel/tegelijk.ts';
import { Schrijver } from '#features/voorstel/test-voorstel.ts';
import { setConfig } from '#server/http/test-http.ts';
import { readDocument } from '#sync/server/edit.ts';
import { KINDS } from '#sync/kinds.all.server.ts';
import { startSync } from '#sync/server/start.ts';
import { TestSync, until } from '#sync/server/test-sync.ts';
import { toPlain } from './document.ts';
import { p } from './test-tekst.ts';
import { verslagWereld, type VerslagWereld } from './test-verslag.ts';
import { createControle } from './write.server.ts';

/** Who proposes at the moment that somebody else does something in the same place, over real sockets. */

let w: VerslagWereld;
let sync: TestSync;
let people: PersoonActor[];

beforeEach(async () => {
	setConfig({});
	w = verslagWereld();
	sync = new TestSync();
	await sync.restart();
	people = [w.trekker, w.lid, maakLid(w.systeem, w.teamId, 'lid')];
	const visitor = (id: string) => {
		const actor = people.find(({ persoonId }) => persoonId === id);
		if (!actor) return null;
		const { persoonId } = actor;
		const naam = { voornaam: 'Iemand', naam: 'Iemand van het team' };
		return { actor, accountId: `account-${persoonId}`, persoonId, sessionHash: persoonId, ...naam };
	};
	startSync({
		kinds: KINDS,
		buildId: 'test',
		identify: async (cookie) => visitor(cookie),
		renew: ({ persoonId }) => visitor(persoonId),
	});
});
afterEach(() => sync.stop());

/** Somebody with the text open; `away` holds what they do until `back`. */
async function aan(actor: PersoonActor) {
	const schrijver = new Schrijver(actor.persoonId);
	const { provider } = await sync.joined(actor.persoonId, { name: w.naam, doc: schrijver.doc });
	laatNieuweStaan(schrijver.doc, actor.persoonId, () => true);
	let code = 0;
	provider.on('closed', (event: { code: number }) => (code = event.code));
	schrijver.read();
	return {
		schrijver,
		away: () => provider.disconnect(),
		back: () => provider.connect(),
		get code() {
			return code;
		},
	};
}
type Aan = Awaited<ReturnType<typeof aan>>;
const inhoud = (doc: Y.Doc) => JSON.stringify(toPlain(doc));
const marks = () => readDocument(w.naam, inhoud);
const woorden = ({ type, text, content = [] }: TekstNode): string =>
	text ?? content.map(woorden).join(type === 'paragraph' ? '' : ' ');
/** All words, those that are proposed as well. */
const stored = () => readDocument(w.naam, (doc) => woorden(toPlain(doc)));

/** All have the same text as the server, and nobody was sent away. */
const samen = (...all: Aan[]) =>
	until(() => {
		for (const { schrijver, code } of all) {
			schrijver.read();
			expect(code).toBe(0);
			expect(schrijver.json).toEqual(all[0]!.schrijver.json);
			expect(inhoud(schrijver.doc)).toBe(marks());
		}
	});

test('a proposal is taken over while its writer types on inside it', async () => {
	w.schrijf(w.trekker, p('Joke belt.'));
	createControle(w.trekker, { bijeenkomstId: w.id });
	const [trekker, lid] = [await aan(w.trekker), await aan(w.lid)];
	lid.schrijver.stelVoor((tr) => tr.insertText(' morgen', lid.schrijver.plek('Joke') + 9));
	await samen(trekker, lid);
	expect(stored()).toBe('Joke belt morgen.');

	lid.away();
	lid.schrijver.stelVoor((tr) => tr.insertText('vroeg ', lid.schrijver.plek('gen.')));
	trekker.schrijver.schrijf((tr) => void beslis(tr, 'neem-over', () => true));
	await until(() => expect(marks()).not.toContain('voorstelErbij'));
	lid.back();
	await samen(trekker, lid);
	expect(stored()).toBe('Joke belt morvroeg gen.');
	expect(marks()).toMatch(/"text":"vroeg ","marks":\[\{"type":"voorstelErbij"/);
});

test.each(['stelVoor', 'typ'] as const)('two who begin in one empty paragraph: %s', async (doe) => {
	w.schrijf(w.trekker, p('Casus'), p());
	if (doe === 'stelVoor') createControle(w.trekker, { bijeenkomstId: w.id });
	const all = [await aan(w.lid), await aan(people[2]!)] as const;
	const typ = (words: [string, string], after: [string, string]) => {
		for (const one of all) one.away();
		for (const [i, { schrijver }] of all.entries())
			for (const [n, letter] of [...words[i]!].entries()) {
				const behind = after[i]!;
				const at = behind && schrijver.plek(behind) + behind.length;
				schrijver[doe]((tr) => tr.insertText(letter, (at || 8) + n));
			}
		for (const one of all) one.back();
		return samen(...all);
	};
	await typ(['een', 'twee'], ['', '']);
	expect(['Casus eentwee', 'Casus tweeeen']).toContain(stored());
	await typ(['EEN', 'TWEE'], ['n', 'tw']);
	expect(['Casus eenEENtwTWEEee', 'Casus twTWEEeeeenEEN']).toContain(stored());
	await typ(['!', '?'], ['EEN', 'TWEE']);
	expect(['Casus eenEEN!twTWEE?ee', 'Casus twTWEE?eeeenEEN!']).toContain(stored());
	const woord = all[0].schrijver.plek('nEEN!');
	all[0].schrijver[doe]((tr) => tr.delete(woord, woord + 5));
	await samen(...all);
	expect(['Casus eetwTWEE?ee', 'Casus twTWEE?eeee']).toContain(stored());
});

test.each(['who proposes', 'who writes'] as const)(
	'words that are written inside what is proposed to go stay: %s was without a line',
	async (who) => {
		w.schrijf(w.trekker, p('Joke belt morgen niet.'));
		const [trekker, lid] = [await aan(w.trekker), await aan(w.lid)];
		const one = who === 'who proposes' ? lid : trekker;
		one.away();
		lid.schrijver.stelVoor((tr) => {
			const at = lid.schrijver.plek('belt morgen');
			tr.delete(at, at + 11);
		});
		trekker.schrijver.typ((tr) => tr.insertText('Ruben ', trekker.schrijver.plek('morgen')));
		const other = one === lid ? 'Ruben' : 'voorstelWeg';
		await until(() => expect(marks()).toContain(other));
		one.back();
		await until(() => expect(marks()).toContain('"text":"Ruben "}'));
		await samen(trekker, lid);
		expect(marks().match(/voorstelWeg/g)).toHaveLength(2);
		trekker.schrijver.schrijf((tr) => void beslis(tr, 'neem-over', () => true));
		await samen(trekker, lid);
		expect(stored()).toBe('Joke Ruben  niet.');
	},
);

test.each(['at that moment', 'afterwards'] as const)(
	'who undoes a proposal in which others wrote %s undoes all of it',
	async (when) => {
		w.schrijf(w.trekker, p('Joke belt morgen niet. Dan schrijft zij.'));
		const [trekker, lid] = [await aan(w.trekker), await aan(w.lid)];
		const herstel = new Y.UndoManager(lid.schrijver.doc.getXmlFragment(TEKST_ROOT));
		if (when === 'at that moment') trekker.away();
		lid.schrijver.stelVoor((tr) => {
			const at = lid.schrijver.plek('belt morgen');
			tr.delete(at, at + 11);
		});
		if (when === 'afterwards') await samen(trekker, lid);
		const ruben = trekker.schrijver.state.schema.text('Ruben ');
		trekker.schrijver.typ((tr) => tr.insert(trekker.schrijver.plek('morgen'), ruben));
		await until(() => expect(marks()).toContain('voorstelWeg'));
		trekker.back();
		await until(() => expect(marks()).toContain('"text":"Ruben "}'));
		await samen(trekker, lid);
		expect(marks().match(/voorstelWeg/g)).toHaveLength(2);

		herstel.undo();
		await until(() => expect(marks()).not.toContain('voorstelWeg'));
		await samen(trekker, lid);
		expect(stored()).toBe('Joke belt Ruben morgen niet. Dan schrijft zij.');
		herstel.redo();
		await until(() => expect(marks()).toContain('voorstelWeg'));
		await samen(trekker, lid);
		expect(marks()).toMatch(/"text":"[^"]*niet[^"]*"}/);
	},
);

test('somebody takes away the block in which a proposal is being written', async () => {
	w.schrijf(w.trekker, p('Casus'), p('Weg hiermee.'), p('Slot'));
	createControle(w.trekker, { bijeenkomstId: w.id });
	const [trekker, lid] = [await aan(w.trekker), await aan(w.lid)];
	lid.away();
	lid.schrijver.stelVoor((tr) => tr.insertText(' Of niet?', lid.schrijver.plek('Weg') + 12));
	trekker.schrijver.typ((tr) => {
		const at = trekker.schrijver.plek('Weg hiermee.') - 1;
		tr.delete(at, at + tr.doc.nodeAt(at)!.nodeSize);
	});
	await until(() => expect(stored()).not.toContain('Weg'));
	lid.back();
	await samen(trekker, lid);
	lid.schrijver.stelVoor((tr) => tr.insertText(' gaat door', lid.schrijver.plek('Slot') + 4));
	await samen(trekker, lid);
	expect(stored()).toContain('Slot gaat door');
});
