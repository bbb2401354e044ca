import type { Page } from '@playwright/test';
import { dagOver, HELE_DAG, plan, screen } from './bijeenkomst.ts';
import { aanTafel, legt, luik, maakBord, regie, telefoon, verplaats } from './bord.ts';
import { expect, logIn, test } from './fixtures.ts';

/** Somebody without account: from the list in the hall to the table, and afterwards the words back. */

test.describe.configure({ timeout: 240_000 });

const KLAAR = 'Dank je wel. Wat jij schreef, gaat mee in het verslag.';
const VOORBIJ = 'Deze ronde is gesloten. Je stippen staan vast.';
const [EERSTE, TWEEDE] = ['De bel doet het niet', 'Ik durf niet open te doen'];

const eigenCode = (gast: Page) => gast.getByText('Jouw eigen code:').locator('b');
const meer = (laptop: Page) => luik(laptop, 'Meer');
const slot = async (laptop: Page) =>
	(await meer(laptop)).getByRole('switch', { name: 'Bord op slot' }).click();

test('van de presentie naar het bord, en na afloop haalt iemand de eigen woorden terug', async ({
	page: laptop,
	browser,
	server,
}) => {
	await logIn(laptop, 'hanneke');
	const { page: gast, wrong, context } = await telefoon(browser, server);
	await plan(laptop, 'Wie belt er aan?', { Wanneer: dagOver(), ...HELE_DAG });
	await laptop.getByRole('button', { name: 'Maak een code' }).first().click();
	const knop = laptop.getByRole('button', { name: /^Code \d{4} \d{4}$/ }).first();
	await expect(knop).toBeVisible();
	const cijfers = (await knop.innerText()).replace('Code ', '');
	const pad = await maakBord(laptop, 'Wat gebeurt er aan de deur?');
	await laptop.goto(`${pad}/wijzig`);
	const keuze = laptop.getByLabel('Bij welke bijeenkomst?');
	const optie = keuze.locator('option').filter({ hasText: 'Wie belt er aan?' });
	await keuze.selectOption((await optie.getAttribute('value'))!);
	await laptop.getByRole('button', { name: 'Zet erbij' }).click();
	await expect(laptop.getByRole('link', { name: 'Wie belt er aan?' })).toBeVisible();
	await laptop.goto(pad);

	await test.step('één code is genoeg', async () => {
		await gast.goto('/meedoen');
		await gast.getByLabel('Code').fill(cijfers);
		await gast.getByRole('button', { name: 'Doe mee' }).click();
		await gast.getByLabel('Je voornaam').fill('Fatima');
		await gast.getByText('Bewoner', { exact: true }).click();
		await gast.getByRole('button', { name: 'Doe mee' }).click();
		await gast.getByRole('button', { name: 'Ga naar het bord' }).click();
		await expect(gast).toHaveURL(/\/tafel\/[a-z2-7]{20}$/);
		await expect(gast.getByText('Fatima, aan tafel bij')).toBeVisible();
		await gast.getByRole('button', { name: 'Leg op tafel' }).click();
		await expect(gast.getByRole('alert')).toHaveText('Schrijf eerst iets op het briefje.');
		for (const tekst of [EERSTE, TWEEDE]) await legt(gast, tekst);
	});

	await test.step('op slot blijft staan wat iemand begon, en kijken kan', async () => {
		const veld = gast.getByRole('textbox', { name: 'Jouw briefje', exact: true });
		await veld.fill('Halverwege een zin');
		await slot(laptop);
		await expect(gast.getByText('De begeleider zet de tafel even stil.')).toBeVisible();
		await expect(veld).toHaveValue('Halverwege een zin');
		await expect(gast.getByRole('button', { name: 'Leg op tafel' })).toHaveCount(0);
		await screen(gast);
		await slot(laptop);
		await expect(gast.getByRole('button', { name: 'Leg op tafel' })).toBeVisible();
	});

	await test.step('aan het eind staat er hoe het verder gaat', async () => {
		await laptop.goto(`${pad}/wijzig`);
		await laptop.getByRole('button', { name: 'Rond het bord af' }).click();
		await expect(gast.getByText(KLAAR)).toBeVisible();
		await expect(gast.getByText('Halverwege een zin')).toBeVisible();
		await expect(gast.getByText(`${new URL(server.url).host}/mijn-briefjes`)).toBeVisible();
		await screen(gast);
	});

	const code = await eigenCode(gast).innerText();
	const thuis = await context.newPage();

	await test.step('thuis haalt iemand één briefje terug', async () => {
		await thuis.goto('/mijn-briefjes');
		await thuis.getByLabel('Jouw eigen code').fill('aaaaa aaaaa');
		await thuis.getByRole('button', { name: 'Toon mijn briefjes' }).click();
		await expect(thuis.getByText('Deze code kennen we niet.').first()).toBeVisible();
		await thuis.getByLabel('Jouw eigen code').fill(code.toUpperCase());
		await thuis.getByRole('button', { name: 'Toon mijn briefjes' }).click();
		const briefje = thuis.getByRole('listitem').filter({ hasText: EERSTE });
		await briefje.getByText('Haal weg', { exact: true }).click();
		await screen(thuis);
		await briefje.getByRole('button', { name: 'Ja, haal weg' }).click();
		await expect(thuis.getByText('1 briefje is weggehaald.')).toBeVisible();
		await laptop.goto(pad);
		await expect(laptop.getByText(TWEEDE).first()).toBeVisible();
		await expect(laptop.getByText(EERSTE)).toHaveCount(0);
	});

	await test.step('en alles, ook van een bord dat is weggehaald', async () => {
		await laptop.goto(`${pad}/wijzig`);
		await laptop.getByRole('button', { name: 'Haal het bord weg' }).click();
		await expect(laptop.getByRole('heading', { name: 'Weggehaald' })).toBeVisible();
		await gast.getByRole('button', { name: 'Toon mijn briefjes' }).click();
		await expect(gast.getByText('Het team haalde dit bord weg.')).toBeVisible();
		await gast.getByText('Haal alles weg, ook mijn naam').click();
		await gast.getByRole('button', { name: 'Ja, haal alles weg' }).click();
		await expect(gast.getByText('Er ligt niets meer van jou.')).toBeVisible();
		await laptop.getByRole('button', { name: /^Zet terug.*deur/ }).click();
		await expect(laptop.getByRole('heading', { name: 'Weggehaald' })).toHaveCount(0);
		const bestand = await laptop.request.get(`${pad}/uitvoer/md`);
		expect(await bestand.text()).toContain('Wat gebeurt er aan de deur?');
		expect(await bestand.text()).not.toContain(TWEEDE);
	});
	expect(wrong, 'what a page may never do').toEqual([]);
	await context.close();
});

test('zonder internet gaat niets verloren, en te laat is te laat', async ({
	page: laptop,
	browser,
	server,
}) => {
	const zaal = { page: laptop, browser, server };
	const { gast, wrong, context } = await aanTafel(zaal, 'Wat als de lijn weg is?', 'Ali');

	await test.step('wat zonder script is neergelegd, staat niet nog eens in het veld', async () => {
		const veld = gast.getByRole('textbox', { name: 'Jouw briefje', exact: true });
		await veld.fill('Voordat het script er was');
		await veld.evaluate((one) => (one as HTMLTextAreaElement).form!.submit());
		await expect(gast.getByRole('listitem').first()).toContainText('Voordat het script er was');
		await expect(gast).toHaveURL(/\?\/leg$/);
		await expect(veld).toHaveValue('');
		await gast.getByLabel('Briefje aanpassen').click();
		await gast.getByRole('button', { name: 'Haal weg' }).click();
		await expect(gast.getByText('Briefje weggehaald').last()).toBeVisible();
	});

	await test.step('de lijn is weg voordat zij er was', async () => {
		const tab = await context.newPage();
		await tab.routeWebSocket(/\/sync\//, (ws) => ws.close());
		await tab.goto(gast.url());
		await context.setOffline(true);
		await expect(tab.getByText('Geen internet.')).toBeVisible();
		await legt(tab, EERSTE);
		await expect(tab.getByText('Bewaard op dit apparaat')).toBeVisible();
		await tab.getByRole('button', { name: 'Hand op' }).click();
		await context.setOffline(false);
		await expect(tab.getByText('Bewaard op dit apparaat')).toHaveCount(0);
		await expect(laptop.getByText(EERSTE).first()).toBeVisible();
		const mensen = await luik(laptop, 'aan tafel');
		await expect(mensen.getByRole('button', { name: /^Hand omlaag/ })).toBeVisible();
		await tab.close();
	});

	await test.step('een stip die te laat komt, telt niet', async () => {
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		await verplaats(laptop, EERSTE, 'Nieuwe groep');
		await laptop.getByLabel('Naam van deze groep').fill('De deur');
		const vak = await luik(laptop, 'Stippen geven');
		// on its words: they take no focus, and the sheet stays open
		await vak.getByText('Ook wie welke stippen gaf').click();
		await vak.getByRole('button', { name: 'Begin met stippen' }).click();
		await expect(gast.getByText('ziet het team ook wat jij gaf')).toBeVisible();
		const stip = gast.getByRole('button', { name: 'Geef een stip aan De deur' });
		await stip.click();
		await expect(gast.getByText('Je hebt nog 2 stippen')).toBeVisible();
		await expect(regie(laptop).getByText('1 van 6 stippen').first()).toBeVisible();
		await context.setOffline(true);
		await expect(gast.getByText('Geen internet.')).toBeVisible();
		await stip.click();
		await expect(gast.getByText('Je hebt nog 1 stip', { exact: true })).toBeVisible();
		await (
			await luik(laptop, 'van 6 stippen')
		)
			.getByRole('button', { name: 'Sluit de ronde' })
			.click();
		await context.setOffline(false);
		await expect(gast.getByText(VOORBIJ)).toBeVisible();
		await regie(laptop).getByRole('button', { name: 'Toon uitslag' }).click();
		await expect(gast.getByRole('heading', { name: 'De deur' })).toContainText('1 stip');
	});

	await test.step('wie weg moet, ziet dat, en houdt de eigen code', async () => {
		const vak = regie(laptop).locator('details').filter({ hasText: 'aan tafel' }).first();
		await vak.locator('summary').first().click();
		await vak.getByRole('button', { name: /^Haal weg.*Ali/ }).click();
		await laptop.getByRole('alertdialog').getByRole('button', { name: 'Ja, haal weg' }).click();
		await expect(gast.getByText('Je kunt hier nu niet meedoen.')).toBeVisible();
		await expect(eigenCode(gast)).toHaveText(/^[a-z2-7]{5} [a-z2-7]{5}$/);
		await screen(gast);
		await gast.reload();
		await expect(gast).toHaveURL(/\/meedoen$/);
	});
	expect(wrong, 'what a page may never do').toEqual([]);
	await context.close();
});
