import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersoonActor } from '#access/actor.ts';
import {
	removeBijeenkomst,
	updateBijeenkomst,
	withdrawWeghaling,
} from '#features/bijeenkomst/write.server.ts';
import { createBegin } from '#features/sjabloon/write.server.ts';
import { listBezig, listVersies } from '#features/versie/read.server.ts';
import { createHerstel, createVersie } from '#features/versie/write.server.ts';
import { Forbidden } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { CLOSE } from '#sync/server/codes.ts';
import { recheckRights } from '#sync/server/cut.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import type { Visitor } from '#sync/server/kind.ts';
import { KINDS } from '#sync/kinds.all.server.ts';
import { startSync } from '#sync/server/start.ts';
import { TestSync, until } from '#sync/server/test-sync.ts';
import { platteTekst } from './blok.ts';
import { toPlain } from './document.ts';
import { doc, kop, p } from './test-tekst.ts';
import { verslagWereld, type VerslagWereld } from './test-verslag.ts';
import { createControle, createErratum, finaliseVerslag } from './write.server.ts';

/** The verslag over a real socket: what a page cannot do, nobody can do there either. */

let w: VerslagWereld;
let sync: TestSync;

const visitorOf = (actor: PersoonActor): Visitor => ({
	actor,
	accountId: `account-${actor.persoonId}`,
	persoonId: actor.persoonId,
	sessionHash: actor.persoonId,
	voornaam: 'Iemand',
	naam: 'Iemand van het team',
});

beforeEach(async () => {
	setConfig({});
	w = verslagWereld();
	sync = new TestSync();
	await sync.restart();
	const people = [w.trekker, w.lid, w.agendalid, w.lector, w.observator, w.buiten];
	const find = (id: string) => people.find(({ persoonId }) => persoonId === id);
	const visitor = (id: string) => (find(id) ? visitorOf(find(id)!) : null);
	startSync({
		kinds: KINDS,
		buildId: 'test',
		identify: async (cookie) => visitor(cookie),
		renew: ({ persoonId }) => visitor(persoonId),
	});
});
afterEach(() => sync.stop());

const join = (actor: PersoonActor) => sync.joined(actor.persoonId, { name: w.naam });
const read = (live: Y.Doc) => platteTekst(toPlain(live));
const stored = () => readDocument(w.naam, read);
/** Types behind the text of a block. */
function typeIn(live: Y.Doc, block: number, text: string) {
	const element = live.getXmlFragment('tekst').get(block) as Y.XmlElement;
	live.transact(() => {
		if (element.length === 0) element.insert(0, [new Y.XmlText()]);
		const line = element.get(element.length - 1) as Y.XmlText;
		line.insert(line.length, text);
	});
}

describe('after vaststellen no door is left', () => {
	test('what is typed in an open editor reaches nobody, and its editor hears that it may read', async () => {
		w.schrijf(w.lid, p('Zoals besproken.'));
		const [lid, trekker] = [await join(w.lid), await join(w.trekker)];
		const raw = await sync.socket(w.lid.persoonId, { name: w.naam }).opened();
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		typeIn(lid.doc, 0, ' En nog iets.');
		typeIn(trekker.doc, 0, ' Ook van de trekker.');
		await until(() => expect(raw.of(103).at(-1)?.toString()).toMatch(/lezen/), 2000);
		const later = await join(w.observator);
		expect(read(later.doc)).toBe('Zoals besproken.');
		expect(stored()).toBe('Zoals besproken.');
		expect(w.tekst()).toEqual(doc(p('Zoals besproken.')));
	});

	test('who comes back online, or comes in new, reads', async () => {
		w.schrijf(w.lid, p('Zoals besproken.'));
		const offline = await join(w.lid);
		offline.provider.disconnect();
		typeIn(offline.doc, 0, ' In de trein bedacht.');
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		offline.provider.connect();
		await until(() => expect(offline.provider.wsconnected).toBe(true));
		const fresh = await join(w.trekker);
		typeIn(fresh.doc, 0, ' Toch nog even.');
		const reader = await join(w.observator);
		await until(() => expect(read(reader.doc)).toBe('Zoals besproken.'));
		expect(stored()).toBe('Zoals besproken.');
	});

	test('no page changes it, whoever asks', () => {
		w.schrijf(w.lid, p('een'));
		const versie = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'een' });
		w.schrijf(w.lid, p('twee'));
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		for (const actor of [w.trekker, w.coordinator, w.lid, w.systeem]) {
			expect(() => createHerstel(actor, { versieId: versie.id })).toThrow(Forbidden);
			expect(() => createBegin(actor, { bijeenkomstId: w.id, sjabloon: 'kort-verslag' })).toThrow(
				Forbidden,
			);
			expect(() =>
				editDocument(actor, w.naam, (live) => live.getXmlFragment('tekst').delete(0, 1)),
			).toThrow(Forbidden);
		}
		createErratum(w.trekker, { bijeenkomstId: w.id, tekst: 'Het was drie.' });
		expect(stored()).toBe('twee');
		expect(w.tekst()).toEqual(doc(p('twee')));
	});
});

test('ter controle: who takes part cannot write any more, who leads can', async () => {
	w.schrijf(w.lid, p('Zoals besproken.'));
	const [lid, trekker] = [await join(w.lid), await join(w.trekker)];
	createControle(w.trekker, { bijeenkomstId: w.id });
	typeIn(lid.doc, 0, ' Zonder te vragen.');
	typeIn(trekker.doc, 0, ' Met een punt.');
	await until(() => expect(stored()).toBe('Zoals besproken. Met een punt.'));
});

test('a bijeenkomst that gets another title: who has its verslag open hears so, and types on', async () => {
	w.schrijf(w.trekker, p('Zoals'));
	const lid = await join(w.lid);
	const raw = await sync.socket(w.lid.persoonId, { name: w.naam }).opened();
	await until(() => expect(raw.of(103)).toHaveLength(1));
	const velden = { titel: 'De tweede brief', datum: null, begin: '', eind: '', plaats: '' };
	updateBijeenkomst(w.trekker, { id: w.id, ...velden });
	await until(() =>
		expect(raw.of(102).map(String)).toEqual([expect.stringMatching(/bijeenkomst$/)]),
	);
	updateBijeenkomst(w.trekker, { id: w.id, ...velden });
	typeIn(lid.doc, 0, ' besproken.');
	await until(() => expect(stored()).toBe('Zoals besproken.'));
	expect(raw.of(102)).toHaveLength(1);
});

test('a bijeenkomst that is taken away and put back has its verslag as it was', async () => {
	w.schrijf(w.trekker, p('Zoals besproken.'));
	const lid = await join(w.lid);
	const raw = await sync.socket(w.lid.persoonId, { name: w.naam }).opened();
	typeIn(lid.doc, 0, ' Met een punt.');
	await until(() => expect(stored()).toBe('Zoals besproken. Met een punt.'));
	removeBijeenkomst(w.trekker, w.id);
	recheckRights();
	await raw.closedWith(CLOSE.notFound);
	withdrawWeghaling(w.trekker, w.id);
	const again = await join(w.lid);
	expect(read(again.doc)).toBe('Zoals besproken. Met een punt.');
	typeIn(again.doc, 0, ' En verder.');
	await until(() => expect(stored()).toBe('Zoals besproken. Met een punt. En verder.'));
});

test('who types is remembered for the next version', async () => {
	w.schrijf(w.trekker, p('Zoals besproken.'));
	const lid = await join(w.lid);
	typeIn(lid.doc, 0, ' Met een zin erbij.');
	await until(() => expect(listBezig(w.trekker, w.id)).toEqual(['lid van het team']));
	createVersie(w.trekker, { bijeenkomstId: w.id, naam: 'nu' });
	const [versie] = listVersies(w.trekker, w.id).versies;
	expect(versie!.schrijvers.sort()).toEqual(['lid van het team', 'trekker van het team']);
});

test('two who begin at once, one on a page and one in the editor: nothing is there twice', async () => {
	const lid = await join(w.lid);
	expect(createBegin(w.trekker, { bijeenkomstId: w.id, sjabloon: 'kort-verslag' }).gevuld).toBe(
		true,
	);
	expect(createBegin(w.lid, { bijeenkomstId: w.id, sjabloon: 'kort-verslag' }).gevuld).toBe(false);
	await until(() => expect(read(lid.doc)).toBe(stored()));
	expect(stored().match(/Wat spraken we af/g)).toHaveLength(1);
});

/** R30 */
describe('putting a version back while others type', () => {
	const OUD = [kop('Casus'), p('Joke vertelt over haar buurvrouw.'), p('We spreken iets af.')];

	test('all screens are equal within three seconds, and what is typed after it stays', async () => {
		w.schrijf(w.lid, ...OUD);
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'toen' });
		w.schrijf(w.trekker, ...OUD, p('Dit had er niet moeten staan.'));
		const offline = await join(w.lid);
		const clients = [await join(w.lid), await join(w.trekker), await join(w.lid)];
		offline.provider.disconnect();
		typeIn(offline.doc, 3, ' Nog een zin van ver weg.');
		typeIn(offline.doc, 1, ' Onderweg gehoord.');

		let restoredAt = 0;
		await ticks(60, (n) => {
			typeIn(clients[n % 3]!.doc, 1, ` w${n}.`);
			if (n !== 25) return;
			createHerstel(w.trekker, { versieId: id });
			restoredAt = n;
		});
		offline.provider.connect();
		await until(() => {
			const texts = [...clients, offline].map((client) => read(client.doc));
			expect(new Set([...texts, stored()]).size).toBe(1);
			expect(texts[0]).toContain('Onderweg gehoord.');
		}, 3000);
		const text = stored();
		for (let n = restoredAt + 1; n < 60; n++) expect(text).toContain(` w${n}.`);
		expect(text).not.toContain('Dit had er niet moeten staan');
		expect(text).not.toContain('ver weg');
		for (const once of ['Casus', 'Joke vertelt', 'We spreken iets af.', 'Onderweg gehoord.'])
			expect(text.split(once)).toHaveLength(2);
	}, 20_000);

	test('an open editor shows it at once, and the version before it brings all back', async () => {
		w.schrijf(w.lid, ...OUD);
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'toen' });
		const lid = await join(w.lid);
		typeIn(lid.doc, 1, ' Zij is moe.');
		await until(() => expect(stored()).toContain('Zij is moe.'));
		const { terugId } = createHerstel(w.trekker, { versieId: id });
		await until(() => expect(read(lid.doc)).not.toContain('Zij is moe.'));
		createHerstel(w.lid, { versieId: terugId! });
		await until(() => expect(read(lid.doc)).toContain('Zij is moe.'));
		expect(read(lid.doc)).toBe(stored());
	});
});

/** Twenty times a second. */
const ticks = (count: number, run: (n: number) => void) =>
	new Promise<void>((resolve, reject) => {
		let n = 0;
		const timer = setInterval(() => {
			try {
				if (n < count) return run(n++);
				clearInterval(timer);
				resolve();
			} catch (error) {
				clearInterval(timer);
				reject(error);
			}
		}, 50);
	});
