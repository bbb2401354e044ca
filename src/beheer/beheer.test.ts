import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccount, findAccount, isBlocked } from '#features/account/account.server.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { checkSetupKey } from '#server/setup-key.ts';
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

it('finds a fresh installation healthy', async () => {
	const { data } = await run('versie');
	expect(data).toMatchObject({ samenspel: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
});
