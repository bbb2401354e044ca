import type { Page } from '@playwright/test';
import { cijfersVan, inRijen, legt, luik, opBord, schuiftAan, telefoon } from './bord.ts';
import { expect, logIn, openTeam, test } from './fixtures.ts';
import { TEAM } from './samen.ts';

/** Work forms: two tables and the bord of all at once, and a story that is chosen with why. */

test.describe.configure({ timeout: 240_000 });

async function maak(page: Page, soort: string, titel: string) {
	const team = await openTeam(page, TEAM, 'borden');
	await page.goto(`/borden/nieuw?team=${team.split('/').at(-1)}`);
	await page.getByRole('radio', { name: soort }).check();
	await page.getByLabel('De vraag op het bord').fill(titel);
	await page.getByRole('button', { name: 'Maak het bord' }).click();
	await expect(page).toHaveURL(/\/borden\/[a-z2-7]{20}/);
	return /\/borden\/[a-z2-7]{20}/.exec(page.url())![0];
}

test('een wereldcafé: van tafel naar tafel, en samen naar één bord zonder nieuwe code', async ({
	page: laptop,
	browser,
	server,
}) => {
	const [BEWONERS, GEMEENTE] = ['Wat helpt bewoners?', 'Wat helpt de gemeente?'];
	await logIn(laptop, 'hanneke');
	const cafe = await maak(laptop, 'Wereldcafé', 'Wat helpt om elkaar te leren kennen?');
	await laptop.getByLabel('Nieuwe tafels').fill(`${BEWONERS}\n${GEMEENTE}`);
	await laptop.getByRole('button', { name: 'Maak de tafels' }).click();
	const [eerste, tweede] = await Promise.all(
		[BEWONERS, GEMEENTE].map((name) =>
			laptop.getByRole('main').getByRole('link', { name, exact: true }).getAttribute('href'),
		),
	);
	const gasten = await Promise.all([1, 2].map(() => telefoon(browser, server)));
	const [fatima, ali] = gasten.map(({ page }) => page) as [Page, Page];
	for (const [gast, pad, naam] of [
		[fatima, eerste, 'Fatima'],
		[ali, tweede, 'Ali'],
	] as const) {
		await laptop.goto(pad!);
		await schuiftAan(gast, await cijfersVan(laptop), [naam, 'Bewoner']);
	}
	await legt(fatima, 'Samen koken in het buurthuis');
	await legt(ali, 'Een vaste ambtenaar in de wijk');

	await laptop.goto(cafe);
	const tafels = () => luik(laptop, 'Tafels');
	await (await tafels()).getByRole('button', { name: 'Begin met ronde 1' }).click();
	await (await tafels()).getByRole('button', { name: 'Naar ronde 2' }).click();
	await expect(fatima.getByText('Ronde 2', { exact: true })).toBeVisible();
	await fatima.getByText('Naar een andere tafel').click();
	await fatima.getByRole('button', { name: GEMEENTE }).click();
	await expect(fatima.getByRole('heading', { level: 1 })).toHaveText(GEMEENTE);
	await legt(fatima, 'Iemand die terugbelt');
	// on the way from a phone until then
	const aanTafel = () => [eerste, tweede].map((pad) => inRijen(server, pad!)['Los']?.length);
	await expect.poll(aanTafel).toEqual([1, 2]);

	const alles = {
		[BEWONERS]: ['Samen koken in het buurthuis'],
		[GEMEENTE]: ['Een vaste ambtenaar in de wijk', 'Iemand die terugbelt'],
	};
	for (let keer = 0; keer < 2; keer++) {
		await (await tafels()).getByRole('button', { name: 'Breng de tafels samen' }).click();
		await expect.poll(() => opBord(laptop)).toEqual(alles);
	}
	// who is in the middle of something stays until it is laid down
	await ali.getByRole('textbox', { name: 'Jouw briefje' }).fill('Nog even');
	await (await tafels()).getByRole('button', { name: 'Roep iedereen naar dit bord' }).click();
	await expect(fatima).toHaveURL(new RegExp(`/tafel${cafe.replace('/borden', '')}$`));
	await expect(fatima.getByText('Iemand die terugbelt').first()).toBeVisible();
	await expect(ali.getByRole('textbox', { name: 'Jouw briefje' })).toHaveValue('Nog even');
	await legt(ali, 'Nog even');
	await ali.getByRole('button', { name: 'Ga mee' }).click();
	await expect(ali).toHaveURL(new RegExp(`/tafel${cafe.replace('/borden', '')}$`));
	await expect(laptop.getByText('3 doen mee')).toBeVisible();
	for (const { wrong, context } of gasten) {
		expect(wrong).toEqual([]);
		await context.close();
	}
});

test('een verhaal kiezen: zonder reden telt het niet, en na de uitslag staat het erbij', async ({
	page: laptop,
	browser,
	server,
}) => {
	const [VERHAAL, REDEN] = ['De ambtenaar kwam zelf langs', 'Zo begint vertrouwen'];
	await logIn(laptop, 'hanneke');
	await maak(laptop, 'Verhaal van verandering', 'Wat veranderde er voor bewoners?');
	const gast = await telefoon(browser, server);
	await schuiftAan(gast.page, await cijfersVan(laptop), ['Fatima', 'Bewoner']);
	await legt(gast.page, VERHAAL);
	await expect(laptop.locator('[data-briefje]').filter({ hasText: VERHAAL })).toBeVisible();
	await laptop.getByRole('button', { name: 'Naar Duiden' }).click();
	const ronde = await luik(laptop, 'Verhaal kiezen');
	await ronde.getByRole('button', { name: 'Begin met kiezen' }).click();

	const kaart = gast.page.locator('li.verhaal').filter({ hasText: VERHAAL });
	await kaart.getByText('Kies dit verhaal').click();
	await kaart.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
	await expect(kaart.getByRole('alert')).toHaveText(
		'Schrijf in één zin waarom. Zonder reden telt je keuze niet.',
	);
	await expect(laptop.getByText('0 van 2 keuzes').first()).toBeVisible();
	await kaart.getByRole('textbox', { name: 'Waarom dit verhaal?' }).fill(REDEN);
	await gast.page.keyboard.press('Tab');
	await gast.page.keyboard.press('Enter');
	await expect(kaart).toContainText(`Je reden: ${REDEN}`);
	await expect(laptop.getByText('1 van 2 keuzes').first()).toBeVisible();
	await expect(laptop.getByText(REDEN)).toHaveCount(0);

	await laptop.getByRole('button', { name: 'Toon uitslag' }).click();
	const opLaptop = laptop.locator('li.verhaal').filter({ hasText: VERHAAL });
	await expect(opLaptop).toContainText('1 keer gekozen');
	await expect(opLaptop).toContainText(REDEN);
	await expect(kaart).toContainText('1 keer gekozen, ook door jou');
	expect(gast.wrong).toEqual([]);
	await gast.context.close();
});
