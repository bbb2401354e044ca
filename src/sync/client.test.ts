import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Place, until, type Tab } from './client/test-place.ts';
import { recheckRights } from './server/cut.ts';
import { notifyDocument } from './server/notify.ts';
import { document, documentUpdate } from './server/tables.server.ts';

const place = new Place();
let tabs: Tab[] = [];

const open = (...args: Parameters<Place['open']>): Tab => {
	const tab = place.open(...args);
	tabs.push(tab);
	return tab;
};

const firstText = (tab: Tab) => (tab.text.get(0) as Y.XmlElement).get(0) as Y.XmlText;

beforeAll(() => place.up());
afterAll(() => place.down());
beforeEach(() => {
	freshDb();
	place.rights.clear();
	place.loggedOut.clear();
	place.isGone = false;
});
afterEach(() => {
	for (const { live } of tabs) live.destroy();
	tabs = [];
	place.forget();
});

test('where one put the caret is told before something of somebody else comes in', async () => {
	const [sanne, joke] = [open('sanne'), open('joke')];
	await Promise.all([sanne.saved(), joke.saved()]);
	const text = sanne.begin('Zes brieven');
	await until(() => expect(joke.read()).toEqual(['Zes brieven']));
	text.insert(text.length, ' in drie maanden');
	await until(() => expect(joke.read()).toEqual(['Zes brieven in drie maanden']));
	expect(joke.told.slice(-2)).toEqual(['', '<paragraph>Zes brieven</paragraph>']);
});

test('what is said to be saved is there for who comes after a power cut', async () => {
	const tab = open('sanne');
	await tab.saved();
	tab.begin('De brief in de la');
	expect(tab.live.save).toBe('bezig');
	expect(tab.isLost()).toBe(true);
	await tab.saved();
	expect(tab.isLost()).toBe(false);
	await place.down();
	place.forget();
	await place.up();
	const later = open('tygo');
	await later.saved();
	expect(later.read()).toEqual(['De brief in de la']);
});

test('what is taken away is saved too before it is called saved', async () => {
	const tab = open('sanne');
	await tab.saved();
	const text = tab.begin('weg ermee');
	await tab.saved();
	text.delete(0, 4);
	expect(tab.live.save).toBe('bezig');
	await tab.saved();
	place.forget();
	const later = open('tygo');
	await later.saved();
	expect(later.read()).toEqual(['ermee']);
});

test('two who write in one paragraph without a line find both texts once', async () => {
	const [sanne, tygo] = [open('sanne'), open('tygo')];
	await sanne.saved();
	sanne.begin('Begin. ');
	await until(() => expect(tygo.read()).toEqual(['Begin. ']));
	await place.down();
	await until(() => expect(sanne.live.online || tygo.live.online).toBe(false));
	sanne.noNetwork = true;
	for (let i = 0; i < 500; i++) {
		firstText(sanne).insert(7 + i, String.fromCharCode(97 + (i % 26)));
		firstText(tygo).insert(7 + i, String.fromCharCode(65 + (i % 26)));
	}
	expect([sanne.live.save, sanne.isLost()]).toEqual(['lukt-niet', true]);
	await until(() => expect(sanne.live.notice?.title).toBe('Geen internet.'));
	await place.up();
	sanne.noNetwork = false;
	await sanne.saved();
	await tygo.saved();
	await until(() => expect(sanne.read()).toEqual(tygo.read()));
	expect(sanne.live.notice?.title).toBe('Je bent weer verbonden.');
	const [text = ''] = sanne.read();
	expect(text.length).toBe(7 + 1000);
	expect(text.replace(/[^a-z]/g, '').length).toBe(4 + 500);
	place.forget();
	const later = open('joke');
	await later.saved();
	expect(later.read()).toEqual([text]);
});

test('a line that stalls: typing goes on, it says what is true, and all arrives once', async () => {
	const line = await place.line();
	const sanne = open('sanne', {}, line);
	const tygo = open('tygo');
	await sanne.saved();
	const text = sanne.begin('Voor. ');
	await sanne.saved();
	line.stall();
	text.insert(6, 'Tijdens. ');
	await until(() => expect(tygo.read()).toEqual(['Voor. ']));
	expect(sanne.live.save).toBe('bezig');
	firstText(tygo).insert(0, 'Tygo. ');
	line.resume();
	await sanne.saved();
	await until(() => expect(sanne.read()).toEqual(['Tygo. Voor. Tijdens. ']));
	expect(tygo.read()).toEqual(sanne.read());
	line.close();
});

test('a laptop that slept: the line from before is dead, though nobody said so', async () => {
	const line = await place.line();
	const sanne = open('sanne', {}, line);
	const tygo = open('tygo');
	await sanne.saved();
	sanne.begin('Voor de pauze.');
	await sanne.saved();
	line.stall();
	tygo.begin('Intussen.');
	sanne.begin('Erna.');
	sanne.line.wake(true);
	await sanne.saved();
	await until(() =>
		expect(sanne.read().toSorted()).toEqual(['Erna.', 'Intussen.', 'Voor de pauze.']),
	);
	await until(() => expect(tygo.read()).toEqual(sanne.read()));
	line.close();
});

test('a line that is asked whether it still holds, and does not answer, is replaced', async () => {
	const line = await place.line();
	const sanne = open('sanne', {}, line);
	await sanne.saved();
	line.stall();
	sanne.begin('Komt aan.');
	const isBack = () => {
		// what was on its way still counts as a sign of life: it is asked again
		sanne.line.wake(false);
		expect(sanne.live.save).toBe('opgeslagen');
	};
	await vi.waitFor(isBack, { timeout: 12_000, interval: 200 });
	line.close();
}, 15_000);

test('what a machine types too fast for one frame each goes together', async () => {
	const [sanne, tygo] = [open('sanne'), open('tygo')];
	await sanne.saved();
	const text = sanne.begin('');
	for (let i = 0; i < 1500; i++) {
		text.insert(i, 'x');
		if (i % 5 === 0) await new Promise((next) => setTimeout(next, 1));
	}
	await sanne.saved();
	await until(() => expect(tygo.read()).toEqual(['x'.repeat(1500)]));
	expect(sanne.live.notice).toBeUndefined();
});

test('more than one message can hold, written without a line, comes in parts and all of it', async () => {
	const [tab, other] = [open('sanne'), open('tygo')];
	await tab.saved();
	await other.saved();
	tab.line.lost();
	for (let n = 0; n < 110; n++) tab.begin(`${n} `.padEnd(10_240, 'woorden '));
	firstText(tab).delete(0, 2);
	tab.line.wake(false);
	await until(() => expect(other.read().length).toBeGreaterThan(10));
	// it is not called saved before all of it is
	expect(tab.live.save).toBe('bezig');
	expect(other.read().length).toBeLessThan(110);
	tab.begin('En nog iets.');
	await tab.saved();
	expect(tab.live.notice).toBeUndefined();
	await until(() => expect(other.read()).toEqual(tab.read()));
	place.forget();
	const later = open('joke');
	await later.saved();
	expect(later.read()).toEqual(tab.read());
}, 20_000);

test('others are present each once, with the name that the server knows, and they type', async () => {
	const [sanne, tygo] = [open('sanne'), open('tygo')];
	open('tygo');
	await sanne.saved();
	await tygo.saved();
	await until(() => expect(sanne.live.aanwezigen.map(({ naam }) => naam)).toEqual(['tygo Bos']));
	tygo.live.setPlek('schrijft bij Welkom');
	tygo.begin('x');
	await until(() =>
		expect(sanne.live.aanwezigen[0]).toMatchObject({ typing: true, plek: 'schrijft bij Welkom' }),
	);
	await until(() => expect(sanne.live.aanwezigen[0]).toMatchObject({ typing: false }));
	for (const tab of tabs) if (tab !== sanne) tab.live.destroy();
	await until(() => expect(sanne.live.aanwezigen).toEqual([]));
});

test('who comes back after a break is seen again', async () => {
	const [sanne, tygo] = [open('sanne'), open('tygo')];
	await until(() => expect(sanne.live.aanwezigen.length).toBe(1));
	tygo.line.lost();
	await until(() => expect(sanne.live.aanwezigen).toEqual([]));
	tygo.line.wake(false);
	await until(() => expect(sanne.live.aanwezigen.length).toBe(1));
});

test('a right that narrows: nothing more goes out, and the page says so', async () => {
	const tab = open('sanne', { ask: 'Hanneke' });
	await tab.saved();
	place.rights.set('sanne', 'lezen');
	recheckRights();
	await until(() => expect(tab.live.right).toBe('lezen'));
	expect(tab.live.notice).toMatchObject({
		title: 'Je kunt nu alleen lezen.',
		text: 'Vraag Hanneke als je wilt meeschrijven.',
	});
	tab.begin('toch nog iets');
	expect(tab.live.save).toBe('lukt-niet');
	expect(tab.live.notice?.copy).toBe('toch nog iets');
	place.rights.set('sanne', 'schrijven');
	recheckRights();
	await tab.saved();
	expect(tab.live.notice).toBeUndefined();
});

test('of who may only read now, only what the server has not is given back', async () => {
	const [sanne, tygo] = [open('sanne'), open('tygo')];
	await sanne.saved();
	await tygo.saved();
	const [one, other] = [sanne.begin('aangekomen'), tygo.begin('ook')];
	await until(() => expect(sanne.read()).toHaveLength(2));
	await until(() => expect(tygo.read()).toHaveLength(2));
	// before they hear that it is saved
	for (const tab of [sanne, tygo]) tab.line.lost();
	place.rights.set('sanne', 'lezen').set('tygo', 'lezen');
	one.insert(10, ' maar dit niet');
	for (const tab of [sanne, tygo]) tab.line.wake(false);
	await until(() => expect(sanne.live.notice?.copy).toBe('maar dit niet'));
	await until(() => expect(tygo.live.online).toBe(true));
	await until(() => expect([tygo.live.hasUnsent, tygo.live.save]).toEqual([false, 'opgeslagen']));
	expect([other.toString(), tygo.live.notice?.copy]).toEqual(['ook', undefined]);
});

test('a right that is gone: it ends, with what was not saved to copy', async () => {
	const tab = open('sanne');
	await tab.saved();
	tab.line.lost();
	tab.begin('nog niet weg');
	place.rights.set('sanne', undefined);
	tab.live.retry();
	await until(() => expect(tab.live.ended).toBe(4404));
	expect(tab.live.notice).toMatchObject({ title: 'Geen toegang.', copy: 'nog niet weg' });
	expect([tab.live.save, tab.isLost()]).toEqual(['lukt-niet', true]);
});

test('a document that is taken away while it is open: it says so, and nothing of the text goes', async () => {
	const tab = open('sanne');
	await tab.saved();
	tab.begin('blijft op het scherm');
	await tab.saved();
	place.isGone = true;
	recheckRights();
	await until(() => expect(tab.live.ended).toBe(4404));
	expect(tab.live.notice?.title).toBe('Dit document is weggehaald.');
	expect(tab.read()).toEqual(['blijft op het scherm']);
	// who comes now only hears that there is nothing for them
	const later = open('tygo');
	await until(() => expect(later.live.notice?.title).toBe('Geen toegang.'));
});

test('a document that was rebuilt: an old copy is dropped, and nothing of it comes back', async () => {
	const [sanne, tygo] = [open('sanne'), open('tygo')];
	await sanne.saved();
	sanne.begin('geheim');
	await sanne.saved();
	await until(() => expect(tygo.read()).toEqual(['geheim']));
	tygo.line.lost();
	tygo.begin('van mij');
	db().update(document).set({ epoch: 2 }).run();
	db().delete(documentUpdate).run();
	place.forget();
	sanne.line.lost();
	sanne.live.retry();
	tygo.live.retry();
	await until(() => expect([sanne.live.ended, tygo.live.ended]).toEqual([4409, 4409]));
	expect([sanne.reloads, tygo.reloads]).toEqual([1, 0]);
	expect(tygo.live.notice?.copy).toBe('van mij');
	const later = open('joke');
	await later.saved();
	expect(later.read()).toEqual([]);
});

test('who is logged out keeps the text, and goes on after logging in again', async () => {
	const tab = open('sanne');
	await tab.saved();
	place.loggedOut.add('sanne');
	recheckRights();
	await until(() => expect(tab.live.ended).toBe(4401));
	expect(tab.live.notice?.action?.label).toBe('Log in');
	tab.begin('intussen');
	tab.line.wake(false);
	await until(() => expect(tab.live.ended).toBe(4401));
	place.loggedOut.clear();
	tab.line.wake(false);
	await tab.saved();
	const later = open('tygo');
	await until(() => expect(later.read()).toEqual(['intussen']));
});

test('a newer program: only who saved everything and does nothing gets it unasked', async () => {
	const tab = open('sanne');
	await tab.saved();
	place.buildId = 'twee';
	tab.line.lost();
	tab.line.wake(false);
	await until(() => expect(tab.live.notice?.title).toBe('Er is een nieuwe versie van Samenspel.'));
	tab.line.look();
	expect(tab.reloads).toBe(0);
	tab.isIdle = true;
	tab.line.look();
	expect(tab.reloads).toBe(1);
	place.buildId = 'een';
});

test('news of a topic reaches who listens to it', async () => {
	const tab = open('sanne');
	await tab.saved();
	const heard = vi.fn();
	const stop = tab.live.on('opmerkingen', heard);
	notifyDocument(`proef/${'a'.repeat(20)}`, 'versies');
	notifyDocument(`proef/${'a'.repeat(20)}`, 'opmerkingen');
	await until(() => expect(heard).toHaveBeenCalledTimes(1));
	stop();
});
