import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
	axe,
	dutch,
	emailVan,
	expect,
	follow,
	linkIn,
	mailTo,
	test,
	type Server,
} from './fixtures.ts';

/** AC-64: a link is used once, in time, in any number of requests, and tells nobody who is known. */

async function askLink(page: Page, email: string) {
	await page.goto('/inloggen');
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByRole('button', { name: 'Mail mij een inloglink' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mail');
}

/** As if the quarter of an hour has passed. */
function letLinksExpire(server: Server) {
	const database = new Database(join(server.dataDir, 'data.db'));
	database.prepare('update inlogbewijs set verloopt_op = 1').run();
	database.close();
}

test('een bewoner logt één keer in met een link, zonder wachtwoord', async ({
	page,
	secondPage,
	server,
}) => {
	const email = emailVan('joke');
	await askLink(page, email);
	await axe(page);
	await dutch(page);

	const link = linkIn(await mailTo(server, email));
	await page.goto(link);
	await expect(page.getByText(email)).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Log in' }).click();
	await expect(page.getByRole('navigation').first()).toBeVisible();

	// used by now: it says so, and offers a new one
	await secondPage.goto(link);
	await expect(secondPage.getByRole('heading', { level: 1 })).toHaveText(
		'Deze link werkt niet meer',
	);
	await expect(secondPage.getByText('al een keer gebruikt')).toBeVisible();
	await axe(secondPage);
	await follow(secondPage.getByRole('link', { name: 'Vraag een nieuwe inloglink' }));
	await expect(secondPage).toHaveURL(/\/inloggen/);
});

test('een link die te oud is, werkt op geen enkel apparaat', async ({
	page,
	secondPage,
	server,
}) => {
	const email = emailVan('tygo');
	await askLink(page, email);
	const link = linkIn(await mailTo(server, email));
	letLinksExpire(server);
	for (const device of [page, secondPage]) {
		await device.goto(link);
		await expect(device.getByText('te oud')).toBeVisible();
		await expect(device.getByRole('link', { name: 'Vraag een nieuwe inloglink' })).toBeVisible();
	}
});

test('met de code uit de mail gaat het ook', async ({ page, server }) => {
	const email = emailVan('sanne');
	await askLink(page, email);
	const code = /^(\d{3}) (\d{3})\r?$/m.exec(await mailTo(server, email))!;
	await page.getByLabel('Of vul de code uit de mail in').fill('000 000');
	await page.getByRole('button', { name: 'Log in' }).click();
	await expect(page).toHaveTitle(/^Fout/);
	await page.getByLabel('Of vul de code uit de mail in').fill(`${code[1]} ${code[2]}`);
	await page.getByRole('button', { name: 'Log in' }).click();
	await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('niemand leert of een adres bekend is', async ({ page, secondPage, server }) => {
	const before = server.mails().length;
	await askLink(page, 'niemand@voorbeeld.example');
	await askLink(secondPage, emailVan('bram'));
	const text = (one: Page) => one.getByRole('main').innerText();
	expect(await text(page)).toBe(await text(secondPage));
	await mailTo(server, emailVan('bram'), before);
	expect(server.mails().some((mail) => mail.includes('niemand@voorbeeld.example'))).toBe(false);
});

test('vijftig keer vragen geeft geen vijftig mails', async ({ page, server }) => {
	const email = emailVan('kees');
	await askLink(page, email);
	const form = { formulier: 'inloggen', email, hoe: 'link' };
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	for (let i = 0; i < 48; i++) {
		const answer = await page.request.post('/inloggen', { form, headers, maxRedirects: 0 });
		expect([303, 429]).toContain(answer.status());
	}
	await page.goto('/inloggen');
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByRole('button', { name: 'Mail mij een inloglink' }).click();
	await expect(page.getByText('Even rustig aan')).toBeVisible();
	const mails = server.mails().filter((mail) => mail.includes(email));
	expect(mails.length).toBeLessThanOrEqual(3);
});
