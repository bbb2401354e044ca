import { axe, dutch, expect, follow, linkTo, logIn, openTeam, save, test } from './fixtures.ts';

/** AC-09 to AC-12: a team with its leervraag, a new name, a shared thema, and vragen that derive. */

test.describe.configure({ mode: 'serial' });
test.beforeEach(async ({ page }) => logIn(page, 'jorien'));

test('een trekker begint een team en ziet wie er nog mist', async ({ page }) => {
	await page.goto('/leeromgevingen');
	await follow(page.getByRole('link', { name: /^Begin een / }));
	await page.getByLabel('Naam', { exact: true }).fill('Wonen met zorg');
	await page.getByLabel('Welke vraag willen jullie beantwoorden?').fill('Hoe blijf je thuis?');
	await page.getByRole('checkbox', { name: 'Armoede en schulden' }).check();
	await page.getByLabel('Wat willen jullie maken of veranderen?').fill('Een handreiking.');
	await page.getByLabel('In welke praktijk proberen jullie dingen uit?').fill('Huis van de Wijk');
	await page.getByRole('checkbox', { name: /Sanne/ }).check();
	await expect(page.getByRole('status').filter({ hasText: 'bewoner' })).toContainText(
		'Er zit nog geen',
	);
	await axe(page);
	await page.getByRole('button', { name: 'Begin', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wonen met zorg');
	await expect(page.getByText('Hoe blijf je thuis?')).toBeVisible();
	await expect(page.getByText(/Er zit nog geen .* aan tafel/).first()).toBeVisible();
	await axe(page);
	await dutch(page);
});

test('een team krijgt een nieuwe naam en blijft één team', async ({ page }) => {
	await openTeam(page, 'Wonen met zorg', 'instellen');
	await page.getByLabel('Nieuwe naam').fill('Thuis met zorg');
	await page.getByLabel('Vanaf wanneer?').fill('1 januari 2019');
	await page.getByLabel('Waarom verandert de naam?').fill('Thuis is meer dan wonen.');
	await page.getByRole('button', { name: 'Geef deze naam' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thuis met zorg');
	await expect(page.getByText('Thuis is meer dan wonen.')).toBeVisible();
	await axe(page);

	for (const naam of ['Wonen met zorg', 'Thuis met zorg']) {
		await page.goto(`/zoeken?q=${encodeURIComponent(naam)}`);
		await follow(linkTo(page, naam));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thuis met zorg');
	}
	await page.goto('/leeromgevingen');
	await expect(page.getByRole('main').getByText('Wonen met zorg')).toHaveCount(0);
});

test('twee teams delen één thema, dat één keer telt', async ({ page }) => {
	await page.goto('/kennisagenda');
	await expect(page.getByRole('heading', { name: 'Ontmoeting en innovatie' })).toHaveCount(1);
	for (const naam of ['Verbondenheid en Veerkracht', 'Ontmoeting en innovatie']) {
		await openTeam(page, naam);
		await expect(page.getByRole('main').getByText('Ontmoeting en innovatie').first()).toBeVisible();
	}
});

test('van leervraag naar praktijkvragen, en weer terug', async ({ page }) => {
	await openTeam(page, 'Thuis met zorg', 'leervragen');
	await follow(page.getByRole('link', { name: 'Leervraag', exact: true }));
	await page.getByLabel('De vraag', { exact: true }).fill('Wie ziet het als het niet meer gaat?');
	await page.getByRole('button', { name: 'Bewaar de vraag' }).click();
	await expect(page).not.toHaveURL(/leervraag\b/);

	for (const vraag of [
		'Belt de buurvrouw aan?',
		'Weet de huisarts het?',
		'Wie houdt de sleutel?',
	]) {
		await openTeam(page, 'Thuis met zorg', 'leervragen');
		const deel = page.getByRole('region', { name: 'Wie ziet het als het niet meer gaat?' });
		await follow(deel.getByRole('link', { name: 'Maak er een praktijkvraag van' }));
		await page.getByLabel('De vraag', { exact: true }).fill(vraag);
		await expect(page.getByRole('checkbox', { name: 'Wie ziet het' })).toBeChecked();
		await page.getByRole('button', { name: 'Bewaar de vraag' }).click();
		await expect(page).not.toHaveURL(/praktijkvraag\b/);
	}
	await openTeam(page, 'Thuis met zorg', 'leervragen');
	await axe(page);
	await follow(linkTo(page, 'Wie houdt de sleutel?'));
	await page.locator('summary', { hasText: 'Loslaten' }).click();
	await page.getByLabel('Waarom laten jullie deze vraag los?').fill('Dat regelt de thuiszorg al.');
	await page.getByRole('button', { name: 'Laat deze vraag los' }).click();
	await expect(page.getByText('Deze vraag is losgelaten.')).toBeVisible();
	await expect(page.getByText('Dat regelt de thuiszorg al.').first()).toBeVisible();
	await axe(page);

	await follow(linkTo(page, 'Wie ziet het als het niet meer gaat?'));
	for (const vraag of ['Belt de buurvrouw aan?', 'Weet de huisarts het?', 'Wie houdt de sleutel?'])
		await expect(page.getByRole('link', { name: vraag })).toBeVisible();
	await expect(page.getByText('Losgelaten', { exact: true })).toBeVisible();
	await axe(page);
	await dutch(page);

	await follow(linkTo(page, 'Belt de buurvrouw aan?'));
	await expect(linkTo(page, 'Wie ziet het als het niet meer gaat?')).toBeVisible();
});

test('elke tekst die een vraag had, blijft te lezen', async ({ page }) => {
	await openTeam(page, 'Thuis met zorg', 'leervragen');
	await follow(linkTo(page, 'Weet de huisarts het?'));
	await page.getByLabel('De vraag', { exact: true }).fill('Weet de huisarts het op tijd?');
	await save(page, 'Bewaar');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Weet de huisarts het op tijd?');
	await expect(page.getByText('Weet de huisarts het?', { exact: true })).toBeVisible();
});
