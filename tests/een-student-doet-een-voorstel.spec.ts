import type { Page } from '@playwright/test';
import sharp from 'sharp';
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
import {
	BIJEENKOMST,
	countOf,
	expectSelected,
	goToEndOf,
	openVerslag,
	savedIn,
	TEAM,
	textIn,
	textOf,
} from './samen.ts';

/** A student proposes, who leads decides; who may not write still says something. */

const ERBIJ = ' Dat kan eerder.';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const saved = (page: Page) => expect(savedIn(page)).toHaveText('Opgeslagen');

test('een student stelt voor, de coördinator neemt er een over en wijst er een af', async ({
	page,
	secondPage,
}) => {
	await logIn(page, 'tygo');
	await openVerslag(page);
	await page.getByRole('switch', { name: 'Voorstellen in plaats van schrijven' }).check();
	await goToEndOf(page, 'Ruben vertelt');
	await page.keyboard.type(ERBIJ);
	await textOf(page).getByText('Wat zien we samen?').click();
	await page.keyboard.press('Home');
	for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Shift+ArrowRight');
	await expectSelected(page, /^Wat $/);
	await page.keyboard.press('Delete');
	await saved(page);
	await expect(textOf(page).locator('ins')).toHaveText(ERBIJ);
	await expect(textOf(page).locator('del')).toContainText('Wat');
	// what is no words cannot be proposed, and says so
	await page.getByRole('button', { name: 'Lijst', exact: true }).click();
	await expect(
		page.getByText('Dit kun je niet voorstellen. Zet er een opmerking bij.'),
	).toBeVisible();
	await expect(textOf(page).getByRole('heading', { name: /zien we samen/ })).toBeVisible();
	await axe(page);

	await logIn(secondPage, 'hanneke');
	await openVerslag(secondPage);
	const voorstellen = panel(secondPage, 'Voorstellen van Tygo');
	await expect(voorstellen.getByRole('listitem')).toHaveCount(2);
	await axe(secondPage);
	await dutch(secondPage);
	await voorstellen
		.getByRole('button', { name: /^Neem over/ })
		.first()
		.click();
	await expect(secondPage.getByText('Voorstel van Tygo overgenomen.')).toBeVisible();
	await expect(voorstellen.getByRole('listitem')).toHaveCount(1);
	// the focus goes on to the next one
	await expect(voorstellen.getByRole('button', { name: /^Neem over/ })).toBeFocused();
	await secondPage.keyboard.press('Tab');
	await secondPage.keyboard.press('Enter');
	await expect(secondPage.getByText('Voorstel van Tygo afgewezen.')).toBeVisible();
	await saved(secondPage);

	await expect(textOf(page).locator('ins, del')).toHaveCount(0);
	await expect(textOf(page)).toContainText(`ziet niemand.${ERBIJ}`);
	await expect(textOf(page)).toContainText('Wat zien we samen?');
});

test('ter controle kan een bewoner alleen voorstellen, ook op een telefoon', async ({
	page,
	secondPage,
}) => {
	await logIn(secondPage, 'hanneke');
	await openVerslag(secondPage);
	await secondPage.getByRole('button', { name: 'Zet ter controle' }).click();
	await expect(secondPage.getByText('Het verslag is ter controle.')).toBeVisible();
	await openVerslag(secondPage);

	await logIn(page, 'joke');
	await page.setViewportSize({ width: 360, height: 800 });
	await openVerslag(page);
	const lines = async (of: Page) => (await textIn(of)).replace(/\n+/g, '\n');
	const before = await lines(page);
	const regels = textOf(page).locator('p, h2, h3, h4, li');
	const eerst = await regels.count();
	await goToEndOf(page, 'Wat zien we samen');
	await page.keyboard.type(' Ja.');
	await page.keyboard.press('Enter');
	await page.keyboard.type('En nog iets.');
	// a line that is left without a word is no proposal: it goes along
	await page.keyboard.press('Enter');
	await expect(regels).toHaveCount(eerst + 2);
	await textOf(page).locator('ins').first().click();
	await expect(regels).toHaveCount(eerst + 1);
	await page.keyboard.press('Escape');
	await saved(page);
	await expect(textOf(page).locator('ins')).toHaveText([' Ja.', 'En nog iets.']);
	await fitsWidth(page);
	await page.getByRole('button', { name: 'Opmerkingen' }).click();
	await expect(page.getByText('Wat je typt, wordt een voorstel.')).toBeVisible();
	await expect(page.getByRole('button', { name: /^(Neem over|Wijs af)/ })).toHaveCount(0);
	await fitsWidth(page);
	await axe(page);

	await textOf(secondPage).locator('ins').first().click();
	const keuze = secondPage.getByRole('dialog', { name: 'Voorstel' });
	await expect(keuze).toContainText('Joke stelt voor');
	await expect(keuze.getByRole('button', { name: /^Neem over/ })).toBeVisible();
	await axe(secondPage);
	await secondPage.keyboard.press('Escape');
	await expect(keuze).toHaveCount(0);

	const intrekken = page.getByRole('button', { name: /^Trek in/ });
	await intrekken.first().click();
	await expect(intrekken).toHaveCount(1);
	await intrekken.click();
	await expect(textOf(secondPage).locator('ins')).toHaveCount(0);
	await expect.poll(() => lines(secondPage)).toBe(before);
	await secondPage.getByRole('button', { name: 'Maak er weer een concept van' }).click();
	await expect(secondPage.getByText('Het verslag is weer een concept.')).toBeVisible();
});

test('wie alleen voorstelt, ziet van vinkjes en velden wat er in het verslag staat', async ({
	page,
	secondPage,
}) => {
	const ALT = 'Wat is er te zien?';
	await logIn(secondPage, 'hanneke');
	const path = await openVerslag(secondPage);
	await goToEndOf(secondPage, 'Ruben vertelt');
	await secondPage.keyboard.press('Enter');
	await secondPage.keyboard.type('/afvink');
	await secondPage.keyboard.press('Enter');
	await secondPage.keyboard.type('Thee zetten');
	const create = { width: 64, height: 48, channels: 3 as const, background: '#12523d' };
	const buffer = await sharp({ create }).png().toBuffer();
	const foto = { name: 'plein.png', mimeType: 'image/png', buffer };
	await secondPage.getByLabel('Kies een afbeelding').setInputFiles(foto);
	await textOf(secondPage).getByLabel(ALT).pressSequentially('Het plein');
	await saved(secondPage);
	await secondPage.getByRole('button', { name: 'Zet ter controle' }).click();
	await expect(secondPage.getByText('Het verslag is ter controle.')).toBeVisible();

	await logIn(page, 'joke');
	await openVerslag(page, path);
	const text = textOf(page);
	const actie = text.getByRole('group', { name: 'Actie: De huismeester erbij' });
	const wie = actie.getByLabel('Wie doet dit?');
	const wanneer = actie.getByLabel('Voor wanneer?');
	const before = { wie: await wie.inputValue(), wanneer: await wanneer.inputValue() };
	await expect(text.getByLabel(ALT)).toHaveValue('Het plein');

	const geweigerd = page.getByText('Dit kun je niet voorstellen. Zet er een opmerking bij.');
	const sluit = page.getByRole('status').getByRole('button', { name: 'Sluit' });
	const weigert = async (doe: () => Promise<void>) => {
		await doe();
		await expect(geweigerd).toBeVisible();
		await sluit.click();
		await expect(geweigerd).toHaveCount(0);
	};
	const vinkjes = [text.getByLabel('Thee zetten'), actie.getByRole('checkbox')];
	for (const vink of vinkjes) {
		const checked = await vink.isChecked();
		await weigert(() => vink.click());
		await expect(vink).toBeChecked({ checked });
	}
	await weigert(() => wie.press('Y'));
	await expect(wie).toHaveValue(before.wie);
	await weigert(() => wanneer.fill('2030-06-25'));
	await expect(wanneer).toHaveValue(before.wanneer);
	await weigert(() => text.getByLabel(ALT).press('y'));
	await expect(text.getByLabel(ALT)).toHaveValue('Het plein');

	await openVerslag(secondPage, path);
	await expect(textOf(secondPage).getByLabel(ALT)).toHaveValue('Het plein');
	await secondPage.getByRole('button', { name: 'Maak er weer een concept van' }).click();
	await expect(secondPage.getByText('Het verslag is weer een concept.')).toBeVisible();
	// and who may write again, ticks off
	await expect(page.getByRole('switch', { name: /^Voorstellen in plaats/ })).toBeVisible();
	for (const vink of vinkjes) {
		const checked = !(await vink.isChecked());
		await vink.click();
		await expect(vink).toBeChecked({ checked });
	}
	await expect(textOf(secondPage).getByLabel('Thee zetten')).toBeChecked();
});

/** A student who proposes, and a coördinator who writes. */
async function naastElkaar(page: Page, secondPage: Page) {
	await logIn(page, 'tygo');
	await openVerslag(page);
	await page.getByRole('switch', { name: 'Voorstellen in plaats van schrijven' }).check();
	await logIn(secondPage, 'hanneke');
	await openVerslag(secondPage);
}

test('wie schrijft in wat een ander op dat moment wil weghalen, houdt de eigen woorden', async ({
	page,
	secondPage,
}) => {
	const zin = 'Wat zien we samen?';
	await naastElkaar(page, secondPage);

	await page.context().setOffline(true);
	await goToEndOf(page, zin);
	await page.keyboard.press('Home');
	await page.keyboard.press('Shift+End');
	await expectSelected(page, zin);
	await page.keyboard.press('Delete');
	await expect(textOf(page).locator('del').first()).toContainText(zin);
	await expect(textOf(secondPage).locator('del')).toHaveCount(0);
	await goToEndOf(secondPage, zin);
	await secondPage.keyboard.press('Home');
	for (let letter = 0; letter < 'Wat zien '.length; letter++)
		await secondPage.keyboard.press('ArrowRight');
	await secondPage.keyboard.type('vandaag ');
	await saved(secondPage);

	await page.context().setOffline(false);
	for (const one of [page, secondPage]) {
		const together = () => countOf(one, 'Wat zien vandaag we samen?');
		await expect.poll(together, { timeout: 40_000 }).toBe(1);
		const weg = textOf(one).locator('del');
		await expect(weg.filter({ hasText: 'vandaag' })).toHaveCount(0);
		for (const rest of ['Wat zien', 'we samen?'])
			await expect(weg.filter({ hasText: rest })).toHaveCount(1);
	}
	await secondPage
		.getByRole('button', { name: /^Neem over/ })
		.first()
		.click();
	await expect(
		textOf(secondPage).getByRole('heading', { name: 'vandaag', exact: true }),
	).toBeVisible();
});

test('wie een voorstel ongedaan maakt waarin een ander schreef, laat niets doorgestreept', async ({
	page,
	secondPage,
}) => {
	const zin = 'Wat proberen we uit?';
	await naastElkaar(page, secondPage);
	await goToEndOf(page, zin);
	for (let letter = 0; letter < ' uit?'.length; letter++) await page.keyboard.press('ArrowLeft');
	for (let letter = 0; letter < 'proberen we'.length; letter++)
		await page.keyboard.press('Shift+ArrowLeft');
	await expectSelected(page, 'proberen we');
	await page.keyboard.press('Delete');
	const weg = textOf(secondPage).locator('del');
	await expect(weg.first()).toContainText('proberen we');

	await goToEndOf(secondPage, 'uit?');
	for (let letter = 0; letter < 'we uit?'.length; letter++)
		await secondPage.keyboard.press('ArrowLeft');
	await secondPage.keyboard.type('samen ');
	await expect(textOf(page)).toContainText('samen');
	await page.keyboard.press('Control+z');
	for (const one of [page, secondPage]) {
		await expect(textOf(one).locator('del')).toHaveCount(0);
		await expect.poll(() => countOf(one, 'Wat proberen samen we uit?')).toBe(1);
	}
});

test('een lector maakt een opmerking en krijgt antwoord', async ({ page, secondPage }) => {
	await logIn(page, 'willemijn');
	await openTeam(page, TEAM, 'bijeenkomsten');
	await follow(linkTo(page, BIJEENKOMST));
	await expect(page.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false');
	await page.locator('.ProseMirror').getByText('Niet uit onwil.').click({ clickCount: 3 });
	await expectSelected(page, 'Niet uit onwil.');
	await page.keyboard.press('Control+Alt+m');
	const opmerkingen = panel(page, 'Opmerkingen');
	await expect(opmerkingen.getByRole('blockquote').first()).toContainText('Niet uit onwil.');
	await opmerkingen.getByRole('button', { name: 'Plaats' }).click();
	await expect(opmerkingen.getByText('Schrijf eerst je opmerking.').first()).toBeVisible();
	await opmerkingen.getByLabel('Je opmerking').fill('Dit komt ook uit ander onderzoek.');
	await opmerkingen.getByRole('button', { name: 'Plaats' }).click();
	const draad = page.getByRole('article', { name: /^Opmerking van Willemijn/ });
	await expect(draad).toContainText('Dit komt ook uit ander onderzoek.');
	const plek = page.locator('.ProseMirror .opmerking', { hasText: 'Niet uit onwil' });
	await expect(plek).toBeVisible();
	await axe(page);
	await dutch(page);

	await logIn(secondPage, 'hanneke');
	await secondPage.setViewportSize({ width: 360, height: 800 });
	await openVerslag(secondPage);
	await secondPage.getByRole('button', { name: /Opmerking van Willemijn/ }).click();
	const daar = secondPage.getByRole('article', { name: /^Opmerking van Willemijn/ });
	await expect(daar).toBeFocused();
	await fitsWidth(secondPage);
	const veld = daar.getByLabel(/Je antwoord aan Willemijn/);
	await expect(veld).toBeHidden();
	const reageer = daar.locator('summary', { hasText: 'Reageer op Willemijn' });
	await reageer.click();
	await expect(veld).toBeFocused();
	await secondPage.keyboard.type('Welk');
	await secondPage.keyboard.press('Escape');
	await expect(veld).toBeHidden();
	await expect(reageer).toBeFocused();
	await secondPage.keyboard.press('Enter');
	await expect(veld).toBeFocused();
	await expect(veld).toHaveValue('Welk');
	await axe(secondPage);
	// others deal with it meanwhile: what is being typed stays under these hands
	await draad.getByRole('button', { name: /^Handel af/ }).click();
	await expect(daar.getByRole('button', { name: 'Open weer' })).toBeVisible();
	await expect(veld).toBeFocused();
	await veld.fill('Welk onderzoek?');
	await daar.getByRole('button', { name: 'Antwoord' }).click();
	await expect(veld).toBeHidden();

	// an open page hears it by itself
	await expect(draad).toContainText('Welk onderzoek?');
	await draad.getByRole('button', { name: /^Handel af/ }).click();
	await expect(opmerkingen.getByText('Afgehandeld (1)')).toBeVisible();
	await expect(plek).toHaveCount(0);
});

test('tekst die weg is, houdt haar opmerking; zonder JavaScript kan het ook', async ({
	browser,
	page,
	server,
}) => {
	await logIn(page, 'sanne');
	const verslag = await openVerslag(page);
	await goToEndOf(page, 'Joke zei als laatste');
	await page.keyboard.type(' Weg straks.');
	for (let n = 0; n < 'Weg straks.'.length; n++) await page.keyboard.press('Shift+ArrowLeft');
	await expectSelected(page, /^Weg straks\.$/);
	await page
		.getByRole('toolbar', { name: 'Bij je selectie' })
		.getByRole('button', { name: 'Opmerking' })
		.click();
	const opmerkingen = panel(page, 'Opmerkingen');
	await opmerkingen.getByLabel('Je opmerking').fill('Mag dit eruit?');
	await opmerkingen.getByRole('button', { name: 'Plaats' }).click();
	await expect(textOf(page).locator('.opmerking', { hasText: 'Weg straks.' })).toBeVisible();
	await goToEndOf(page, 'Joke zei als laatste');
	for (let n = 0; n < ' Weg straks.'.length; n++) await page.keyboard.press('Backspace');
	await expect(opmerkingen.getByText('Deze tekst is weggehaald.')).toBeVisible();
	const citaat = opmerkingen.getByRole('blockquote').filter({ hasText: 'Weg straks.' });
	await expect(citaat).toBeVisible();
	await saved(page);

	const context = await browser.newContext({
		baseURL: server.url,
		javaScriptEnabled: false,
		storageState: await page.context().storageState(),
	});
	const kaal = await context.newPage();
	await kaal.goto(verslag);
	await kaal.locator('#nieuwe-opmerking').getByLabel('Je opmerking').fill('Zonder scripts.');
	await kaal.getByRole('button', { name: 'Plaats' }).click();
	const draad = kaal.getByRole('article', { name: /^Opmerking van Sanne/ });
	await expect(draad.filter({ hasText: 'Zonder scripts.' })).toBeVisible();
	await expect(opmerkingen.getByText('Zonder scripts.').first()).toBeVisible();
	const eigen = draad.filter({ hasText: 'Zonder scripts.' });
	await eigen.locator('summary', { hasText: 'Reageer' }).click();
	// an empty one comes back open, with what is wrong
	await eigen.getByRole('button', { name: 'Antwoord' }).click();
	await expect(kaal).toHaveTitle(/^Fout/);
	await eigen.getByLabel('Je antwoord aan Sanne').fill('Antwoord zonder scripts.');
	await eigen.getByRole('button', { name: 'Antwoord' }).click();
	await expect(opmerkingen.getByText('Antwoord zonder scripts.').first()).toBeVisible();
	const weg = eigen.getByRole('button', { name: /^Haal weg/ });
	await expect(weg).toHaveCount(2);
	await weg.last().click();
	await expect(opmerkingen.getByText('Antwoord zonder scripts.')).toHaveCount(0);
	await expect(weg).toHaveCount(1);
	await weg.click();
	await expect(opmerkingen.getByText('Zonder scripts.')).toHaveCount(0);
	await context.close();
});
