import type { Page } from '@playwright/test';
import {
	axe,
	dutch,
	expect,
	fitsWidth,
	follow,
	linkTo,
	logIn,
	openTeam,
	test,
} from './fixtures.ts';
import { LANDMARKS } from './checks.ts';
import { savedIn, TEAM } from './samen.ts';

/** AC-21: a verslag is written, checked and vastgesteld; after that there is only the erratum. */

// two people, two browsers and an editor: on a busy machine that takes its time
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const TITEL = 'Bijeenkomst 7: De eerste brief';
const ZIN = 'Hanneke neemt de thee mee.';
let verslag = '';

async function openVerslag(page: Page) {
	if (!verslag) {
		await openTeam(page, TEAM, 'bijeenkomsten');
		await follow(linkTo(page, TITEL));
		verslag = new URL(page.url()).pathname;
	}
	await page.goto(verslag);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITEL);
}

const editor = (page: Page) => page.locator('.ProseMirror[contenteditable="true"]');

/** Types on a new line at the end. */
async function schrijf(page: Page, zin: string) {
	await expect(savedIn(page)).toHaveText('Opgeslagen');
	await editor(page).locator('p').last().click();
	await expect(editor(page)).toBeFocused();
	await page.keyboard.press('Control+End');
	await page.keyboard.press('Enter');
	await page.keyboard.type(zin);
	await expect(editor(page).locator('p').last()).toHaveText(zin);
}

test('een eerdere versie komt terug, terwijl een ander meeleest', async ({ page, secondPage }) => {
	await logIn(page, 'hanneke');
	await logIn(secondPage, 'sanne');
	await openVerslag(page);
	await openVerslag(secondPage);

	await page.goto(`${verslag}/versies`);
	await page.getByText('Bewaar hoe het nu is').click();
	await page.getByLabel('Naam van deze versie').fill('Zoals rondgestuurd');
	await page.getByRole('button', { name: 'Bewaar als versie' }).click();
	await expect(page.getByText("Bewaard als 'Zoals rondgestuurd'.")).toBeVisible();

	await schrijf(secondPage, ZIN);
	await expect(savedIn(secondPage)).toHaveText('Opgeslagen');
	await follow(page.getByRole('link', { name: 'Zoals rondgestuurd' }));
	await follow(page.getByRole('link', { name: 'Wat veranderde er sindsdien?' }));
	await expect(async () => {
		await page.reload();
		await expect(page.getByText('5 woorden erbij.')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expect(page.getByRole('insertion').filter({ hasText: ZIN })).toBeVisible();
	await axe(page);
	await dutch(page);

	await page.getByRole('button', { name: 'Zet deze versie terug' }).click();
	const zeker = page.getByRole('alertdialog', { name: 'Toch terugzetten?' });
	await expect(zeker).toContainText('Sanne schrijft nu in het verslag.');
	await axe(page);
	await zeker.getByRole('button', { name: 'Ja, zet terug' }).click();
	const terug = page.locator('.toast').filter({ hasText: 'De versie is teruggezet.' });
	await terug.hover(); // then it stays
	await expect(secondPage.getByText(ZIN)).toHaveCount(0);

	await terug.getByRole('button', { name: 'Zet terug' }).click();
	await expect(secondPage.getByText(ZIN)).toBeVisible();
});

test('na ter controle doet het team voorstellen, na vaststellen leest iedereen', async ({
	page,
	secondPage,
}) => {
	await secondPage.setViewportSize({ width: 360, height: 800 });
	await logIn(page, 'hanneke');
	await logIn(secondPage, 'sanne');
	await openVerslag(page);
	await openVerslag(secondPage);
	await expect(editor(secondPage)).toBeVisible();

	await page.getByRole('button', { name: 'Zet ter controle' }).click();
	await expect(page.getByText('Het verslag is ter controle.')).toBeVisible();
	await expect(secondPage.getByText('Dit verslag ligt ter controle.')).toBeVisible();
	await expect(secondPage.getByText('Ter controle', { exact: true })).toBeVisible();

	await page.getByRole('button', { name: 'Stel vast' }).click();
	const zeker = page.getByRole('alertdialog', { name: 'Dit verslag vaststellen?' });
	await expect(zeker).toContainText('Dit kun je niet terugdraaien.');
	await axe(page);
	await zeker.getByRole('button', { name: 'Ja, stel vast' }).click();
	await expect(page.getByText('Het verslag is vastgesteld.')).toBeVisible();

	for (const who of [page, secondPage]) {
		await expect(editor(who)).toHaveCount(0);
		await expect(who.getByText('Vastgesteld', { exact: true }).first()).toBeVisible();
		await expect(who.getByRole('article', { name: 'Verslag' }).getByText(ZIN)).toBeVisible();
	}
	await fitsWidth(secondPage);
	await axe(secondPage);
	await axe(secondPage, LANDMARKS);
	await axe(page);
	await axe(page, LANDMARKS);
	await dutch(page);
});

test('geen enkele deur staat nog open', async ({ page }) => {
	await logIn(page, 'hanneke');
	await openVerslag(page);
	await expect(page.getByRole('button', { name: /Stel vast|Zet ter controle/ })).toHaveCount(0);
	await page.goto(`${verslag}/versies`);
	await expect(page.getByText('Bewaar hoe het nu is')).toHaveCount(0);
	await follow(page.getByRole('link', { name: 'Zoals rondgestuurd' }));
	await expect(page.getByRole('link', { name: 'De hele tekst' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Zet deze versie terug' })).toHaveCount(0);

	const versieId = new URL(page.url()).pathname.split('/').at(-1)!;
	const headers = { origin: new URL(page.url()).origin };
	for (const [path, form] of [
		[`${verslag}?/controle`, {}],
		[`${verslag}?/intrekken`, {}],
		[`${verslag}?/vaststellen`, {}],
		[`${verslag}?/begin`, { sjabloon: 'kort-verslag' }],
		[`${verslag}/versies?/bewaarVersie`, { naam: 'toch' }],
		[`${verslag}/versies/${versieId}?/zetTerug`, { versieId }],
	] as const) {
		const answer = await page.request.post(path, { form, headers });
		expect(answer.status(), path).toBe(403);
	}
	await openVerslag(page);
	await expect(page.getByRole('article', { name: 'Verslag' }).getByText(ZIN)).toBeVisible();
});

test('een fout komt er als erratum onder, met naam en dag', async ({ page, secondPage }) => {
	await logIn(page, 'hanneke');
	await openVerslag(page);
	await page.getByText('Schrijf een erratum').click();
	await page.getByRole('button', { name: 'Voeg erratum toe' }).click();
	await expect(page.getByText('Schrijf wat er anders had moeten staan.').first()).toBeVisible();
	await page.getByLabel('Wat had er anders moeten staan?').fill('Het waren zeven brieven.');
	await page.getByRole('button', { name: 'Voeg erratum toe' }).click();
	await expect(page.getByText('Het erratum staat onder het verslag.')).toBeVisible();

	await logIn(secondPage, 'sanne');
	await secondPage.setViewportSize({ width: 360, height: 800 });
	await openVerslag(secondPage);
	const errata = secondPage.getByRole('region', { name: 'Errata' });
	await expect(errata).toContainText('Het waren zeven brieven.');
	await expect(errata).toContainText('Hanneke Terpstra');
	await expect(errata.getByText('Schrijf een erratum')).toHaveCount(0);
	await secondPage.getByRole('button', { name: 'Acties' }).click();
	await expect(
		secondPage.getByText('De volgende keer zit de huismeester aan tafel.').last(),
	).toBeVisible();
	await fitsWidth(secondPage);
	await axe(secondPage);
});

test('zonder JavaScript is een versie te bekijken, en een nieuw verslag te beginnen', async ({
	browser,
	server,
	page,
}) => {
	await logIn(page, 'hanneke');
	const context = await browser.newContext({
		baseURL: server.url,
		javaScriptEnabled: false,
		storageState: await page.context().storageState(),
	});
	const kaal = await context.newPage();
	await kaal.goto(`${verslag}/versies`);
	await follow(kaal.getByRole('link', { name: 'Zoals rondgestuurd' }));
	await expect(kaal.getByRole('heading', { level: 1 })).toHaveText('Zoals rondgestuurd');

	await kaal.goto(`${verslag}/versies`);
	await kaal.locator('summary', { hasText: 'Sjablonen' }).click();
	await kaal.getByLabel('Naam van het sjabloon').fill('Zoals de eerste brief');
	await kaal.getByRole('button', { name: 'Bewaar als sjabloon' }).click();

	const team = await openTeam(page, TEAM);
	await kaal.goto(`${team}/bijeenkomsten/nieuw`);
	await kaal.getByLabel('Titel').fill('Bijeenkomst 8');
	await kaal.locator('main form button').last().click();
	await expect(kaal.getByRole('heading', { level: 1 })).toHaveText('Bijeenkomst 8');
	await kaal.goto(`${team}/bijeenkomsten`);
	await follow(linkTo(kaal, 'Bijeenkomst 8'));
	await kaal.getByRole('button', { name: 'Casusbespreking' }).click();
	await expect(kaal.getByRole('heading', { name: 'Het verhaal' })).toBeVisible();

	await kaal.goto(`${team}/bijeenkomsten/nieuw`);
	await kaal.getByLabel('Titel').fill('Bijeenkomst 9');
	await kaal.locator('main form button').last().click();
	await kaal.goto(`${team}/bijeenkomsten`);
	await follow(linkTo(kaal, 'Bijeenkomst 9'));
	await kaal.getByRole('button', { name: 'Zoals de eerste brief' }).click();
	await expect(kaal.getByRole('heading', { name: 'Wat zien we samen?' })).toBeVisible();
	await context.close();
});

test('wie zonder internet doorschreef, krijgt de eigen tekst terug', async ({
	page,
	secondPage,
}) => {
	await logIn(page, 'hanneke');
	await logIn(secondPage, 'sanne');
	await openTeam(page, TEAM, 'bijeenkomsten');
	await follow(linkTo(page, 'Bijeenkomst 8'));
	await secondPage.goto(new URL(page.url()).pathname);
	await expect(editor(secondPage)).toBeVisible();
	await expect(savedIn(secondPage)).toHaveText('Opgeslagen');
	await expect(editor(page)).toBeVisible();

	await secondPage.context().setOffline(true);
	await editor(secondPage).locator('p').first().click();
	await expect(editor(secondPage)).toBeFocused();
	await secondPage.keyboard.press('Home');
	await secondPage.keyboard.type('In de trein bedacht: ');
	await expect(savedIn(secondPage)).toHaveText('Bewaard op dit apparaat');
	await page.getByRole('button', { name: 'Stel vast' }).click();
	await page.getByRole('button', { name: 'Ja, stel vast' }).click();
	await expect(page.getByText('Het verslag is vastgesteld.')).toBeVisible();

	await secondPage.context().setOffline(false);
	await expect(secondPage.getByText('Je kunt nu alleen lezen.')).toBeVisible({ timeout: 40_000 });
	await expect(secondPage.getByText('Jouw laatste tekst is niet opgeslagen.')).toBeVisible();
	await expect(editor(secondPage)).toHaveCount(0);
	await page.reload();
	await expect(page.getByText('In de trein bedacht')).toHaveCount(0);
});

test('wie een opmerking typt terwijl een ander vaststelt, houdt de eigen woorden', async ({
	page,
	secondPage,
}) => {
	await logIn(page, 'hanneke');
	await logIn(secondPage, 'sanne');
	await secondPage.setViewportSize({ width: 360, height: 800 });
	await openTeam(page, TEAM, 'bijeenkomsten');
	await follow(linkTo(page, 'Bijeenkomst 9'));
	await secondPage.goto(new URL(page.url()).pathname);
	await expect(savedIn(secondPage)).toHaveText('Opgeslagen');
	await secondPage.getByRole('button', { name: 'Opmerkingen' }).click();
	const opmerkingen = secondPage.getByRole('region', { name: 'Opmerkingen', exact: true });
	const maak = opmerkingen.getByRole('button', { name: 'Maak een opmerking' });
	const nieuw = opmerkingen.locator('#nieuwe-opmerking');
	await maak.click();
	await nieuw.getByLabel('Je opmerking').fill('Wie was erbij?');
	await nieuw.getByRole('button', { name: 'Plaats' }).click();
	const draad = opmerkingen.getByRole('article', { name: /^Opmerking van Sanne/ });
	await expect(draad).toContainText('Wie was erbij?');

	await draad.locator('summary', { hasText: 'Wijzig' }).click();
	await draad.getByLabel('Je opmerking').fill('Wie was er allemaal bij?');
	await draad.locator('summary', { hasText: 'Reageer' }).click();
	await draad.getByLabel('Je antwoord aan Sanne').fill('Ruben in elk geval.');
	await maak.click();
	await expect(nieuw.getByLabel('Je opmerking')).toBeFocused();
	await secondPage.keyboard.type('Het eind mist nog.');
	await page.getByRole('button', { name: 'Stel vast' }).click();
	await page.getByRole('button', { name: 'Ja, stel vast' }).click();
	await expect(page.getByText('Het verslag is vastgesteld.')).toBeVisible();

	await expect(nieuw.getByRole('status')).toHaveText(
		'Plaatsen kan niet meer. Je tekst blijft hier staan om te kopiëren.',
	);
	await expect(nieuw.getByLabel('Je opmerking')).toBeFocused();
	await expect(nieuw.getByLabel('Je opmerking')).toHaveValue('Het eind mist nog.');
	await expect(draad.getByText('Bewaren kan niet meer.')).toBeVisible();
	await expect(draad.getByLabel('Je opmerking')).toHaveValue('Wie was er allemaal bij?');
	await expect(draad.getByText('Antwoorden kan niet meer.')).toBeVisible();
	await expect(draad.getByLabel('Je antwoord aan Sanne')).toHaveValue('Ruben in elk geval.');
	await expect(opmerkingen.getByRole('button', { name: /^(Plaats|Bewaar|Antwoord)$/ })).toHaveCount(
		0,
	);
	await fitsWidth(secondPage);
	await axe(secondPage);
	await dutch(secondPage);

	await secondPage.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await secondPage.keyboard.press('Tab');
	await secondPage.keyboard.press('Enter');
	await expect(nieuw.getByRole('button', { name: 'Gekopieerd' })).toBeFocused();
	expect(await secondPage.evaluate(() => navigator.clipboard.readText())).toBe(
		'Het eind mist nog.',
	);
	await secondPage.keyboard.press('Tab');
	await secondPage.keyboard.press('Enter');
	await expect(nieuw).toHaveCount(0);
	await draad.getByRole('button', { name: 'Sluit' }).first().click();
	await expect(draad.getByLabel('Je opmerking')).toHaveCount(0);
	await expect(draad).toBeFocused();
	await expect(draad.getByLabel('Je antwoord aan Sanne')).toHaveValue('Ruben in elk geval.');
});
