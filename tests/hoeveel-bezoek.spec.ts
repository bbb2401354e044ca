import type { Page } from '@playwright/test';
import { axe, dutch, expect, fitsWidth, follow, linkTo, logIn, save, test } from './fixtures.ts';

/** How many came: of each, of all of a periode, and of ten in a magazine, as the sources count them. */

const deel = (page: Page, naam: string) =>
	page.locator('.strook > li').filter({ has: page.getByRole('heading', { name: naam }) });
const som = (page: Page) => page.locator('.som');

async function kies(page: Page, velden: Record<string, string>) {
	await page.goto('/bijeenkomsten/cijfers');
	for (const [label, value] of Object.entries(velden))
		await page.getByLabel(label, { exact: true }).fill(value);
	await page.getByRole('button', { name: 'Toon', exact: true }).click();
	await page.waitForURL(/\?/);
}

test('42 en 387 in de strook, en 261, 126 en 429 volgen eruit', async ({ page }) => {
	await logIn(page, 'tygo');
	await page.goto('/bijeenkomsten');
	await follow(linkTo(page, 'Bezoek', true));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kenniscafés in cijfers');
	await expect(page.getByText('Dit zijn bezoeken. Wie vaker kwam, telt vaker mee.')).toBeVisible();
	await expect(deel(page, 'Periode 1')).toContainText('42 bezoeken 2 kenniscafés');
	await expect(deel(page, 'Periode 2')).toContainText('387 bezoeken 14 kenniscafés');
	await expect(deel(page, 'Alles')).toContainText('429 bezoeken 16 kenniscafés');
	await axe(page);
	await dutch(page);

	await test.step('de tien van het magazine, en de vier ervoor', async () => {
		await kies(page, { Vanaf: '18-10-2018', 'Tot en met': '12-12-2019' });
		await expect(som(page)).toContainText('261 bezoeken aan 10 kenniscafés');
		await kies(page, { Vanaf: 'augustus 2017', 'Tot en met': '17 oktober 2018' });
		await expect(som(page)).toContainText('126 bezoeken aan 4 kenniscafés (387 − 261)');
	});
	await test.step('een dag die geen dag is', async () => {
		await kies(page, { Vanaf: '31 juni 2018' });
		await expect(page).toHaveTitle(/^Fout: /);
		await expect(page.getByLabel('Vanaf')).toHaveValue('31 juni 2018');
		await axe(page);
	});
	await page.setViewportSize({ width: 320, height: 640 });
	await fitsWidth(page);
	// who only counts along writes no totals
	await expect(page.getByText('Schrijf een totaal op')).toHaveCount(0);
});

test('rollen tellen niet op: een zin, geen weigering, en onbekend 2', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	await hanneke.goto('/bijeenkomsten/cijfers');
	await follow(linkTo(hanneke, 'Jeugdwet en Jeugdrecht'));
	await expect(hanneke.getByText('Nog niets per rol.')).toBeVisible();
	await hanneke.getByLabel('Hoeveel mensen kwamen er?').fill('veel');
	await hanneke.getByLabel('Student', { exact: true }).fill('8');
	await hanneke.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(
		hanneke.getByText('Schrijf een getal, bijvoorbeeld 30 of circa 30.').first(),
	).toBeVisible();
	await expect(hanneke.getByLabel('Student', { exact: true })).toHaveValue('8');
	await hanneke.getByLabel('Hoeveel mensen kwamen er?').fill('30');
	await hanneke.getByLabel('Gemeente', { exact: true }).fill('20');
	await save(hanneke, 'Bewaar');

	const zin = 'De categorieën tellen op tot 28, het totaal is 30. Bij 2 weten we het niet.';
	await expect(hanneke.getByText(zin)).toBeVisible();
	await expect(hanneke.getByRole('img', { name: /^Bezoeken per rol/ })).toHaveAccessibleName(
		'Bezoeken per rol: Gemeente 20, Student 8, onbekend 2.',
	);
	await hanneke.getByText('Toon als tabel').click();
	await expect(hanneke.getByRole('row').filter({ hasText: 'onbekend' })).toContainText('2');
	await axe(hanneke);
	await dutch(hanneke);
});

test('nummer, thema en aanleiding staan bij het kenniscafé; een nummer dat er al is wordt gezegd', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	await hanneke.goto('/bijeenkomsten/cijfers');
	const rij = hanneke.getByRole('row').filter({ hasText: 'Ontmoeting in de wijk' });
	await expect(rij.getByRole('cell').first()).toHaveText('13');
	const bezoek = await linkTo(hanneke, 'Ontmoeting in de wijk').getAttribute('href');
	const pad = bezoek!.replace(/\/bezoek$/, '');

	await hanneke.goto(`${pad}/wijzig`);
	await expect(hanneke.getByLabel('Thema of hoofdstuk')).toHaveValue('Hoofdstuk 5');
	await hanneke.getByLabel('Nummer').fill('dertien');
	await hanneke.getByLabel('Meer over de aanleiding').fill('Bewoners vroegen om een plek.');
	await hanneke.getByRole('button', { name: 'Bewaar het kenniscafé' }).click();
	await expect(hanneke.getByLabel('Nummer')).toHaveAccessibleDescription(/1 tot en met 999/);
	await expect(hanneke.getByLabel('Meer over de aanleiding')).toHaveValue(/^Bewoners/);
	await axe(hanneke);
	await hanneke.getByLabel('Nummer').fill('12');
	await hanneke
		.getByRole('combobox', { name: 'Aanleiding' })
		.selectOption('Een vraag uit de regio');
	await save(hanneke, 'Bewaar het kenniscafé', /Nummer 12 is er nu twee keer/);
	await hanneke.getByLabel('Nummer').fill('13');
	await save(hanneke, 'Bewaar het kenniscafé', 'Bewaard.');

	await hanneke.goto(`${pad}/over`);
	for (const tekst of ['Hoofdstuk 5', 'Een vraag uit de regio', 'Bewoners vroegen om een plek.'])
		await expect(hanneke.getByText(tekst)).toBeVisible();
	await axe(hanneke);
	await dutch(hanneke);

	// who is in none of its teams knows which one it is, and not what was told of it
	const joke = await iemand('joke', { viewport: { width: 320, height: 640 } });
	await joke.goto(`${pad}/over`);
	await expect(joke.getByText('Een vraag uit de regio')).toBeVisible();
	await expect(joke.getByText('Bewoners vroegen om een plek.')).toHaveCount(0);
	await fitsWidth(joke);
});

test('een totaal van meer keren samen opschrijven en weghalen', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	await hanneke.goto('/bijeenkomsten/cijfers');
	await hanneke.getByText('Schrijf een totaal op').click();
	await hanneke.getByLabel('Naam', { exact: true }).fill('De eerste twee van periode 2');
	await hanneke.getByLabel('Hoeveel bezoeken samen?').fill('circa 60');
	for (const titel of [
		'Beleidsontwikkelingen in het sociaal domein',
		'Samenwerken aan Kindveiligheid',
	])
		await hanneke.getByRole('checkbox', { name: titel }).check();
	await axe(hanneke);
	await save(hanneke, 'Bewaar het totaal', 'Het totaal is bewaard.');
	await kies(hanneke, { Vanaf: 'oktober 2017', 'Tot en met': 'maart 2018' });
	await expect(som(hanneke)).toContainText('circa 60 bezoeken aan 2 kenniscafés');
	await hanneke.getByRole('button', { name: /^Haal weg.*De eerste twee/ }).click();
	await expect(hanneke.getByText('Het totaal is weggehaald.')).toBeVisible();
	await expect(deel(hanneke, 'Periode 2')).toContainText('387 bezoeken');
});
