import type { Page } from '@playwright/test';
import { itemOn, MIDDAG, plan, isAsked, GEEN_PERIODE } from './bijeenkomst.ts';
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
	save,
	test,
} from './fixtures.ts';

/** What was planned changes: letters and calendars follow, and nothing that was said gets lost. */

test.describe.configure({ mode: 'serial' });

const TITEL = 'Koffie op de stoep';
let pad = '';
let feed = '';

/** The calendar of joke as a calendar program asks for it: lines that were folded are whole. */
async function agendaVan(page: Page): Promise<string> {
	const answer = await page.request.get(feed);
	expect(answer.status()).toBe(200);
	return (await answer.text()).replace(/\r\n[ \t]/g, '');
}

test('er staat iets gepland, en wie gevraagd is heeft het in de agenda', async ({
	page,
	server,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	const waar = { ...MIDDAG, Plaats: 'De Wissel, kamer 2' };
	pad = await plan(page, TITEL, { Wanneer: '12 juni 2091', ...waar });
	await page.goto(`${pad}/wie`);
	await page.getByRole('button', { name: 'Stuur de uitnodiging' }).click();
	expect(await mailTo(server, emailVan('joke'))).toContain('SEQUENCE:0');

	const joke = await iemand('joke');
	await joke.goto('/account');
	await joke.getByRole('button', { name: 'Maak een adres' }).click();
	feed = new URL(await joke.getByLabel('Adres van de agenda').inputValue()).pathname;
	expect(await agendaVan(joke)).toContain('DTSTART;TZID=Europe/Amsterdam:20910612T140000');
});

test('een andere plaats en tijd: iedereen krijgt het nieuwe bestand, een andere titel alleen niemand', async ({
	page,
	server,
}) => {
	await logIn(page, 'hanneke');
	await page.goto(`${pad}/wijzig`);
	await expect(
		page.getByRole('checkbox', { name: /^Laat het weten aan \d+ genodigden$/ }),
	).toBeChecked();
	await axe(page);
	const voor = server.mails().length;
	await page.getByLabel('Titel', { exact: true }).fill(`${TITEL} en thee`);
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${TITEL} en thee`);
	await page.goto(`${pad}/wijzig`);
	await page.getByLabel('Titel', { exact: true }).fill(TITEL);
	await page.getByLabel('Plaats').fill('De bibliotheek');
	await page.getByLabel('Begint om').fill('13.30');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITEL);
	const mail = await mailTo(server, emailVan('joke'), voor);
	expect(mail).toContain(`Subject: Gewijzigd: ${TITEL}`);
	expect(mail).toContain('SEQUENCE:1');
	expect(mail).toContain('DTSTART;TZID=Europe/Amsterdam:20910612T133000');
	const aanJoke = server
		.mails()
		.slice(voor)
		.filter((tekst) => tekst.includes(emailVan('joke')));
	expect(aanJoke).toHaveLength(1);
	expect(await agendaVan(page)).toContain('DTSTART;TZID=Europe/Amsterdam:20910612T133000');
});

test('afzeggen vraagt waarom; het gaat uit de agenda’s, en kan toch nog doorgaan', async ({
	page,
	server,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	await page.goto(`${pad}/over`);
	await page.getByText('Zeg de bijeenkomst af').first().click();
	await page.getByRole('button', { name: 'Zeg de bijeenkomst af' }).click();
	await expect(page.getByLabel('Waarom gaat het niet door?')).toHaveAccessibleDescription(
		/Schrijf waarom het niet doorgaat/,
	);
	await axe(page);
	const voor = server.mails().length;
	await page.getByLabel('Waarom gaat het niet door?').fill('De stoep wordt opengebroken.');
	await page.getByRole('button', { name: 'Zeg de bijeenkomst af' }).click();
	await expect(page.locator('.toast')).toContainText(
		/De bijeenkomst is afgezegd\. \d+ mensen krijgen een mail\./,
	);
	await expect(page.getByText('De stoep wordt opengebroken.')).toBeVisible();
	await axe(page);
	await dutch(page);
	const weg = await mailTo(server, emailVan('joke'), voor);
	expect(weg).toContain(`Subject: Gaat niet door: ${TITEL}`);
	expect(weg).toContain('De stoep wordt opengebroken.');
	expect(weg).toContain('METHOD:CANCEL');

	const joke = await iemand('joke', { viewport: { width: 360, height: 740 } });
	await joke.goto('/bijeenkomsten');
	await expect(itemOn(joke, TITEL)).toContainText('Gaat niet door');
	await fitsWidth(joke);
	await joke.goto(`${pad}/over`);
	await expect(joke.getByText('De stoep wordt opengebroken.')).toBeVisible();
	await axe(joke);
	await fitsWidth(joke);
	await joke.goto('/');
	await expect(linkTo(joke, TITEL)).toHaveCount(0);

	const toen = server.mails().length;
	await page.getByRole('button', { name: 'Gaat toch door' }).click();
	await expect(page.getByText('Gaat niet door.')).toHaveCount(0);
	const terug = await mailTo(server, emailVan('joke'), toen);
	expect(terug).toContain('SEQUENCE:3');
	expect(terug).not.toContain('METHOD:CANCEL');
	await joke.goto('/');
	await expect(linkTo(joke, TITEL)).toBeVisible();
});

test('een kopie op een andere dag neemt de agenda en de genodigden mee', async ({ page }) => {
	await logIn(page, 'hanneke');
	await page.goto(`${pad}/over`);
	await follow(linkTo(page, 'Kopieer of herhaal'));
	await axe(page);
	await page.getByRole('button', { name: 'Maak een kopie' }).click();
	await expect(page.getByLabel('Op welke dag?')).toHaveAccessibleDescription(/op welke dag/i);
	await page.getByLabel('Op welke dag?').fill('31 augustus 2091');
	await isAsked(page, 'Maak een kopie', GEEN_PERIODE);
	await page.getByRole('button', { name: 'Maak een kopie' }).click();
	await expect(page).toHaveURL(/\/over$/);
	await expect(page.getByText('31 augustus 2091')).toBeVisible();
	expect(new URL(page.url()).pathname).not.toContain(pad);
	await expect(page.getByRole('heading', { name: 'Wie komt' })).toBeVisible();
});

test('herhalen laat eerst de dagen zien; samen zijn ze één reeks', async ({ page }) => {
	await logIn(page, 'hanneke');
	await page.goto(`${pad}/kopie`);
	await page.getByLabel('Hoe vaak?').selectOption('Elke tweede dinsdag van de maand');
	await page.getByLabel('Hoeveel keer erbij?').fill('40');
	await page.getByRole('button', { name: 'Laat de dagen zien' }).click();
	await expect(page.getByText('Meer dan 26 keer tegelijk kan niet.')).toBeVisible();
	await axe(page);
	await page.getByLabel('Hoeveel keer erbij?').fill('2');
	await page.getByRole('button', { name: 'Laat de dagen zien' }).click();
	await expect(page.getByText('Dit worden de dagen:')).toBeVisible();
	await expect(page.getByText('dinsdag 10 juli 2091')).toBeVisible();
	await expect(page.getByText('dinsdag 14 augustus 2091')).toBeVisible();
	await axe(page);
	await dutch(page);
	await page.getByRole('button', { name: 'Zet ze in de agenda' }).click();
	await expect(page.locator('.toast')).toContainText('Er staan 2 bijeenkomsten bij.');
	await follow(linkTo(page, TITEL, true));
	await expect(page.getByText('Reeks van 3, 3 zijn hier bekend.')).toBeVisible();
	await page.goto('/bijeenkomsten?weergave=maand&maand=2091-07');
	await expect(page.getByRole('link', { name: new RegExp(`^${TITEL}`) })).toHaveCount(1);
});

test('meer dagen: een dagdeel zonder eind wordt gezegd, daarna staat het er van dag tot dag', async ({
	page,
}) => {
	await logIn(page, 'hanneke');
	await page.goto(`${pad}/wijzig`);
	await page.getByText('Dagdelen', { exact: true }).click();
	const deel = (n: number) => page.getByRole('group', { name: `Dagdeel ${n}` });
	await deel(1).getByLabel('Dag').fill('12 juni 2091');
	await deel(1).getByLabel('Van').fill('13.30');
	await deel(1).getByLabel('Tot').fill('16.30');
	await deel(2).getByLabel('Dag').fill('13 juni 2091');
	await deel(2).getByLabel('Van').fill('9');
	await page.getByRole('button', { name: 'Leg de dagdelen vast' }).click();
	await expect(deel(2).getByLabel('Tot')).toHaveAccessibleDescription(/hoe laat het klaar is/);
	await axe(page);
	await deel(2).getByLabel('Tot').fill('12');
	await save(page, 'Leg de dagdelen vast', 'De dagdelen zijn bewaard.');
	await page.goto(`${pad}/over`);
	await expect(page.getByText('12–13 juni 2091')).toBeVisible();
	await expect(page.getByText('13 juni 2091, 09.00 – 12.00 uur')).toBeVisible();
	await expect(page.getByText(/ is een zondag\./)).toHaveCount(0);
});

test.describe('zonder JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('is herhalen en afzeggen net zo te doen', async ({ page }) => {
		await logIn(page, 'hanneke');
		await page.goto(`${pad}/kopie?elke=week&aantal=1`);
		await expect(page.getByText('Dit worden de dagen:')).toHaveCount(0);
		await page.goto(`${pad}/over`);
		await page.getByText('Zeg de bijeenkomst af').first().click();
		await page.getByLabel('Waarom gaat het niet door?').fill('Te nat.');
		await page.getByRole('button', { name: 'Zeg de bijeenkomst af' }).click();
		await expect(page.getByText('Te nat.')).toBeVisible();
		await page.setViewportSize({ width: 360, height: 740 });
		await fitsWidth(page);
	});
});

test('een student ziet wat er komt, en wijzigt het niet', async ({ page }) => {
	await logIn(page, 'tygo');
	await page.goto(`${pad}/over`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITEL);
	for (const naam of ['Wijzig de bijeenkomst', 'Kopieer of herhaal'])
		await expect(linkTo(page, naam)).toHaveCount(0);
	await expect(page.getByText('Zeg de bijeenkomst af')).toHaveCount(0);
	expect((await page.request.get(`${pad}/wijzig`)).status()).toBe(403);
});
