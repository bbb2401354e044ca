import type { Page } from '@playwright/test';
import { itemOn } from './bijeenkomst.ts';
import {
	axe,
	dutch,
	expect,
	fitsWidth,
	follow,
	linkTo,
	logIn,
	openTeam,
	save,
	test,
} from './fixtures.ts';
import { TEAM } from './samen.ts';

/** One bijeenkomst has more names, many bijeenkomsten have one; each counts once. */

/** All about a bijeenkomst of the list. */
async function openOver(page: Page, titel: string) {
	await page.goto('/bijeenkomsten');
	const href = await linkTo(page, titel, true).getAttribute('href');
	await page.goto(`${href!.replace(/\/over$/, '')}/over`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(titel);
}

test('21 januari 2019 heeft drie namen: gevonden bij elk, geteld één keer, en een ander bovenaan', async ({
	page,
}) => {
	await logIn(page, 'hanneke');
	await openOver(page, 'Blue Monday');
	await expect(itemOn(page, 'Van Blue Monday naar Feel Good Day')).toContainText('eigen titel');
	await axe(page);
	await dutch(page);
	for (const naam of ['Blue Monday', 'Feel Good Day', 'Dag van Verbondenheid']) {
		await page.goto(`/zoeken?q=${encodeURIComponent(naam)}`);
		await expect(itemOn(page, 'Blue Monday, 21 januari 2019')).toHaveCount(1);
	}

	await openOver(page, 'Blue Monday');
	await page.getByRole('button', { name: 'Gebruik deze titel: Dag van Verbondenheid' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dag van Verbondenheid');
	await expect(itemOn(page, 'Blue Monday').first()).toBeVisible();
	await page.goto('/bijeenkomsten');
	await expect(linkTo(page, 'Dag van Verbondenheid', true)).toHaveCount(1);
	await expect(linkTo(page, 'Blue Monday', true)).toHaveCount(0);
	await openOver(page, 'Dag van Verbondenheid');
	await page.getByRole('button', { name: 'Gebruik deze titel: Blue Monday' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Blue Monday');
});

test('een titel komt erbij en gaat weer weg; twee keer dezelfde kan niet', async ({ page }) => {
	await logIn(page, 'hanneke');
	await openOver(page, 'Intergenerationele overdracht I');
	await expect(itemOn(page, 'Zoals de ouden zongen piepen de jongen')).toBeVisible();
	await page.getByText('Schrijf een andere titel').click();
	await page
		.getByLabel('Andere titel', { exact: true })
		.fill('Zoals de ouden zongen piepen de jongen');
	await page.getByRole('button', { name: 'Voeg de titel toe' }).click();
	await expect(page.getByLabel('Andere titel', { exact: true })).toHaveAccessibleDescription(
		/staat er al/,
	);
	await axe(page);
	await page.getByLabel('Andere titel', { exact: true }).fill('Oud en jong');
	await save(page, 'Voeg de titel toe', 'De titel staat erbij.');
	await itemOn(page, 'Oud en jong')
		.getByRole('button', { name: /^Haal weg.*Oud en jong/ })
		.click();
	await expect(itemOn(page, 'Oud en jong')).toHaveCount(0);
});

test('twee gastcolleges op twee dagen blijven twee; wat niet precies is staat er zoals het geschreven werd', async ({
	page,
}) => {
	await logIn(page, 'willemijn');
	await page.goto('/bijeenkomsten?soort=gastcollege');
	for (const dag of ['2 oktober 2018', '3 oktober 2018'])
		await expect(itemOn(page, dag)).toContainText('Burgerkracht en Sociale Vraagstukken');
	await expect(itemOn(page, 'september 2018 (aangenomen)')).toHaveCount(1);
	await axe(page);
	await page.goto('/bijeenkomsten?weergave=maand&maand=2018-10&soort=gastcollege');
	await expect(page.getByRole('heading', { name: 'Oktober 2018' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Burgerkracht/ })).toHaveCount(2);
	await axe(page);
	await follow(linkTo(page, 'Vorige maand'));
	await expect(page.getByRole('heading', { name: 'Ergens in deze maand' })).toBeVisible();
	await page.setViewportSize({ width: 360, height: 740 });
	await fitsWidth(page);
	await axe(page);
});

test('drie keer Coolhaveneiland is één reeks; de laatste heeft nog geen datum', async ({
	page,
}) => {
	await logIn(page, 'jorien');
	await page.goto('/bijeenkomsten');
	const komend = page.getByRole('region', { name: 'Dit komt' }).getByRole('listitem');
	await expect(komend.last()).toContainText('Datum nog onbekend');
	await expect(komend.last()).toContainText('Coolhaveneiland: DOEN');
	await follow(linkTo(page, 'Reeksen', true));
	await axe(page);
	await follow(linkTo(page, 'Ontmoet de kracht van Coolhaveneiland', true));
	await expect(page.getByText('Reeks van 3, 3 zijn hier bekend.')).toBeVisible();
	await expect(
		page.getByRole('link', { name: /Coolhaveneiland: (DELEN|DUIDEN|DOEN)/ }),
	).toHaveCount(3);
	await axe(page);
	await dutch(page);
});

test('twaalf keer op bezoek is één reeks van twaalf; het eerste bezoek krijgt zijn verhaal', async ({
	page,
}) => {
	await logIn(page, 'hanneke');
	const team = await openTeam(page, TEAM, 'bijeenkomsten/nieuw');
	await page.getByLabel('Titel', { exact: true }).fill('Bij de huismeester');
	await page.getByLabel('Soort', { exact: true }).selectOption('Omgekeerd keukentafelgesprek');
	await page.getByLabel('Wanneer').fill('12 maart 2018');
	await page.getByText('Meer vastleggen').click();
	await page.getByLabel('Reeks').selectOption('Op bezoek');
	await page.getByLabel('Hoeveel mensen kwamen er?').fill('een stuk of wat');
	await page.getByRole('button', { name: 'Plan de bijeenkomst' }).click();
	await expect(page.getByLabel('Hoeveel mensen kwamen er?')).toHaveAccessibleDescription(
		/Schrijf een getal, bijvoorbeeld 30 of circa 30\./,
	);
	await axe(page);
	await page.getByLabel('Hoeveel mensen kwamen er?').fill('ruim tien');
	await page.getByRole('button', { name: 'Plan de bijeenkomst' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bij de huismeester');

	await follow(page.getByRole('link', { name: 'Wijzig de bijeenkomst' }).first());
	await page.getByLabel('Met welke vraag gingen jullie?').fill('Wie ziet de brieven?');
	await page.getByLabel('Bij wie daar, of bij wie anders?').fill('de huismeester');
	await page.getByLabel('Wat merkten mensen van het beleid?').fill('Zes brieven op één dag.');
	await page.getByLabel('Wat spraken jullie af?').fill('Eén brief, één naam.');
	await save(page, 'Bewaar het gesprek', 'Bewaard.');
	await axe(page);

	await openOver(page, 'Bij de huismeester');
	for (const tekst of ['Wie ziet de brieven?', 'Zes brieven op één dag.', 'ruim tien'])
		await expect(page.getByText(tekst)).toBeVisible();
	await follow(linkTo(page, 'Op bezoek', true));
	await expect(page.getByText('Reeks van 12, 1 is hier bekend.')).toBeVisible();
	await page.goto(`${team}/bijeenkomsten`);
	await expect(itemOn(page, 'Op bezoek')).toContainText('reeks van 12');
	await axe(page);
});

test('een reeks waarvan niemand het aantal weet telt ten minste; weghalen is geen weggooien', async ({
	page,
}) => {
	await logIn(page, 'sanne');
	await page.goto('/bijeenkomsten/reeksen');
	await follow(linkTo(page, 'Nieuwe reeks'));
	await axe(page);
	await page.getByRole('button', { name: 'Maak de reeks' }).click();
	await expect(page.getByLabel('Titel', { exact: true })).toHaveAccessibleDescription(
		/Geef de reeks een titel/,
	);
	await page.getByLabel('Titel', { exact: true }).fill('Leernetwerk in het najaar');
	await page.getByLabel('Wanneer').fill('september - december 2019');
	await page.getByRole('button', { name: 'Maak de reeks' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leernetwerk in het najaar');
	await expect(page.getByText('Hoe vaak is niet bekend')).toBeVisible();

	await page.getByRole('button', { name: 'Haal de reeks weg' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reeksen');
	await expect(linkTo(page, 'Leernetwerk in het najaar')).toHaveCount(0);
	await axe(page);
	await page
		.getByRole('main')
		.getByRole('button', { name: /^Zet terug.*Leernetwerk/ })
		.click();
	await expect(linkTo(page, 'Leernetwerk in het najaar')).toBeVisible();
});

test('wie niet in het team zit weet van een open bijeenkomst, en leest het verslag niet', async ({
	iemand,
}) => {
	const joke = await iemand('joke', { viewport: { width: 360, height: 740 } });
	await joke.goto('/bijeenkomsten');
	await follow(linkTo(joke, 'Verbondenheid en veerkracht I', true));
	await expect(joke).toHaveURL(/\/over$/);
	await expect(joke.getByText('Iedereen mag komen').first()).toBeVisible();
	await expect(linkTo(joke, 'Wijzig de bijeenkomst')).toHaveCount(0);
	await expect(joke.getByText('Werkvorm:')).toHaveCount(0);
	await axe(joke);
	await fitsWidth(joke);
	await joke.goto(joke.url().replace(/\/over$/, ''));
	await expect(joke).toHaveURL(/\/over$/);
});
