import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createAccount, findAccount, isBlocked } from '#features/account/account.server.ts';
import { createBackup } from '#server/backup.ts';
import { config } from '#server/config.ts';
import { closeDb } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { checkSetupKey } from '#server/setup-key.ts';
import { shutDown, startUp } from '#server/start.ts';
import { commit, epochOf, raiseEpoch } from '#sync/server/store.ts';
import { COMMANDS } from './commands.ts';
import { mustBeEmpty } from './empty.ts';

beforeEach(() => {
	setConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'samenspel-beheer-')) });
	freshDb();
});

const run = async (name: string, ...args: string[]) => COMMANDS[name]!.run({ args, options: {} });

describe('every command', () => {
	it.each(Object.entries(COMMANDS))('%s says in one sentence or two what it does', (_, command) => {
		expect(command.summary).toMatch(/^[A-Z].*\.$/);
	});
});

it('makes a link for the first time that works', async () => {
	const { data } = await run('eerste-beheerder');
	const { link } = data as { link: string };
	expect(link).toMatch(/^http:\/\/localhost:3000\/instellen\?sleutel=/);
	expect(checkSetupKey(new URL(link).searchParams.get('sleutel')!)).toBe(true);
});

it('shuts an account out and lets it in again', async () => {
	createAccount({ email: 'joke@voorbeeld.nl' });
	const blocked = () => isBlocked(findAccount('joke@voorbeeld.nl')!.id);
	await run('uitschakelen', 'joke@voorbeeld.nl');
	expect(blocked()).toBe(true);
	await run('inschakelen', 'joke@voorbeeld.nl');
	expect(blocked()).toBe(false);
});

it('says so when there is no such account', async () => {
	await expect(run('uitschakelen', 'niemand@voorbeeld.nl')).rejects.toThrow(Invalid);
});

it('knows an empty data folder', () => {
	expect(mustBeEmpty).not.toThrow();
});

it('refuses an example that does not exist', async () => {
	await expect(run('seed', 'iets')).rejects.toThrow('voorbeeld');
});

it('puts a backup back, also twice, and each time makes void what browsers have of a text', async () => {
	const name = 'verslag/abcdefghij234567abcd';
	closeDb();
	await startUp();
	const doc = new Y.Doc();
	doc.getXmlFragment('tekst').insert(0, [new Y.XmlElement('paragraph')]);
	commit([{ name, data: Y.encodeStateAsUpdate(doc), persoonId: null }]);
	const { file } = await createBackup({ to: config().dataDir });
	shutDown();
	const putBack = async () => {
		await COMMANDS['terugzetten']!.run({ args: [file], options: { force: true } });
		await startUp();
		const epoch = epochOf(name);
		raiseEpoch(name);
		shutDown();
		return epoch;
	};
	vi.useFakeTimers({ now: new Date('2030-01-01T12:00:00Z'), toFake: ['Date'] });
	try {
		const first = await putBack();
		expect(first).toBeGreaterThan(1);
		vi.setSystemTime('2030-01-01T12:05:00Z');
		// in between its history was taken out: that epoch is not there again either
		expect(await putBack()).toBeGreaterThan(first + 1);
	} finally {
		vi.useRealTimers();
		shutDown();
	}
}, 30_000);

it('finds a fresh installation healthy', async () => {
	const { data } = await run('versie');
	expect(data).toMatchObject({ samenspel: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
});
