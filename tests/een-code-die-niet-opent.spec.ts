import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { cijfersVan, maakBord } from './bord.ts';
import { post } from './buitenaf.ts';
import { expect, logIn, test, type Server } from './fixtures.ts';

/** What comes back of a code that opens nothing tells nobody why; and a full room is not kept waiting. */

test.describe.configure({ timeout: 120_000 });

const FOUT = 'Deze code klopt niet of is verlopen. Vraag de begeleider om de code.';
const [ONBEKEND, NERGENS] = ['1234 5678', 'AAAAAAAAAAAAAAAAAAAAAA'];
const GAST = /__Host-gast=[^;]+/g;
/** One digit beside it. */
const mis = (cijfers: string) => `${(Number(cijfers[0]) + 1) % 10}${cijfers.slice(1)}`;

interface Code {
	cijfers: string;
	token: string;
}

const meedoen = (server: Server, code: string, headers: Record<string, string> = {}) =>
	fetch(`${server.url}/meedoen`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: server.url, ...headers },
		body: new URLSearchParams({ code }),
	});

/** All that came, but for what was sent, what is made anew for each answer, and what follows from that. */
async function brief(response: Response, { cijfers, token }: Code): Promise<string> {
	const headers = [...response.headers].filter(([name]) => name !== 'date' && name !== 'etag');
	const whole = [response.status, JSON.stringify(headers), await response.text()].join('\n');
	const nonce = /'nonce-([^']+)'/.exec(whole)?.[1] ?? token;
	return [cijfers, token, nonce]
		.reduce((text, part) => text.replaceAll(part, '…'), whole)
		.replaceAll(/"[a-z2-7]{20}"/g, '"…"')
		.replaceAll(GAST, '…');
}

/** Every way to try it: the form, with and without script, the link, and what the link asks for. */
async function antwoorden(server: Server, code: Code): Promise<string[]> {
	const link = `${server.url}/m/bord/${code.token}`;
	const script = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	const all = [
		await meedoen(server, code.cijfers),
		await meedoen(server, code.cijfers, script),
		await fetch(link, { redirect: 'manual' }),
		await fetch(`${link}/__data.json`, { redirect: 'manual' }),
		await fetch(`${link}?/erbij`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: server.url, ...script },
			body: new URLSearchParams({ naam: 'Fatima', perspectief: 'bewoner' }),
		}),
	];
	return Promise.all(all.map((response) => brief(response, code)));
}

async function opent(page: Page, server: Server, titel: string) {
	const pad = await maakBord(page, titel);
	const cijfers = await cijfersVan(page);
	const { headers } = await meedoen(server, cijfers);
	const token = headers.get('location')!.split('/').at(-1)!;
	const cookies = await page.context().cookies();
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const doe = async (actie: string, velden: Record<string, string> = {}) => {
		const { status } = await post(server.url + pad + actie, cookie, Object.entries(velden));
		expect(status, actie).toBeLessThan(400);
	};
	return { code: { cijfers, token }, pad, doe };
}

test('fout, verlopen en gesloten antwoorden tot op de letter gelijk', async ({ page, server }) => {
	await logIn(page, 'hanneke');
	const { code, pad, doe } = await opent(page, server, 'Wie mag erin?');
	const nergens = await antwoorden(server, { cijfers: ONBEKEND, token: NERGENS });
	expect(nergens[0]).toContain(FOUT);
	expect(nergens[2]).toContain(FOUT);
	expect(await antwoorden(server, code), 'an open one is another').not.toEqual(nergens);

	const wijzig = (velden: Record<string, string>) =>
		doe('/wijzig?/bewaar', {
			...{ titel: 'Wie mag erin?', vraagDelen: '', vraagDuiden: '', vraagDoen: '' },
			...velden,
		});
	const verloopt = (op: Date) => {
		const db = new Database(join(server.dataDir, 'data.db'));
		db.prepare('update bordcode set verloopt_op = ?').run(op.getTime());
		db.close();
	};
	const dicht: [waarom: string, dicht: () => unknown, weerOpen: () => unknown][] = [
		['done', () => doe('/wijzig?/rondaf'), () => doe('/wijzig?/heropen')],
		['without guests', () => wijzig({}), () => wijzig({ gasten: 'ja' })],
		['expired', () => verloopt(new Date(Date.now() - 1)), () => undefined],
	];
	for (const [waarom, sluit, open] of dicht) {
		await sluit();
		expect(await antwoorden(server, code), waarom).toEqual(nergens);
		await open();
	}
	verloopt(new Date(Date.now() + 3_600_000));
	expect((await meedoen(server, code.cijfers)).headers.get('location')).toContain(code.token);
	await doe('?/codeweg');
	expect(await antwoorden(server, code), 'withdrawn').toEqual(nergens);
	await page.goto(`${pad}/wijzig`);
	await page.getByRole('button', { name: 'Haal het bord weg' }).click();
	await expect(page.getByRole('heading', { name: 'Weggehaald' })).toBeVisible();
	expect(await antwoorden(server, code), 'removed').toEqual(nergens);
});

test('zestig mensen achter één adres komen erin, ook als de helft zich eerst vergist', async ({
	page,
	server,
}) => {
	await logIn(page, 'hanneke');
	const { code } = await opent(page, server, 'Zit de zaal vol?');
	const komt = async (nr: number) => {
		if (nr % 2) expect((await meedoen(server, mis(code.cijfers))).status).toBe(422);
		const { headers } = await meedoen(server, code.cijfers);
		const link = server.url + headers.get('location')!;
		const cookie = (await fetch(link)).headers.getSetCookie().join().match(GAST)![0];
		const { status } = await post(`${link}?/erbij`, cookie, [
			['naam', `Gast ${nr}`],
			['perspectief', 'bewoner'],
		]);
		expect(status).toBe(303);
	};
	for (let nr = 0; nr < 60; nr += 6)
		await Promise.all([0, 1, 2, 3, 4, 5].map((at) => komt(nr + at)));
	await expect(page.getByText('61 doen mee')).toBeVisible();

	// who only guesses is told the same of the right one
	for (let nr = 0; nr < 25; nr++) await meedoen(server, `9${String(nr).padStart(7, '0')}`);
	const fout = await brief(await meedoen(server, '9000 0000'), { ...code, cijfers: '9000 0000' });
	expect(await brief(await meedoen(server, code.cijfers), code)).toBe(fout);
	// and the camera still leads in
	expect(await (await fetch(`${server.url}/m/bord/${code.token}`)).text()).toContain('Gevonden:');
});
