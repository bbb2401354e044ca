import type { Page } from '@playwright/test';
import { itemOn, MIDDAG, plan } from './bijeenkomst.ts';
import {
	axe,
	dutch,
	emailVan,
	expect,
	fitsWidth,
	follow,
	linkTo,
	logIn,
	mailTo,
	openTeam,
	save,
	test,
	type Server,
} from './fixtures.ts';
import { TEAM } from './samen.ts';

/** Who is asked says with one tap to come or not: no log-in, no account, and looking is no answer. */

test.describe.configure({ mode: 'serial' });

const TITEL = 'Thee met de huismeester';
let pad = '';

const linkVan = async (server: Server, wie: string, antwoord: 'komt' | 'komt-niet') => {
	const mail = await mailTo(server, emailVan(wie));
	const [link] =
		new RegExp(`https?://\\S+/a/[\\w-]{22}\\?antwoord=${antwoord}(?!-)`).exec(mail) ?? [];
	expect(link, mail).toBeDefined();
	const { pathname, search } = new URL(link!);
	return pathname + search;
};

/** The line of this person on the list of who was asked. */
async function openWie(page: Page) {
	await page.goto(`${pad}/over`);
	await follow(linkTo(page, 'Wie komt', true));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wie komt er?');
}

test('de trekker nodigt het team uit; wie een mailadres heeft krijgt een brief met de afspraak', async ({
	page,
	server,
}) => {
	await logIn(page, 'hanneke');
	pad = await plan(page, TITEL, { ...MIDDAG, Plaats: 'De Wissel, kamer 2' });

	await openWie(page);
	await axe(page);
	await dutch(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await fitsWidth(page);
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect(page.getByText('Er komt nog geen bewoner.')).toBeVisible();
	await expect(page.getByRole('checkbox', { name: 'Joke van Dalen' })).toBeChecked();
	await page.getByLabel('Wil je er iets bij schrijven?').fill('Neem een kopje mee.');
	await save(page, 'Stuur de uitnodiging', /mensen krijgen een mail\. \d hebben geen mailadres/);
	await expect(itemOn(page, 'Joke van Dalen')).toContainText('nog niets gehoord');
	await axe(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await fitsWidth(page);

	const mail = await mailTo(server, emailVan('joke'));
	expect(mail).toContain(`Subject: Kom je naar ${TITEL}?`);
	expect(mail).toContain('Maandag 11 juni 2091, 14.00 – 16.30 uur');
	expect(mail).toContain('Neem een kopje mee.');
	expect(mail).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/);
	expect(mail).toContain('filename=bijeenkomst.ics');
	expect(mail).toContain('DTSTART;TZID=Europe/Amsterdam:20910611T140000');
	expect(mail).not.toContain(emailVan('sanne'));
});

test('de link bekijken is geen antwoord, hoe vaak een mailprogramma dat ook doet', async ({
	page,
	server,
	secondPage,
}) => {
	const link = await linkVan(server, 'joke', 'komt');
	for (let keer = 0; keer < 3; keer++)
		expect((await secondPage.request.get(link)).status()).toBe(200);
	await secondPage.goto(link);
	await expect(secondPage.getByRole('button', { name: 'Ik kom', exact: true })).toBeFocused();
	await axe(secondPage);
	await dutch(secondPage);
	await secondPage.goto(await linkVan(server, 'joke', 'komt-niet'));
	await expect(secondPage.getByRole('button', { name: 'Ik kom niet' })).toBeFocused();

	await logIn(page, 'hanneke');
	await openWie(page);
	await expect(itemOn(page, 'Joke van Dalen')).toContainText('nog niets gehoord');
});

test('een tik is genoeg, en op dezelfde telefoon antwoordt daarna een ander voor zichzelf', async ({
	page,
	server,
	secondPage: telefoon,
}) => {
	await telefoon.setViewportSize({ width: 360, height: 740 });
	await telefoon.goto(await linkVan(server, 'joke', 'komt'));
	await expect(telefoon.getByText('Hallo Joke.')).toBeVisible();
	await telefoon.getByRole('button', { name: 'Ik kom', exact: true }).click();
	await expect(telefoon.getByText('Genoteerd: je komt.')).toBeFocused();
	await axe(telefoon);
	await telefoon.getByRole('button', { name: 'Ik kom niet' }).click();
	await expect(telefoon.getByText('Genoteerd: je komt niet.')).toBeFocused();
	await telefoon.getByRole('button', { name: 'Ik kom', exact: true }).click();
	await expect(telefoon.getByText('Genoteerd: je komt.')).toBeFocused();
	await telefoon.getByLabel('Wil je er iets bij zeggen?').fill('Ik kom iets later.');
	await telefoon.getByRole('button', { name: 'Bewaar' }).click();
	await expect(telefoon.getByRole('main').getByRole('status')).toHaveText('Bewaard.');
	await fitsWidth(telefoon);
	await telefoon.setViewportSize({ width: 320, height: 640 });
	await fitsWidth(telefoon);

	const bestand = await telefoon.request.get(
		(await telefoon.getByRole('link', { name: 'Zet in mijn agenda' }).getAttribute('href'))!,
	);
	expect(bestand.headers()['content-type']).toBe('text/calendar; charset=utf-8');
	expect(await bestand.text()).toContain('BEGIN:VEVENT');

	await telefoon.goto(await linkVan(server, 'sanne', 'komt-niet'));
	await expect(telefoon.getByText('Hallo Sanne.')).toBeVisible();
	await expect(telefoon.getByText('Genoteerd')).toHaveCount(0);
	await expect(telefoon.getByText('Ik kom iets later.')).toHaveCount(0);
	await telefoon.getByRole('button', { name: 'Ik kom niet' }).click();
	await expect(telefoon.getByText('Genoteerd: je komt niet.')).toBeVisible();
	await telefoon.goto('/');
	await expect(telefoon).toHaveURL(/\/inloggen/);

	await logIn(page, 'hanneke');
	await openWie(page);
	await expect(itemOn(page, 'Joke van Dalen')).toContainText('Ik kom iets later.');
	await expect(page.getByText(/^1 komt · 1 komt niet · \d+ lieten nog niets horen$/)).toBeVisible();
	await expect(page.getByText('Er komt nog geen bewoner.')).toHaveCount(0);
	await expect(page.getByText('1 bewoner', { exact: true })).toBeVisible();
});

test('de trekker noteert wat iemand zonder mail zei, en wie inlogt antwoordt op de bladzijde', async ({
	page,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	await openWie(page);
	const komt = itemOn(page, 'Gerard Bos').getByRole('button', { name: /^Komt(?! niet)/ });
	await expect(itemOn(page, 'Gerard Bos')).toContainText('Heeft geen mailadres.');
	await komt.click();
	await expect(itemOn(page, 'Gerard Bos')).toContainText('Genoteerd door Hanneke');
	await expect(komt).toHaveAttribute('aria-pressed', 'true');
	await expect(komt).toBeFocused();

	const tygo = await iemand('tygo');
	await tygo.goto(`${pad}/over`);
	await tygo.getByRole('button', { name: 'Ik kom', exact: true }).click();
	await expect(tygo.getByRole('main').getByText('Genoteerd: je komt.')).toBeVisible();
	await axe(tygo);
	await openWie(tygo);
	await expect(itemOn(tygo, 'Tygo Verbeek')).toContainText('komt');
	await expect(tygo.getByRole('button', { name: 'Stuur de uitnodiging' })).toHaveCount(0);
	await expect(itemOn(tygo, 'Gerard Bos').getByRole('button')).toHaveCount(0);
});

test('wie van de lijst gaat, heeft een link die niets meer opent', async ({
	page,
	server,
	secondPage,
}) => {
	const link = await linkVan(server, 'amina', 'komt');
	await logIn(page, 'hanneke');
	await openWie(page);
	await itemOn(page, 'Amina Yusuf')
		.getByRole('button', { name: /^Haal weg/ })
		.click();
	await expect(itemOn(page, 'Amina Yusuf')).toHaveCount(0);
	await secondPage.goto(link);
	await expect(secondPage.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet');
	await expect(secondPage.getByText(TITEL)).toHaveCount(0);
	await axe(secondPage);
	await dutch(secondPage);
});

test('een eigen adres voor de agenda volgt wat er gepland is, en is te vernieuwen', async ({
	iemand,
	secondPage: agenda,
}) => {
	const joke = await iemand('joke');
	await joke.goto('/account');
	await save(joke, 'Maak een adres', 'Je adres is er.');
	await axe(joke);
	await dutch(joke);
	const veld = joke.getByLabel('Adres van de agenda');
	const oud = new URL(await veld.inputValue()).pathname;
	const eerst = await agenda.request.get(oud);
	expect(eerst.status()).toBe(200);
	expect(eerst.headers()['content-type']).toBe('text/calendar; charset=utf-8');
	expect(eerst.headers()['cache-control']).toBe('private, max-age=600');
	expect(await eerst.text()).toContain(`SUMMARY:${TITEL}`);
	const { etag = '' } = eerst.headers();
	const weer = await agenda.request.get(oud, { headers: { 'if-none-match': etag } });
	expect(weer.status()).toBe(304);

	await save(joke, 'Maak een nieuw adres', /Het oude werkt niet meer/);
	await expect(veld).not.toHaveValue(new RegExp(oud));
	expect((await agenda.request.get(oud)).status()).toBe(404);
	const nieuw = new URL(await veld.inputValue()).pathname;
	expect((await agenda.request.get(nieuw)).status()).toBe(200);
	await save(joke, 'Stop met dit adres', 'Het adres werkt niet meer.');
	expect((await agenda.request.get(nieuw)).status()).toBe(404);
});

test('het team heeft een adres dat alleen wie het leidt vernieuwt', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	const team = await openTeam(page, TEAM, 'afspraken');
	await save(page, 'Maak een adres', 'Het adres is er.');
	const joke = await iemand('joke');
	await joke.goto(`${team}/afspraken`);
	const pathname = new URL(await joke.getByLabel('Adres van de agenda').inputValue()).pathname;
	await expect(joke.getByRole('button', { name: 'Maak een nieuw adres' })).toHaveCount(0);
	await axe(joke);
	expect(await (await joke.request.get(pathname)).text()).toContain(`SUMMARY:${TITEL}`);
	await save(page, 'Maak een nieuw adres', /Het oude werkt niet meer/);
	expect((await joke.request.get(pathname)).status()).toBe(404);
});

test.describe('zonder JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('antwoordt een tik ook, en is het antwoord te wijzigen', async ({ page, server }) => {
		await page.goto(await linkVan(server, 'eefje', 'komt-niet'));
		await page.getByRole('button', { name: 'Ik kom niet' }).click();
		await expect(page.getByText('Genoteerd: je komt niet.')).toBeVisible();
		await page.getByRole('button', { name: 'Ik kom', exact: true }).click();
		await expect(page.getByText('Genoteerd: je komt.')).toBeVisible();
	});
});

test('gaat het niet door, dan zegt de link dat ook', async ({ page, server, secondPage }) => {
	const link = await linkVan(server, 'joke', 'komt');
	await logIn(page, 'hanneke');
	await page.goto(`${pad}/over`);
	const toen = server.mails().length;
	await page.getByText('Zeg de bijeenkomst af').first().click();
	await page.getByLabel('Waarom gaat het niet door?').fill('De huismeester is ziek.');
	await page.getByRole('button', { name: 'Zeg de bijeenkomst af' }).click();
	await expect(page.getByText('De huismeester is ziek.').first()).toBeVisible();
	const mail = await mailTo(server, emailVan('joke'), toen);
	expect(mail).toContain(`Subject: Gaat niet door: ${TITEL}`);
	expect(mail).toMatch(/METHOD:CANCEL[^]*SEQUENCE:1[^]*STATUS:CANCELLED/);
	await secondPage.goto(link);
	await expect(secondPage.getByText('Deze bijeenkomst gaat niet door.')).toBeVisible();
	await expect(secondPage.getByRole('button', { name: /Ik kom/ })).toHaveCount(0);
	await axe(secondPage);
});
