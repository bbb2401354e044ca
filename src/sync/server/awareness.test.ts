import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeAwarenessUpdate, Awareness } from 'y-protocols/awareness';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { MESSAGE } from './frames.ts';
import { TestSync, until, type Raw } from './test-sync.ts';

let sync: TestSync;
beforeEach(async () => {
	sync = new TestSync();
	sync.rights.set('anna', 'schrijven').set('bram', 'schrijven').set('lena', 'lezen');
	await sync.start();
});
afterEach(() => sync.stop());

/** Says to be somewhere as this Yjs client. */
function say(socket: Raw, client: number, state: unknown, clock = 1) {
	repeat(socket, [client], state, clock);
}

/** The same of all of these. */
function repeat(socket: Raw, clients: number[], state: unknown, clock = 1) {
	const awareness = new Awareness(new Y.Doc());
	for (const client of clients) {
		awareness.states.set(client, state as Record<string, unknown>);
		awareness.meta.set(client, { clock, lastUpdated: 0 });
	}
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.awareness);
	encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients));
	socket.ws.send(encoding.toUint8Array(encoder));
	awareness.destroy();
}

const usersOf = ({ provider }: Awaited<ReturnType<TestSync['joined']>>) =>
	[...provider.awareness.getStates().values()].flatMap(({ user }) => (user ? [user] : []));

test('a name is the one of who is logged in, whatever is sent', async () => {
	const anna = await sync.joined('anna');
	const lena = await sync.socket('lena').opened();
	say(lena, 42, {
		user: { name: 'De beheerder', persoonId: 'anna', kleur: 99 },
		plek: 'Inleiding',
	});
	await until(() => expect(anna.provider.awareness.getStates().get(42)).toBeDefined());
	expect(anna.provider.awareness.getStates().get(42)).toEqual({
		plek: 'Inleiding',
		user: {
			persoonId: 'lena',
			name: 'lena van Dijk',
			naam: 'lena van Dijk',
			voornaam: 'lena',
			kleur: 2,
			right: 'lezen',
		},
	});
});

test('nobody speaks as somebody else, and one connection is one person', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.socket('bram').opened();
	const lena = await sync.socket('lena').opened();
	say(bram, 7, { plek: 'van Bram' });
	await until(() => expect(usersOf(anna)).toHaveLength(1));
	say(lena, 7, { plek: 'van Lena' }, 9);
	say(lena, 8, { plek: 'eigen' });
	say(lena, 9, { plek: 'nog een' });
	await until(() => expect(anna.provider.awareness.getStates().get(8)).toBeDefined());
	expect(anna.provider.awareness.getStates().get(7)).toMatchObject({ plek: 'van Bram' });
	expect(anna.provider.awareness.getStates().has(9)).toBe(false);
});

test('what is too large or no state at all is left out', async () => {
	const anna = await sync.joined('anna');
	const lena = await sync.socket('lena').opened();
	say(lena, 8, { plek: 'x'.repeat(5000) });
	say(lena, 8, ['a']);
	say(lena, 8, { plek: 'klein' }, 2);
	await until(() => expect(anna.provider.awareness.getStates().get(8)).toBeDefined());
	expect(anna.provider.awareness.getStates().get(8)).toMatchObject({ plek: 'klein' });
});

test('of what somebody repeats of others as much is read as there can be', async () => {
	const anna = await sync.joined('anna');
	const bram = await sync.socket('bram').opened();
	const lena = await sync.socket('lena').opened();
	say(lena, 8, { plek: 'hier' });
	say(bram, 7, { plek: 'ook hier' });
	const plekOf = (client: number) => anna.provider.awareness.getStates().get(client)?.['plek'];
	await until(() => expect([plekOf(7), plekOf(8)]).toEqual(['ook hier', 'hier']));
	const others = (count: number) => Array.from({ length: count }, () => 7);
	repeat(lena, [...others(1000), 8], { plek: 'te ver' }, 2);
	repeat(bram, [7], { plek: 'verder' }, 2);
	await until(() => expect(plekOf(7)).toBe('verder'));
	expect(plekOf(8)).toBe('hier');
	repeat(lena, [...others(199), 8], { plek: 'verder' }, 2);
	await until(() => expect(plekOf(8)).toBe('verder'));
});

test('who moves more often than anybody can see is shown less often, and stays', async () => {
	const anna = await sync.joined('anna');
	const lena = await sync.socket('lena').opened();
	for (let i = 1; i <= 100; i++) say(lena, 8, { plek: `plek ${i}` }, i);
	lena.ws.send(Buffer.from([MESSAGE.queryAwareness]));
	await until(() => expect(anna.provider.awareness.getStates().get(8)).toBeDefined());
	await until(() => expect(anna.provider.awareness.meta.get(8)!.clock).toBeGreaterThan(25));
	expect(anna.provider.awareness.meta.get(8)!.clock).toBeLessThan(40);
	expect(lena.code).toBeUndefined();
});

test('who leaves is gone at once, and who joins sees who is here', async () => {
	const lena = await sync.socket('lena').opened();
	say(lena, 8, { plek: 'hier' });
	const anna = await sync.joined('anna');
	await until(() => expect(usersOf(anna)).toHaveLength(1));
	lena.close();
	await until(() => expect(usersOf(anna)).toHaveLength(0));
});

test('the same person over a new line takes over from one that broke', async () => {
	const anna = await sync.joined('anna');
	const before = await sync.socket('bram').opened();
	say(before, 7, { plek: 'oud' });
	await until(() => expect(usersOf(anna)).toHaveLength(1));
	const after = await sync.socket('bram').opened();
	say(after, 7, { plek: 'nieuw' }, 5);
	await until(() =>
		expect(anna.provider.awareness.getStates().get(7)).toMatchObject({ plek: 'nieuw' }),
	);
});

test('an id that others were shown stays whose it is, also before a word was written under it', async () => {
	const anna = await sync.joined('anna');
	const line = await sync.socket('bram').opened();
	say(line, 7, { plek: 'hier' });
	await until(() => expect(usersOf(anna)).toHaveLength(1));
	line.close();
	await until(() => expect(usersOf(anna)).toHaveLength(0));
	const write = (doc: Y.Doc, text: string) => {
		doc.clientID = 7;
		doc.getXmlFragment('tekst').insert(0, [new Y.XmlElement('paragraph'), new Y.XmlText(text)]);
	};
	write(anna.doc, 'in de naam van Bram');
	await until(() => expect(anna.provider.wsconnected).toBe(false));
	const bram = new Y.Doc();
	write(bram, 'zonder lijn');
	await sync.joined('bram', { doc: bram });
	const lena = await sync.joined('lena');
	await until(() => expect(lena.doc.getXmlFragment('tekst').toString()).toContain('zonder lijn'));
	expect(lena.doc.getXmlFragment('tekst').toString()).not.toContain('in de naam');
});
