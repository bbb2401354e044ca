import type { Page } from '@playwright/test';
import { itemOn, plan, screen } from './bijeenkomst.ts';
import { axe, expect, follow, linkTo, logIn, openTeam, save, test } from './fixtures.ts';
import { TEAM } from './samen.ts';

/** What was agreed waits for who took it, comes back at the next bijeenkomst, and is kept with what it taught. */

const BIJ = 'Bijeenkomst 7: De eerste brief';
const VRAGEN = 'De huismeester erbij vragen';
const POST = 'Samen langs bij drie mensen die hun post niet openen';

const open = (page: Page) => page.getByRole('group', { name: 'Acties die open staan' });

test('wat je op je nam, wacht op je tot je zegt dat het klaar is', async ({ page }) => {
	await logIn(page, 'yildiz');
	// it was ticked off too early
	await page.goto('/acties');
	await page.getByText(/^Klaar of losgelaten/).click();
	await save(page, `Zet weer open : ${VRAGEN}`);
	await page.goto('/');
	const wacht = page.getByRole('region', { name: 'Wacht op jou' });
	await follow(wacht.getByRole('link', { name: VRAGEN }));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mijn acties');
	await expect(itemOn(page, VRAGEN)).toContainText(`Afgesproken bij ${BIJ}`);
	await expect(itemOn(page, VRAGEN)).toContainText('Die dag is voorbij');
	await screen(page);

	await itemOn(page, VRAGEN).locator('summary', { hasText: 'Wat leerde het ons?' }).click();
	const leerde = page.getByRole('textbox', { name: 'Wat leerde het ons?' });
	await page.getByRole('button', { name: `Bewaar : ${VRAGEN}` }).click();
	await expect(leerde).toHaveAccessibleDescription('Schrijf op wat het jullie leerde.');
	await leerde.fill('Eerst koffie, dan de vraag.');
	await save(page, `Bewaar : ${VRAGEN}`);
	await expect(itemOn(page, VRAGEN)).toContainText('Eerst koffie, dan de vraag.');
	await expect(leerde).toBeHidden();

	await save(page, `Klaar : ${VRAGEN}`);
	await expect(open(page)).toContainText('Er staat niets open.');
	await expect(open(page)).toBeFocused();
	await page.goto('/');
	await expect(page.getByRole('main').getByText(VRAGEN)).toHaveCount(0);

	// who looks in the list of the team sees it there, with what it taught
	await openTeam(page, TEAM, 'bijeenkomsten');
	await follow(linkTo(page, 'Acties en besluiten'));
	await page.getByText(/^Klaar of losgelaten/).click();
	await expect(itemOn(page, VRAGEN)).toContainText('Klaar');
	await expect(itemOn(page, VRAGEN)).toContainText('Eerst koffie');
	await expect(page.getByRole('region', { name: 'Besluiten' })).toContainText(
		'De volgende keer zit de huismeester aan tafel.',
	);
	await screen(page);
});

test('wat open bleef, staat op de agenda van de volgende keer', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	const pad = await plan(page, 'Bijeenkomst 8: De tweede brief', { Wanneer: '25 juni 2091' });
	await page.goto(`${pad}/agenda`);
	await page.getByRole('button', { name: 'Zet ze op de agenda' }).click();
	const terug = page.getByRole('region', { name: 'Wat leerde het ons?' });
	await expect(terug).toContainText(POST);
	await axe(page);

	await itemOn(page, POST).locator('summary', { hasText: 'Andere dag' }).click();
	await page.getByLabel('Voor wanneer?').last().fill('2091-07-01');
	await page.getByRole('button', { name: `Verschuif : ${POST}` }).click();
	await expect(itemOn(page, POST)).toContainText('voor 1 juli 2091');
	await itemOn(page, POST).locator('summary', { hasText: 'Laat los' }).click();
	await page.getByLabel('Waarom?').last().fill('Dit doet de huismeester nu.');
	await page.getByRole('button', { name: `Laat los : ${POST}` }).click();
	await expect(terug.getByText(POST)).toHaveCount(0);

	const joke = await iemand('joke', { viewport: { width: 360, height: 740 } });
	await openTeam(joke, TEAM, 'afspraken');
	await joke.getByText(/^Klaar of losgelaten/).click();
	await expect(itemOn(joke, POST)).toContainText('Losgelaten');
	await expect(itemOn(joke, POST)).toContainText('Dit doet de huismeester nu.');
	await screen(joke);
});

test('wie niet in het team zit, ziet de afspraken niet; wie meeleest, wijzigt ze niet', async ({
	page,
	iemand,
}) => {
	await logIn(page, 'willemijn');
	const path = await openTeam(page, TEAM, 'afspraken');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acties en besluiten');
	await expect(
		page.getByRole('main').getByRole('button', { name: /^(Klaar|Zet weer)/ }),
	).toHaveCount(0);
	const dorien = await iemand('dorien');
	expect((await dorien.request.get(`${path}/afspraken`)).status()).toBe(403);
});

test('zonder script kan het ook', async ({ iemand }) => {
	const sanne = await iemand('sanne', { javaScriptEnabled: false });
	await openTeam(sanne, TEAM, 'afspraken');
	await sanne.getByText(/^Klaar of losgelaten/).click();
	await sanne.getByRole('button', { name: `Zet weer open : ${VRAGEN}` }).click();
	await expect(open(sanne)).toContainText(VRAGEN);
});
