import type { Page } from '@playwright/test';
import { screen } from './bijeenkomst.ts';
import {
	expect,
	follow,
	linkIn,
	linkTo,
	logIn,
	mailTo,
	openTeam,
	save,
	test,
	written,
} from './fixtures.ts';
import { TEAM } from './samen.ts';

/** Somebody said something critical. It is kept, and only what they approve leaves the team. */

const ZEI = 'Het duurde te lang, en de gemeente was er niet. Toch ga ik weer.';
const MAG = 'Toch ga ik weer.';
const LINK = /https?:\/\/\S+\/ervaring\/\S+/;

/** From the team to what people said at its bijeenkomst. */
async function openErvaringen(page: Page): Promise<string> {
	await openTeam(page, TEAM, 'bijeenkomsten');
	const href = await linkTo(page, 'Bijeenkomst 7: De eerste brief').getAttribute('href');
	const [, id] = /^\/bijeenkomsten\/([a-z2-7]+)/.exec(href!)!;
	await page.goto(`/bijeenkomsten/${id}/over`);
	await follow(linkTo(page, 'Ervaringen'));
	return new URL(page.url()).pathname;
}

async function schrijfOp(page: Page, naam: string) {
	const nieuw = page.getByRole('region', { name: 'Schrijf op wat iemand zei' });
	await nieuw.getByLabel('Wat zei iemand?').fill(ZEI);
	await nieuw.getByLabel('Naam').fill(naam);
	await nieuw.getByLabel('Rol').fill('sociaal werker');
	await save(page, 'Bewaar');
}

const van = (page: Page, naam: string) =>
	page.getByRole('main').getByRole('listitem').filter({ hasText: naam });

test('kritiek blijft, de spreker maakt het korter en kiest een voornaam', async ({
	page,
	secondPage,
	server,
	iemand,
}) => {
	await logIn(page, 'sanne');
	const path = await openErvaringen(page);
	await expect(page.getByRole('main')).toContainText('Nog niets opgeschreven.');
	await schrijfOp(page, 'Dilek Aksoy');
	await expect(van(page, 'Dilek')).toContainText(ZEI);
	await expect(van(page, 'Dilek')).toContainText('Nog niet gevraagd');
	await screen(page);

	await van(page, 'Dilek').locator('summary', { hasText: 'Vraag of het mag' }).click();
	await page.getByLabel('E-mailadres').fill('dilek');
	await page.getByRole('button', { name: 'Maak de vraag' }).click();
	await expect(page.getByLabel('E-mailadres')).toHaveAccessibleDescription(/geen e-mailadres/);
	await page.getByLabel('E-mailadres').fill('dilek@welzijn.example');
	await save(page, 'Maak de vraag', 'De vraag is gemaild.');
	await expect(van(page, 'Dilek')).toContainText('Gevraagd, wacht');

	const link = linkIn(await mailTo(server, 'dilek@welzijn.example'));
	// a program that reads mail opens the link, and answers nothing
	await secondPage.request.get(link);
	await secondPage.goto(link);
	await expect(secondPage.getByRole('heading', { level: 1 })).toHaveText('Klopt dit zo?');
	await expect(secondPage.getByLabel('Jouw woorden')).toHaveValue(ZEI);
	await screen(secondPage);
	await page.reload();
	await expect(van(page, 'Dilek')).toContainText('Gevraagd, wacht');

	await secondPage.getByLabel('Jouw woorden').fill('');
	await secondPage.getByRole('button', { name: 'Ja, zo mag het' }).click();
	await expect(secondPage).toHaveTitle(/^Fout: /);
	await secondPage.getByLabel('Jouw woorden').fill(MAG);
	await secondPage.getByRole('radio', { name: 'Alleen met mijn voornaam: Dilek' }).check();
	await secondPage.getByRole('button', { name: 'Ja, zo mag het' }).click();
	await expect(secondPage.getByRole('status').getByText('Genoteerd: dit mag.')).toBeVisible();
	await screen(secondPage);

	await page.reload();
	await expect(van(page, 'Dilek Aksoy')).toContainText('Mag: alleen voornaam');
	await expect(van(page, 'Dilek Aksoy')).toContainText(ZEI);
	await expect(page.getByRole('button', { name: /^Wijzig/ })).toHaveCount(0);
	await screen(page);

	// taken back with the same link
	await secondPage.goto(link);
	await expect(secondPage.getByLabel('Jouw woorden')).toHaveValue(MAG);
	await secondPage.getByRole('button', { name: 'Liever niet' }).click();
	await expect(secondPage.getByRole('status').getByText('Genoteerd: liever niet.')).toBeVisible();
	await page.reload();
	await expect(van(page, 'Dilek Aksoy')).toContainText('Liever niet');

	// who may not enter finds nothing of it
	const dorien = await iemand('dorien');
	expect((await dorien.request.get(path)).status()).toBe(404);
});

test('met een link op papier, zonder script, en liever niet', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	await openErvaringen(page);
	await schrijfOp(page, 'Wim');
	await van(page, 'Wim').locator('summary', { hasText: 'Vraag of het mag' }).click();
	await save(page, 'Maak de vraag', 'Geef de link zelf door.');
	const link = await written(page, LINK);

	const elders = await iemand('tygo', { javaScriptEnabled: false });
	await elders.goto(link);
	await expect(elders.getByLabel('Jouw woorden')).toHaveValue(ZEI);
	await elders.getByRole('button', { name: 'Liever niet' }).click();
	await expect(elders.getByText('Genoteerd: liever niet.')).toBeVisible();
	await page.reload();
	await expect(van(page, 'Wim')).toContainText('Liever niet');
	await expect(van(page, 'Wim')).toContainText('Dit blijft in het team.');

	await page.getByRole('button', { name: 'Haal weg' }).last().click();
	await save(page, 'Ja, haal weg', 'Weggehaald.');
	await elders.goto(link);
	await expect(elders.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
});

test('wat mag, staat op de openbare bladzijde als je daarvoor kiest, en anders niets', async ({
	page,
	secondPage,
}) => {
	await logIn(page, 'hanneke');
	await page.goto('/bijeenkomsten/nieuw');
	await page.getByLabel('Titel').fill('Praten over brieven');
	await page.getByLabel('Wanneer').fill('20 juni 2019');
	await page.getByText('Meer vastleggen').click();
	await page.getByLabel('Iedereen mag komen').check();
	await page.getByRole('button', { name: 'Plan de bijeenkomst' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Praten over brieven');
	const [, id] = /bijeenkomsten\/([a-z2-7]{20})/.exec(page.url())!;
	await page.goto(`/bijeenkomsten/${id}/ervaringen`);
	for (const naam of ['Dilek Aksoy', 'Wim Bos']) await schrijfOp(page, naam);
	await van(page, 'Dilek').locator('summary', { hasText: 'Vraag of het mag' }).click();
	await save(page, 'Maak de vraag', 'Geef de link zelf door.');
	const link = await written(page, LINK);
	await secondPage.goto(link);
	await secondPage.getByLabel('Jouw woorden').fill(MAG);
	await secondPage.getByRole('radio', { name: 'Alleen met mijn voornaam: Dilek' }).check();
	await secondPage.getByRole('button', { name: 'Ja, zo mag het' }).click();
	await expect(secondPage.getByText('Genoteerd: dit mag.')).toBeVisible();

	await page.goto(`/bijeenkomsten/${id}/openbaar`);
	await page.getByRole('button', { name: 'Maak de bladzijde openbaar' }).click();
	await follow(linkTo(page, 'Bekijk de bladzijde'));
	const openbaar = page.url();
	await expect(page.getByRole('main')).not.toContainText(MAG);
	await page.goto(`/bijeenkomsten/${id}/openbaar`);
	await page.getByLabel('Wat mensen zeiden, als zij dat goedkeurden').check();
	await save(page, 'Bewaar');
	await secondPage.goto(openbaar);
	await expect(secondPage.getByRole('figure')).toHaveText(`${MAG} Dilek`);
	await expect(secondPage.getByRole('main')).not.toContainText('Aksoy');
	await expect(secondPage.getByRole('main')).not.toContainText(/Wim|duurde te lang/);
	await screen(secondPage);

	await secondPage.goto(link);
	await secondPage.getByRole('button', { name: 'Liever niet' }).click();
	await expect(secondPage.getByText('Genoteerd: liever niet.')).toBeVisible();
	await secondPage.goto(openbaar);
	await expect(secondPage.getByRole('main')).not.toContainText(MAG);
});
