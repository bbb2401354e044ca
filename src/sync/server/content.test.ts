import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { freshDb } from '#server/db/test-db.ts';
import { Content } from './content.ts';
import { commit } from './store.ts';

const NAME = 'tekst/aaaaaaaaaaaaaaaaaaaa';
const GEHEIM = 'wat iemand terugnam';
const NOBODY = new Uint8Array([0]);

beforeEach(freshDb);

/** Writes as the server does: in memory and in the log. */
function write(content: Content, change: (root: Y.Map<unknown>) => void) {
	const { doc } = content;
	let update: Uint8Array = new Uint8Array();
	doc.once('update', (bytes: Uint8Array) => (update = bytes));
	doc.transact(() => change(doc.getMap('tafel')));
	content.add(update, commit([{ name: NAME, data: update, persoonId: null }]));
}

/** A document too large to be made anew for each, in which something was written and taken away. */
function withdrawn(shape: { own?: readonly string[] }) {
	const content = new Content(NAME, shape);
	write(content, (root) => root.set('lang', 'a'.repeat(100_000)));
	content.state();
	write(content, (root) => root.set('een', GEHEIM));
	write(content, (root) => root.delete('een'));
	const { first, rest } = content.missing(NOBODY);
	return Buffer.concat([first, rest ?? new Uint8Array()]);
}

test('what the server took away goes to nobody who joins later', () => {
	expect(withdrawn({ own: ['tafel'] }).includes(GEHEIM)).toBe(false);
});

test('a long text goes out as it came, for making it anew costs more than it is worth', () => {
	expect(withdrawn({}).includes(GEHEIM)).toBe(true);
});
