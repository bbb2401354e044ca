import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { xlsx } from '../src/features/presentie/test-xlsx.ts';
import { MIDDAG, plan, rowOf } from './bijeenkomst.ts';
import { axe, dutch, expect, fitsWidth, follow, linkTo, logIn, save, test } from './fixtures.ts';

/** A list to sign, and a list from elsewhere: what will happen with it is said before it does. */

const INVOER = 'Haal een lijst binnen';

const GEWEEST = { Wanneer: '11 juni 2026', ...MIDDAG };

const RIJEN = [
	['Naam', 'Namens', 'Rol', 'Van'],
	['Şeyma Sarıkaş', '=1+1', 'bewoner', ''],
	['Sanne de Wit', '', '', 14.75 / 24],
	['Amina Jusuf', '', '', ''],
	['<b>Bo</b> 😀', 'SOL', 'ridder', '15.00'],
	['', 'SOL', '', ''],
	['Gerard', '', '', '26.00'],
];

async function bekijk(page: Page, sentence: string | RegExp) {
	await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
	await expect(page.getByRole('heading', { name: 'Dit gaat er gebeuren' })).toBeVisible();
	await expect(page.getByText(sentence)).toBeVisible();
}

test('een lijst uit een rekenblad komt op de lijst zoals vooraf gezegd', async ({ page }) => {
	await logIn(page, 'hanneke');
	const pad = await plan(page, 'Koffie met een lijst', GEWEEST);
	await page.goto(`${pad}/presentie`);
	await follow(linkTo(page, INVOER));
	await axe(page);
	await dutch(page);
	const bestand = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer });
	const kies = page.getByLabel('Kies een bestand');

	await kies.setInputFiles(bestand('film.xlsx', Buffer.from('PK\x03\x04 iets heel anders')));
	const fout = page.getByRole('alert').filter({ hasText: 'Dit lukt niet.' });
	await expect(fout).toContainText('Dit bestand kunnen we niet lezen.');
	await kies.setInputFiles(bestand('groot.xlsx', xlsx([['x'.repeat(400_000)]])));
	await expect(fout).toContainText('Dit bestand is te groot voor een presentielijst.');
	await kies.setInputFiles(bestand('lijst.xlsx', xlsx(RIJEN)));
	await expect(page.getByText('De rijen van lijst.xlsx staan hieronder.')).toBeVisible();
	await bekijk(page, '4 mensen komen op de lijst, 2 regels kunnen niet.');
	await expect(page.getByText('Deze rij heeft geen naam.')).toBeVisible();
	await expect(page.getByText('Het perspectief ridder kennen we niet.')).toBeVisible();
	await page.getByLabel('Wie is Amina Jusuf?').selectOption({ label: 'Amina Yusuf' });
	await axe(page);
	await fitsWidth(page);
	await save(page, 'Zet 4 mensen op de lijst', '4 mensen staan op de lijst.');

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Presentie');
	await expect(rowOf(page, 'Şeyma Sarıkaş')).toContainText('=1+1');
	await expect(rowOf(page, 'Şeyma Sarıkaş')).toContainText('uit een bestand');
	await expect(rowOf(page, '<b>Bo</b> 😀')).toHaveCount(1);
	await expect(rowOf(page, 'Amina Yusuf')).toHaveCount(1);
	await expect(rowOf(page, 'Amina Yusuf')).toContainText('uit een bestand');
	await expect(rowOf(page, 'Sanne de Wit')).toContainText('uit een bestand');
});

test('plakken gaat ook zonder script, en wie er al staat komt er niet bij', async ({
	browser,
	page,
	server,
}) => {
	await logIn(page, 'hanneke');
	const pad = await plan(page, 'Koffie zonder script', GEWEEST);
	const storageState = await page.context().storageState();
	const viewport = { width: 360, height: 740 };
	const context = await browser.newContext({
		...{ baseURL: server.url, storageState, viewport },
		javaScriptEnabled: false,
	});
	const oud = await context.newPage();
	await oud.goto(`${pad}/presentie/invoer`);
	await oud.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
	await expect(oud.getByText('Plak eerst een lijst, of kies een bestand.').first()).toBeVisible();
	await oud.getByLabel('Rijen').fill('SOL\tJoke Peters\nSOL\tFatima');
	await bekijk(oud, '2 mensen komen op de lijst.');
	await expect(rowOf(oud, 'SOL')).toHaveCount(2);

	// the columns stood the other way round
	await oud.getByText('Wat staat in welke kolom?').click();
	await oud.getByLabel(/^Kolom 1/).selectOption({ label: 'Namens welke organisatie' });
	await oud.getByLabel(/^Kolom 2/).selectOption({ label: 'Naam' });
	await oud.getByRole('button', { name: 'Bekijk opnieuw' }).click();
	await expect(rowOf(oud, 'Fatima')).toHaveCount(1);
	await fitsWidth(oud);
	await oud.getByRole('button', { name: 'Zet 2 mensen op de lijst' }).click();
	await expect(oud.getByText('2 mensen staan op de lijst.')).toBeVisible();

	await oud.goto(`${pad}/presentie/invoer`);
	await oud.getByLabel('Rijen').fill('Naam;Namens\nFatima;SOL\nJoke Peters;SOL\nNieuw;');
	await bekijk(oud, '1 mens komt op de lijst, 2 staan er al.');
	await context.close();
});

test('de lijst op papier heeft ruimte om te tekenen, en de pdf is te horen', async ({
	page,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	const pad = await plan(page, 'Koffie op papier', GEWEEST);
	await page.goto(`${pad}/presentie`);
	await follow(linkTo(page, 'Lijst op papier'));
	await expect(page.getByRole('columnheader', { name: 'Handtekening' })).toBeVisible();
	await expect(rowOf(page, 'Sanne de Wit')).toHaveCount(1);
	const namen = await page.getByRole('rowheader').count();
	await expect(page.getByRole('row')).toHaveCount(1 + namen + 12);
	await axe(page);
	await dutch(page);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download als pdf' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('presentielijst-2026-06-11.pdf');
	const pdf = readFileSync(await file.path(), 'latin1');
	for (const part of ['%PDF-1.7', '/StructTreeRoot', '/Lang (nl-NL)', '/DisplayDocTitle true'])
		expect(pdf).toContain(part);

	// who does not fill the list in takes no names along
	const student = await iemand('tygo');
	const answer = await student.goto(`${pad}/presentie/papier`);
	expect(answer?.status()).toBe(403);
	expect((await student.request.get(`${pad}/presentie/papier/pdf`)).status()).toBe(403);
});
