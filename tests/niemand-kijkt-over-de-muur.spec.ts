import type { Page } from '@playwright/test';
import { axe, expect, follow, linkTo, logIn, openTeam, save, test } from './fixtures.ts';

/** AC-59 for pages: what is another's answers like what is not there, and no title leaks. */

const NERGENS = 'aaaaaaaaaaaaaaaaaaaa';
const VRAAG = 'Alleen wij lezen deze zin';

/** A praktijkvraag, which only its own team reads. */
async function writeVraag(page: Page, team: string) {
	await page.goto(`${team}/leervragen/praktijkvraag`);
	await page.getByLabel('De vraag', { exact: true }).fill(VRAAG);
	await page.getByRole('button', { name: 'Bewaar de vraag' }).click();
	await expect(page).not.toHaveURL(/praktijkvraag$/);
	await page.goto(`${team}/leervragen`);
	return (await linkTo(page, VRAAG).getAttribute('href'))!;
}

test('een lid van team A ziet niets van team B', async ({ page, secondPage }) => {
	await logIn(page, 'jorien');
	const team = await openTeam(page, 'Verbondenheid en Veerkracht');
	const vraag = await writeVraag(page, team);

	await logIn(secondPage, 'joke');
	for (const path of [`${team}/leden`, `${team}/leervragen`, `${team}/instellen`, vraag]) {
		const refused = await secondPage.goto(path);
		expect([403, 404], path).toContain(refused!.status());
		const text = await secondPage.locator('body').innerText();
		expect(text).not.toContain(VRAAG);
	}
	// its card is for everyone, so that it exists is no secret; what is in it is
	const nowhere = vraag.replace(/[a-z0-9]{20}$/, NERGENS);
	const [there, missing] = [await secondPage.goto(vraag), await secondPage.goto(nowhere)];
	expect(missing!.status()).toBe(there!.status());
	await axe(secondPage);

	await secondPage.goto(`/zoeken?q=${encodeURIComponent(VRAAG)}`);
	await expect(secondPage.getByText('Niets gevonden')).toBeVisible();
	const names = await secondPage.request.get(`/zoeken/namen?q=${encodeURIComponent(VRAAG)}`);
	expect(await names.text()).not.toContain(VRAAG);
});

test('een bewoner komt niet in beheer of bij partners, en ziet ze ook niet', async ({ page }) => {
	await logIn(page, 'joke');
	await page.goto('/');
	const menu = page.getByRole('navigation').first();
	await expect(menu.getByRole('link', { name: 'Kennisagenda' })).toBeVisible();
	await expect(menu.getByRole('link', { name: 'Beheer' })).toHaveCount(0);
	await expect(menu.getByRole('link', { name: 'Partners' })).toHaveCount(0);
	for (const path of ['/beheer/perioden', '/beheer/mensen', '/partners', '/partners/lijst.csv']) {
		const response = await page.request.get(path, { maxRedirects: 0 });
		expect([403, 404], path).toContain(response.status());
	}
});

test('een procesobservator leest, en kan niets schrijven', async ({ page }) => {
	await logIn(page, 'annelies');
	const team = await openTeam(page, 'Verbondenheid en Veerkracht');
	await page.goto(`${team}/leervragen`);
	await expect(page.getByRole('heading', { name: 'Leervragen en praktijkvragen' })).toBeVisible();
	await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
	const answer = await page.request.post(`${team}/leervragen/praktijkvraag?/maak`, {
		form: { formulier: 'praktijkvraag', tekst: 'Toch geschreven', verzoek: 'eenmalig' },
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
	});
	expect([403, 404, 422]).toContain(answer.status());
	await page.goto(`${team}/leervragen`);
	await expect(page.getByText('Toch geschreven')).toHaveCount(0);
});

test('zonder in te loggen is er niets te zien', async ({ page, secondPage }) => {
	await logIn(page, 'jorien');
	const team = await openTeam(page, 'Verbondenheid en Veerkracht');
	for (const path of ['/', '/kennisagenda', team, `${team}/leden`, '/zoeken/namen?q=Jorien']) {
		await secondPage.goto(path);
		await expect(secondPage).toHaveURL(/\/inloggen/);
		await expect(secondPage.locator('body')).not.toContainText('Verbondenheid');
	}
});

test('wie zijn plek kwijt is, ziet de ruimte meteen niet meer', async ({ page, secondPage }) => {
	await logIn(secondPage, 'annelies');
	const team = await openTeam(secondPage, 'Verbondenheid en Veerkracht');
	await logIn(page, 'hanneke');
	await page.goto(`${team}/leden`);
	await follow(page.getByRole('link', { name: 'Wijzig de plek van Annelies Brouwer' }).first());
	await page.getByLabel('Laatste dag').fill('2020-01-01');
	await save(page, 'Bewaar de laatste dag', 'De laatste dag is bewaard.');

	const refused = await secondPage.goto(`${team}/leden`);
	expect([403, 404]).toContain(refused!.status());
});
