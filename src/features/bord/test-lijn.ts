import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PersoonActor } from '#access/actor.ts';
import { SESSION_COOKIE, startSession } from '#features/account/session.server.ts';
import { account } from '#features/account/tables.server.ts';
import { accountPersoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { MESSAGE, SYNC } from '#sync/server/frames.ts';
import { type Raw, type TestSync, until } from '#sync/server/test-sync.ts';
import { bordNaam, leesBord } from './document.ts';

const frame = (step: number, bytes: Uint8Array): Uint8Array => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.sync);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
};

/** For tests: a line to a bord that says what it likes, and keeps every frame that it is sent. */
export class Lijn {
	readonly raw: Raw;
	/** The table as far as it came. */
	readonly doc = new Y.Doc();
	/** Runs after each frame that changed the table. */
	bij: () => void = () => {};
	#heel = 0;

	constructor(raw: Raw) {
		this.raw = raw;
		raw.ws.on('open', () => raw.ws.send(frame(SYNC.step1, Y.encodeStateVector(this.doc))));
		raw.ws.on('message', (data: Buffer) => this.#hoor(new Uint8Array(data)));
	}

	#hoor(data: Uint8Array) {
		const decoder = decoding.createDecoder(data);
		if (decoding.readVarUint(decoder) !== MESSAGE.sync) return;
		const step = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		// what it has is never told: an answer is no way around either
		if (step === SYNC.step1) {
			this.raw.ws.send(frame(SYNC.step2, Y.encodeStateAsUpdate(new Y.Doc())));
			return;
		}
		Y.applyUpdate(this.doc, bytes);
		if (step === SYNC.step2) this.#heel++;
		this.bij();
	}

	async #heelNa(keer: number) {
		await until(() => {
			if (this.#heel <= keer) throw new Error(`no answer: ${this.raw.code}`);
		});
	}

	async binnen(): Promise<this> {
		await this.#heelNa(0);
		return this;
	}

	/** Whatever was sent before is answered then. */
	async antwoord() {
		const keer = this.#heel;
		this.raw.ws.send(frame(SYNC.step1, Y.encodeStateVector(this.doc)));
		await this.#heelNa(keer);
	}

	/** Everything that came over it, as words can be found in it. */
	get gehoord(): string {
		return Buffer.concat(this.raw.messages).toString('latin1');
	}

	get beeld() {
		return leesBord(this.doc);
	}

	/** What the server said one may here, the last time. */
	get recht(): string {
		const decoder = decoding.createDecoder(
			new Uint8Array(this.raw.of(MESSAGE.welkom).at(-1) ?? [MESSAGE.welkom, 0]),
		);
		decoding.readVarUint(decoder);
		return decoding.readVarString(decoder);
	}

	/** How often it was told that it may only read. */
	get geweigerd(): number {
		return this.raw.of(MESSAGE.limit).length;
	}

	/** Says to be here, as this and under this id. */
	zegt(state: Record<string, unknown>, client = 42) {
		const awareness = new Awareness(new Y.Doc());
		awareness.states.set(client, state);
		awareness.meta.set(client, { clock: 1, lastUpdated: 0 });
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE.awareness);
		encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [client]));
		this.raw.ws.send(encoding.toUint8Array(encoder));
		awareness.destroy();
	}

	/** Who is here, as it was told: what the server wrote about each, and where they say to be. */
	get aanwezig(): { user: { naam: string; persoonId: string }; plek?: string }[] {
		const awareness = new Awareness(new Y.Doc());
		for (const data of this.raw.of(MESSAGE.awareness)) {
			const decoder = decoding.createDecoder(new Uint8Array(data));
			decoding.readVarUint(decoder);
			applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), undefined);
		}
		const there = [...awareness.getStates().values()].filter(({ user }) => user);
		awareness.destroy();
		return there as Lijn['aanwezig'];
	}

	/** Changes the table as no screen of ours does. Resolves at once: the server answers in its time. */
	schrijf(doe: (doc: Y.Doc) => void, step: number = SYNC.update) {
		const mine = new Y.Doc();
		Y.applyUpdate(mine, Y.encodeStateAsUpdate(this.doc));
		const before = Y.encodeStateVector(mine);
		doe(mine);
		this.raw.ws.send(frame(step, Y.encodeStateAsUpdate(mine, before)));
	}
}

export const lijn = (sync: TestSync, cookie: string, bordId: string): Lijn =>
	new Lijn(sync.socket(cookie, { name: bordNaam(bordId) }));

/** The cookie of somebody with an account, as the browser sends it. */
export async function logIn({ persoonId, werkplaatsId }: PersoonActor): Promise<string> {
	const email = `${persoonId}@voorbeeld.example`;
	const accountId = db().insert(account).values({ email }).returning().get().id;
	db().insert(accountPersoon).values({ accountId, persoonId, werkplaatsId }).run();
	const session = { accountId, persoonId, sharedDevice: false, device: '' };
	return `${SESSION_COOKIE}=${(await startSession(session)).token}`;
}
