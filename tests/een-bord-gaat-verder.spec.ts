import type { Page } from '@playwright/test';
import { screen } from './bijeenkomst.ts';
import { expect, follow, linkTo, openTeam, PHONE, save, test } from './fixtures.ts';

/** What lies on a bord becomes something elsewhere, and both ends say so. */

const BORD = 'Waar ontmoeten we elkaar op het eiland?';
const GROEP = 'De deur is dicht als wij tijd hebben';

async function openBord(page: Page): Promise<string> {
	await openTeam(page, 'Ontmoeting en innovatie', 'borden');
	await follow(linkTo(page, BORD, true));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(BORD);
	return new URL(page.url()).pathname;
}
const groepOp = (page: Page) => page.getByRole('listitem', { name: GROEP, exact: true });

test('een groep wordt een leervraag, en het hele bord een stuk van een verslag', async ({
	iemand,
}) => {
	const nadia = await iemand('nadia');
	const bord = await openBord(nadia);
	await groepOp(nadia)
		.getByRole('button', { name: /^Meer met de groep/ })
		.click();
	await follow(nadia.getByRole('dialog').getByRole('link', { name: 'Hoe gaat dit verder?' }));
	const verder = nadia.url();
	await nadia.getByText('Maak er een leervraag van').click();
	const vraag = nadia.getByRole('textbox', { name: 'De leervraag' });
	await vraag.fill('');
	await nadia.getByRole('button', { name: 'Bewaar de leervraag' }).click();
	await expect(vraag).toHaveAccessibleDescription(/Schrijf de vraag/);
	await screen(nadia);
	await vraag.fill('Wie krijgt de sleutel van de zaal?');
	await save(nadia, 'Bewaar de leervraag');
	await expect(nadia).toHaveURL(/\/leervragen\/[a-z2-7]{20}$/);

	await test.step('aan beide kanten staat de ander', async () => {
		await follow(linkTo(nadia, GROEP));
		await expect(nadia).toHaveURL(verder);
		await expect(linkTo(nadia, 'Wie krijgt de sleutel van de zaal?')).toBeVisible();
		await follow(linkTo(nadia, BORD));
		await expect(groepOp(nadia)).toContainText('Leervraag: Wie krijgt de sleutel van de zaal?');
		await expect(groepOp(nadia)).toBeFocused();
	});

	await test.step('het hele bord staat één keer in het verslag', async () => {
		await nadia.goto(`${bord}/verder`);
		const zet = async () => {
			await nadia.getByText('Zet het in een verslag').click();
			await nadia.getByRole('button', { name: 'Zet het erin' }).click();
		};
		await zet();
		await expect(nadia).toHaveURL(/\/bijeenkomsten\//);
		await expect(nadia.getByRole('heading', { name: /^De deur is dicht/ })).toBeVisible();
		await expect(nadia.getByRole('cell', { name: 'Siti Pattinama' })).toBeVisible();
		await nadia.goto(`${bord}/verder`);
		await zet();
		await expect(nadia.getByText('Dit staat al in dat verslag.').first()).toBeVisible();
	});
});

test('wat open ligt wordt gevonden, en de link gaat naar het briefje zelf', async ({ iemand }) => {
	const luca = await iemand('luca', PHONE);
	await luca.goto('/zoeken?q=vissende+mannen+brug');
	await expect(luca.getByText(/Niets gevonden/)).toBeVisible();
	await luca.goto('/zoeken?q=vissen');
	await expect(luca.getByRole('heading', { name: 'Op borden' })).toBeVisible();
	await screen(luca);
	await linkTo(luca, BORD).click();
	await expect(luca).toHaveURL(/\/borden\/[a-z2-7]{20}#b-[a-z2-7]{20}$/);
	await expect(luca.getByText('vier mannen te vissen').first()).toBeInViewport();

	const sanne = await iemand('sanne');
	await sanne.goto('/zoeken?q=vissen');
	await expect(sanne.getByText('Niets gevonden voor ‘vissen’.')).toBeVisible();
});

test('een bord gaat mee als bestand en op papier, en papier komt terug op het bord', async ({
	iemand,
}) => {
	const bas = await iemand('bas');
	const bord = await openBord(bas);
	await bas.goto(`${bord}/uitvoer`);
	await screen(bas);
	for (const [label, einde] of [
		['Tabel (csv)', '.csv'],
		['Pdf', '.pdf'],
	] as const) {
		const bestand = bas.waitForEvent('download');
		await bas.getByRole('link', { name: label }).click();
		expect((await bestand).suggestedFilename()).toMatch(new RegExp(`^bord-waar-.+${einde}$`));
	}
	await bas.goto(`${bord}/papier/invoer`);
	await bas.getByRole('button', { name: 'Leg op tafel' }).click();
	await expect(bas.getByLabel('Briefjes')).toHaveAccessibleDescription(/ten minste één briefje/);
	await screen(bas);
	await bas.getByLabel('Wie schreef dit?').selectOption('bewoner');
	await bas.getByLabel('Briefjes').fill('Er hoort een tafel bij\n\nEn een paraplu');
	await save(bas, 'Leg op tafel', 'Er zijn 2 briefjes bij gekomen.');
	await expect(bas.getByLabel('Briefjes')).toHaveValue('');
	await bas.goto(bord);
	await expect(bas.getByRole('main')).toContainText('En een paraplu');
});
