import { setImmediate as turn } from 'node:timers/promises';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import { setConfig } from '#server/http/test-http.ts';
import { forgetRates } from '#server/limits.ts';
import { SYNC as OPTIONS } from '#sync/kinds.server.ts';
import { contentHash } from '#sync/server/canonical.ts';
import { readDocument } from '#sync/server/edit.ts';
import { sync as state } from '#sync/server/rooms.ts';
import { TestSync, until } from '#sync/server/test-sync.ts';
import { createBriefje, removeBriefje, withdrawVerwijdering } from './briefje.write.server.ts';
import { bordNaam, leesBord, wortel } from './document.ts';
import { OWN } from './document.wortel.ts';
import { moveFase } from './regie.write.server.ts';
import { mijnStippen } from './stip.read.server.ts';
import { doelIdsOp, som, totalen } from './stip.rows.server.ts';
import { createStipronde, updateStip } from './stip.write.server.ts';
import { briefje } from './tables.server.ts';
import { doeLid, LEDEN_DADEN } from './test-geschiedenis.ts';
import { lijn, logIn } from './test-lijn.ts';
import { alsRijen, rijenVan } from './test-rijen.ts';
import { errorsOf, tafelWereld, type TafelWereld } from './test-tafel.ts';

// many random cases, on a machine that does more at once
vi.setConfig({ testTimeout: 120_000 });
const CASES = 16;
const BUDGET = 3;

let sync: TestSync;
let w: TafelWereld;
let cookies: string[];
/** Of somebody with a program of their own. */
let vreemd: string;
beforeEach(async () => {
	sync = new TestSync(OPTIONS);
	setConfig({ LIMIT_SYNC_MESSAGES: '10000', LIMIT_SYNC_CONNECTIONS_PER_USER: '1000' });
	w = tafelWereld();
	await sync.restart();
	const [trekker, lid, student] = await Promise.all([w.trekker, w.lid, w.student].map(logIn));
	// one of them in two tabs
	cookies = [trekker!, lid!, lid!, student!];
	vreemd = await logIn(w.begeleider);
});
afterEach(async () => {
	await sync.stop();
	setConfig({});
});

/** The stock client of y-websocket, with what one does at a table by hand. */
class Tab {
	readonly #cookie: string;
	readonly #name: string;
	doc = new Y.Doc();
	provider!: ReturnType<TestSync['client']>['provider'];
	readonly geweigerd: number[] = [];

	constructor(cookie: string, bordId: string) {
		this.#cookie = cookie;
		this.#name = bordNaam(bordId);
		this.#open();
	}
	#open() {
		this.provider = sync.client(this.#cookie, { name: this.#name, doc: this.doc }).provider;
		this.provider.on('closed', ({ code }: { code: number }) => this.geweigerd.push(code));
	}
	/** A new page on the copy of this device. */
	herlaad() {
		const kept = Y.encodeStateAsUpdate(this.doc);
		this.provider.destroy();
		this.doc = new Y.Doc();
		Y.applyUpdate(this.doc, kept);
		this.#open();
	}
}

type Stap = [wie: number, daad: (typeof DADEN)[number], a: number, b: number];
const DADEN = [
	...LEDEN_DADEN,
	...(['zonder lijn', 'met lijn', 'herlaad', 'leg', 'haal weg', 'zet terug', 'fase'] as const),
	...(['stip', 'stip', 'stip', 'stip', 'samen', 'wis', 'wis'] as const),
] as const;
const stappen = fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...DADEN), fc.nat(999), fc.nat(999)), {
	maxLength: 70,
	size: 'max',
});

/** What goes by the rows: briefjes come and go, also while their place is being changed. */
class Server {
	readonly #bordId: string;
	readonly #ligt: string[] = [];
	readonly #weg: string[] = [];

	constructor(bordId: string) {
		this.#bordId = bordId;
	}
	leg(nr: number) {
		forgetRates();
		const nieuw = { id: '', tekst: `Nog een: ${nr}`, soort: '', fase: undefined } as const;
		this.#ligt.push(createBriefje(w.student, { bordId: this.#bordId, ...nieuw }).id);
	}
	doe([, daad, a, b]: Stap) {
		const bordId = this.#bordId;
		if (daad === 'leg') this.leg(a);
		else if (daad === 'stip') this.#stip([a, b]);
		else if (daad === 'fase') moveFase(w.trekker, { bordId, naar: b % 2 ? 'delen' : 'duiden' });
		else if (daad === 'haal weg' && this.#ligt.length > 0) {
			const [id = ''] = this.#ligt.splice(a % this.#ligt.length, 1);
			removeBriefje(w.trekker, { bordId, id });
			this.#weg.push(id);
		} else if (daad === 'zet terug' && this.#weg.length > 0) {
			const [id = ''] = this.#weg.splice(a % this.#weg.length, 1);
			withdrawVerwijdering(w.trekker, { bordId, id });
			this.#ligt.push(id);
		}
	}
	/** As many as there are: one too many is refused. */
	#stip([a, b]: [number, number]) {
		forgetRates();
		const bordId = this.#bordId;
		const doelen = doelIdsOp(bordId);
		const groepId = doelen[a % Math.max(1, doelen.length)];
		if (groepId) errorsOf(() => updateStip(WIE(a), { bordId, groepId, aantal: b % 4 }));
	}
	/** Ids of what lies open, by the rows. */
	static open(bordId: string): string[] {
		const ligt = and(isNotNull(briefje.gelegdOp), isNull(briefje.weggehaaldOp));
		const rows = db().select({ id: briefje.id }).from(briefje);
		return rows
			.where(and(eq(briefje.bordId, bordId), ligt))
			.all()
			.map(({ id }) => id)
			.toSorted();
	}
}

const WIE = (a: number) => [w.trekker, w.lid, w.student][a % 3]!;

/** Takes away what only the server writes, as no screen of ours does: this line is cut. */
async function wis(bordId: string, [, , a, b]: Stap) {
	const rauw = await lijn(sync, vreemd, bordId).binnen();
	rauw.schrijf((doc) => {
		const roots = OWN.map((name) => wortel(doc, name)).filter(({ size }) => size > 0);
		const root = roots[a % roots.length]!;
		for (const key of [...root.keys()].slice(0, b % 2 ? 1 : undefined)) root.delete(key);
	});
	await until(() => expect(rauw.raw.code).toBeDefined());
	rauw.raw.ws.terminate();
}

function doe(server: Server, tab: Tab, stap: Stap) {
	const [, daad, a, b] = stap;
	if (daad === 'zonder lijn') tab.provider.disconnect();
	else if (daad === 'met lijn') tab.provider.connect();
	else if (daad === 'herlaad') tab.herlaad();
	else if (LEDEN_DADEN.includes(daad as never)) doeLid(tab.doc, daad as never, [a, b]);
	else server.doe(stap);
}

async function speel(bordId: string, verloop: Stap[]) {
	const tabs = cookies.map((cookie) => new Tab(cookie, bordId));
	const server = new Server(bordId);
	for (let nr = 0; nr < 8; nr++) server.leg(nr);
	createStipronde(w.trekker, { bordId, budget: BUDGET, geheim: true });
	await until(() => expect(tabs.every(({ provider }) => provider.synced)).toBe(true));
	for (const nr of [1, 2, 3]) doeLid(tabs[0]!.doc, 'groep', [nr, nr + 3]);
	await until(() => expect(doelIdsOp(bordId)).toHaveLength(3));
	for (const stap of verloop) {
		if (stap[1] === 'wis') await wis(bordId, stap);
		else doe(server, tabs[stap[0]]!, stap);
		if (stap[2] % 2) await turn();
	}
	for (const { provider } of tabs) provider.connect();
	const hashes = () =>
		new Set([
			...tabs.map(({ doc }) => contentHash(doc)),
			readDocument(bordNaam(bordId), contentHash),
		]).size;
	await until(
		() => expect([hashes(), tabs.flatMap(({ geweigerd }) => geweigerd)]).toEqual([1, []]),
		20_000,
	);
	return tabs;
}

/** Nobody has more dots than there are, and what each has adds up. */
function telt(bordId: string): number {
	const mijn = [w.trekker, w.lid, w.student].map((actor) => mijnStippen(actor, bordId)!);
	for (const { over, stippen } of mijn) expect(over).toBe(BUDGET - som(stippen));
	for (const { over } of mijn) expect(over).toBeGreaterThanOrEqual(0);
	const samen = som(totalen(bordId, mijn[0]!.rondeId));
	expect(mijn.reduce((n, { stippen }) => n + som(stippen), 0)).toBe(samen);
	return samen;
}

test('over real lines all have the same bord, and so have the disk, a new screen and the rows', async () => {
	const seen = { inGroep: 0, stippen: 0, gewist: 0 };
	await fc.assert(
		fc.asyncProperty(stappen, async (verloop) => {
			const bordId = w.maakBord();
			const tabs = await speel(bordId, verloop);
			const naam = bordNaam(bordId);
			const [beeld, hash] = [leesBord(tabs[0]!.doc), contentHash(tabs[0]!.doc)];
			for (const { provider } of tabs) provider.destroy();
			// as after a restart: nothing of it in memory
			await until(() => expect(state().rooms.get(naam)!.isIdle).toBe(true));
			state().rooms.get(naam)!.rest();
			state().rooms.get(naam)!.close();
			state().rooms.delete(naam);
			expect(readDocument(naam, contentHash)).toBe(hash);
			const later = await sync.joined(cookies[1]!, { name: naam });
			await until(() => expect(leesBord(later.doc)).toEqual(beeld));
			expect(rijenVan(bordId)).toEqual(readDocument(naam, alsRijen));
			expect(beeld.briefjes.map(({ id }) => id).toSorted()).toEqual(Server.open(bordId));
			later.provider.destroy();
			seen.inGroep += beeld.groepen.flatMap(({ briefjes }) => briefjes).length;
			seen.stippen += telt(bordId);
			seen.gewist += verloop.filter(([, daad]) => daad === 'wis').length;
		}),
		{ numRuns: CASES, endOnFailure: true },
	);
	for (const many of Object.values(seen)) expect(many).toBeGreaterThan(CASES / 4);
});
