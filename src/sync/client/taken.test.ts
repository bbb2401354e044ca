import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { freshDb } from '#server/db/test-db.ts';
import { recheckRights } from '../server/cut.ts';
import { PUT_BACK } from './options.ts';
import { Place, until, type Tab } from './test-place.ts';

const place = new Place();
let tabs: Tab[] = [];

function paragraph(words: string) {
	const block = new Y.XmlElement('paragraph');
	block.insert(0, [new Y.XmlText(words)]);
	return block;
}
const watch = () => import('./taken.ts');
const taken = { watch, plain: 'paragraph' };

/** Two who have the same text open: Sanne's words in the second paragraph. */
async function samen(...words: string[]): Promise<[Tab, Tab]> {
	tabs = ['sanne', 'tygo'].map((who) => place.open(who, { taken }));
	const [sanne, tygo] = tabs as [Tab, Tab];
	await Promise.all([sanne.saved(), tygo.saved()]);
	for (const { live } of tabs) live.setPlek('schrijft mee');
	for (const one of words) sanne.begin(one);
	await sanne.saved();
	await until(() => expect(tygo.read()).toEqual(words));
	return [sanne, tygo];
}
const blockAt = ({ text }: Tab, index: number) => text.get(index) as Y.XmlElement;
const textAt = (tab: Tab, index: number) => blockAt(tab, index).get(0) as Y.XmlText;

/** As the editor tells where the caret is. */
function caretIn({ live }: Tab, text: Y.XmlText) {
	const head = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 1));
	live.awareness.setLocalStateField('cursor', { anchor: head, head });
}
const press = ({ live }: Tab, label: string) =>
	[live.notice!.action!, ...(live.notice!.more ?? [])].find((one) => one.label === label)!.run();
const isTaken = (tab: Tab, words: string) =>
	until(() =>
		expect([tab.live.notice?.title, tab.live.notice?.copy]).toEqual([
			'Dit stuk is weggehaald door tygo.',
			words,
		]),
	);
const same = ([sanne, tygo]: [Tab, Tab], text: string) =>
	until(() => expect([sanne.text.toString(), tygo.text.toString()]).toEqual([text, text]));

beforeAll(async () => {
	await place.up();
	// who takes something away tells it from then on
	await watch();
});
afterAll(() => place.down());
beforeEach(() => {
	freshDb();
	place.rights.clear();
});
afterEach(() => {
	for (const { live } of tabs) live.destroy();
	place.forget();
});

test('who writes without a line in a block that others take away gets the words back', async () => {
	const [sanne, tygo] = await samen('Dit stuk. ', 'Een ander.');
	sanne.line.lost();
	textAt(sanne, 0).insert(10, 'Mijn zin.');
	tygo.text.delete(0, 1);
	await tygo.saved();
	sanne.line.wake(false);
	await sanne.saved();
	await until(() => expect(sanne.read()).toEqual(['Een ander.']));
	await isTaken(sanne, 'Mijn zin.');
	expect(tygo.live.notice).toBeUndefined();
	const { text, tone, action, more } = sanne.live.notice!;
	expect([tone, text]).toEqual(['danger', 'Jouw tekst staat nog hier.']);
	const labels = [action!, ...more!].map(({ label }) => label);
	expect(labels).toEqual(['Zet terug', 'Bewaar als nieuw stuk', 'Sluit']);
	press(sanne, 'Sluit');
	expect(sanne.live.notice?.copy).toBeUndefined();
});

test('it is put back only by who may write, and without a name when nobody says it', async () => {
	const [sanne, tygo] = await samen('Voor.', 'Van Sanne.');
	caretIn(sanne, textAt(sanne, 1));
	await until(() => expect(tygo.live.aanwezigen).toHaveLength(1));
	tygo.text.delete(1, 1);
	tygo.live.awareness.setLocalStateField('weg', []);
	const title = () => sanne.live.notice?.title;
	await until(() => expect(title()).toBe('Dit stuk is weggehaald.'));
	place.rights.set('sanne', 'voorstellen');
	recheckRights();
	await until(() => expect(sanne.live.right).toBe('voorstellen'));
	expect(sanne.live.notice).toMatchObject({ copy: 'Van Sanne.', action: { label: 'Sluit' } });
	expect(sanne.live.notice?.more).toBeUndefined();
});

test('of what is no text with blocks, words that nobody had are there to copy', async () => {
	tabs = ['sanne', 'tygo'].map((who) => place.open(who, { taken: { watch } }));
	const [sanne, tygo] = tabs as [Tab, Tab];
	await Promise.all([sanne.saved(), tygo.saved()]);
	const staat = ({ live }: Tab) => live.doc.getMap<Y.Text>('staat');
	staat(sanne).set('briefje', new Y.Text('Van ons. '));
	await sanne.saved();
	await until(() => expect(staat(tygo).get('briefje')?.toString()).toBe('Van ons. '));
	sanne.line.lost();
	staat(sanne).get('briefje')!.insert(9, 'Mijn zin.');
	staat(tygo).delete('briefje');
	await tygo.saved();
	sanne.line.wake(false);
	await sanne.saved();
	await until(() => expect(sanne.live.notice?.title).toBe('Dit stuk is weggehaald.'));
	expect([sanne.live.notice?.copy, sanne.live.notice?.action?.label]).toEqual([
		'Mijn zin.',
		'Sluit',
	]);
	expect(tygo.live.notice).toBeUndefined();
	press(sanne, 'Sluit');
	expect(sanne.live.notice).toBeUndefined();
});

test('a piece comes back where it was, with its form, and can be undone', async () => {
	const both = await samen('Voor.', 'Van Sanne.', 'Na.');
	const [sanne, tygo] = both;
	textAt(tygo, 1).format(0, 3, { bold: {} });
	await until(() => expect(textAt(sanne, 1).toString()).toContain('<bold>Van</bold>'));
	const before = sanne.text.toString();
	const undo = new Y.UndoManager(sanne.text, { trackedOrigins: new Set([PUT_BACK]) });
	caretIn(sanne, textAt(sanne, 1));
	tygo.text.delete(1, 1);
	await isTaken(sanne, 'Van Sanne.');
	expect(tygo.live.notice).toBeUndefined();
	press(sanne, 'Zet terug');
	expect(sanne.live.notice).toBeUndefined();
	await same(both, before);
	undo.undo();
	await until(() => expect(tygo.read()).toEqual(['Voor.', 'Na.']));
	expect(sanne.read()).toEqual(['Voor.', 'Na.']);
});

test('what I wrote in it can stand on its own as well', async () => {
	const both = await samen('Voor.', 'Van Sanne.', 'Na.');
	const [sanne, tygo] = both;
	textAt(tygo, 1).insert(0, 'Van Tygo. ');
	await until(() => expect(sanne.read()[1]).toBe('Van Tygo. Van Sanne.'));
	caretIn(sanne, textAt(sanne, 1));
	tygo.text.delete(1, 1);
	await isTaken(sanne, 'Van Sanne.');
	press(sanne, 'Bewaar als nieuw stuk');
	await until(() => expect(tygo.read()).toEqual(['Voor.', 'Van Sanne.', 'Na.']));
	expect(sanne.read()).toEqual(tygo.read());
});

test('a block that stays without a word gets them back in the same place', async () => {
	const both = await samen('Voor.', 'Van Sanne.', 'Na.');
	const [sanne, tygo] = both;
	const before = sanne.text.toString();
	caretIn(sanne, textAt(sanne, 1));
	textAt(tygo, 1).delete(0, 'Van Sanne.'.length);
	await isTaken(sanne, 'Van Sanne.');
	const stays = textAt(sanne, 1);
	press(sanne, 'Zet terug');
	expect(stays.toString()).toBe('Van Sanne.');
	await same(both, before);
});

test('an empty block in which another typed meanwhile is left to them', async () => {
	const [sanne, tygo] = await samen('Voor.', 'Van Sanne.', 'Na.');
	caretIn(sanne, textAt(sanne, 1));
	textAt(tygo, 1).delete(0, 'Van Sanne.'.length);
	await isTaken(sanne, 'Van Sanne.');
	textAt(tygo, 1).insert(0, 'Nieuw.');
	await until(() => expect(sanne.read()[1]).toBe('Nieuw.'));
	press(sanne, 'Zet terug');
	const after = ['Voor.', 'Nieuw.', 'Van Sanne.', 'Na.'];
	await until(() => expect(tygo.read()).toEqual(after));
	expect(sanne.read()).toEqual(after);
});

test('of a list that went as well meanwhile, it comes back in a list of its own', async () => {
	const both = await samen('Voor.');
	const [sanne, tygo] = both;
	const list = new Y.XmlElement('bulletList');
	const [one, two] = ['Punt een', 'Punt twee'].map((words) => {
		const item = new Y.XmlElement('listItem');
		item.insert(0, [paragraph(words)]);
		return item;
	});
	list.insert(0, [one!, two!]);
	sanne.text.push([list]);
	await sanne.saved();
	await until(() => expect(tygo.text.length).toBe(2));
	caretIn(sanne, (two!.get(0) as Y.XmlElement).get(0) as Y.XmlText);
	blockAt(tygo, 1).delete(1, 1);
	await isTaken(sanne, 'Punt twee');
	tygo.text.delete(1, 1);
	await until(() => expect(sanne.text.length).toBe(1));
	press(sanne, 'Zet terug');
	await same(
		both,
		'<paragraph>Voor.</paragraph>' +
			'<bulletlist><listitem><paragraph>Punt twee</paragraph></listitem></bulletlist>',
	);
});

test('what moves, or gets another form, was not taken away', async () => {
	const [sanne, tygo] = await samen('Voor.', 'Van Sanne.');
	caretIn(sanne, textAt(sanne, 1));
	tygo.live.doc.transact(() => {
		tygo.text.delete(1, 1);
		const heading = new Y.XmlElement('heading');
		heading.insert(0, [new Y.XmlText('Van Sanne.')]);
		tygo.text.insert(0, [heading]);
	});
	await until(() => expect(sanne.read()).toEqual(['Van Sanne.', 'Voor.']));
	expect(sanne.live.notice).toBeUndefined();
});

test('where I am not, or wrote nothing, others take away what they want', async () => {
	const [sanne, tygo] = await samen('Voor.', 'Van Sanne.');
	tygo.begin('Van Tygo.');
	await until(() => expect(sanne.read()).toHaveLength(3));
	caretIn(sanne, textAt(sanne, 2));
	tygo.text.delete(1, 2);
	await until(() => expect(sanne.read()).toEqual(['Voor.']));
	expect(sanne.live.notice).toBeUndefined();
});

test('when it is put back by another, there is nothing to say any more', async () => {
	const both = await samen('Voor.', 'Van Sanne.');
	const [sanne, tygo] = both;
	const before = sanne.text.toString();
	const undo = new Y.UndoManager(tygo.text);
	caretIn(sanne, textAt(sanne, 1));
	tygo.text.delete(1, 1);
	await isTaken(sanne, 'Van Sanne.');
	undo.undo();
	await until(() => expect(sanne.live.notice).toBeUndefined());
	await same(both, before);
});

test('two who wrote in it: one puts it back, the other hears it, and it is there once', async () => {
	const both = await samen('Voor.', 'Van Sanne.');
	const [sanne, tygo] = both;
	const joke = place.open('joke', { taken });
	tabs.push(joke);
	await joke.saved();
	textAt(joke, 1).insert(10, ' Van Joke.');
	await until(() => expect(tygo.read()[1]).toBe('Van Sanne. Van Joke.'));
	await until(() => expect(sanne.read()[1]).toBe('Van Sanne. Van Joke.'));
	for (const one of [sanne, joke]) caretIn(one, textAt(one, 1));
	tygo.text.delete(1, 1);
	await isTaken(sanne, 'Van Sanne.');
	await isTaken(joke, 'Van Joke.');
	press(joke, 'Zet terug');
	await until(() => expect(sanne.live.notice).toBeUndefined());
	expect(sanne.read()).toEqual(['Voor.', 'Van Sanne. Van Joke.']);
	await same(both, joke.text.toString());
});
