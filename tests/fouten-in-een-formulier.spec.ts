import { axe, dutch, expect, follow, linkTo, logIn, save, test } from './fixtures.ts';

/** AC-69, and what may happen to a form: no JavaScript, sent twice, two people, a restart. */

test('een leeg formulier zegt wat er mist, en verliest niets', async ({ page }) => {
	await logIn(page, 'hanneke');
	await page.goto('/partners/organisaties/nieuw');
	await page.getByLabel('Regio').fill('Hoeksche Waard');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	const summary = page.getByRole('alert');
	await expect(summary).toBeFocused();
	await expect(page).toHaveTitle(/^Fout: /);
	await expect(summary.getByRole('link')).toHaveCount(2);
	await expect(page.getByLabel('Naam', { exact: true })).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('Naam', { exact: true })).toHaveAccessibleDescription(/\w/);
	await expect(page.getByLabel('Regio')).toHaveValue('Hoeksche Waard');
	await axe(page);
	await dutch(page);

	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Naam', { exact: true })).toBeFocused();
});

test.describe('zonder JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('werkt hetzelfde formulier', async ({ page }) => {
		await logIn(page, 'hanneke');
		await page.goto('/partners/organisaties/nieuw');
		await page.getByLabel('Regio').fill('Goeree');
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(page).toHaveTitle(/^Fout: /);
		await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
		await expect(page.getByLabel('Regio')).toHaveValue('Goeree');
		await page.getByLabel('Naam', { exact: true }).fill('Stichting Zonder Script');
		await page.getByLabel('Soort').selectOption({ label: 'gemeente' });
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stichting Zonder Script');
	});

	test('is elke bladzijde van een team te lezen', async ({ page }) => {
		await logIn(page, 'joke');
		await follow(linkTo(page, 'Samenspel tussen informeel en formeel'));
		for (const tab of ['Leervragen', 'Leden', 'Overzicht']) {
			await follow(linkTo(page, tab, true));
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		}
	});
});

test('wie twee keer drukt, bewaart één keer', async ({ page }) => {
	await logIn(page, 'hanneke');
	await page.goto('/partners/organisaties/nieuw');
	await page.getByLabel('Naam', { exact: true }).fill('Dubbel Geklikt');
	await page.getByLabel('Soort').selectOption({ label: 'gemeente' });
	const body = await page
		.locator('form')
		.last()
		.evaluate((form) => {
			const entries = [...new FormData(form as HTMLFormElement)] as [string, string][];
			return Object.fromEntries(entries);
		});
	const send = () =>
		page.request.post('/partners/organisaties/nieuw', {
			form: body,
			headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
			maxRedirects: 0,
		});
	const [first, second] = await Promise.all([send(), send()]);
	expect([first.status(), second.status()]).toEqual([303, 303]);
	expect(first.headers().location).toBe(second.headers().location);
	await page.goto('/partners/organisaties');
	await expect(page.getByRole('link', { name: 'Dubbel Geklikt' })).toHaveCount(1);
});

test('twee mensen wijzigen hetzelfde veld, en kiezen', async ({ page, secondPage }) => {
	await logIn(page, 'hanneke');
	await logIn(secondPage, 'bram');
	for (const one of [page, secondPage]) {
		await one.goto('/beheer/werkplaats');
		await expect(one.getByLabel('Centraal thema')).toBeVisible();
	}
	await secondPage.getByLabel('Centraal thema').fill('Van Bram');
	await secondPage.getByLabel('Website').fill('https://bram.example');
	await save(secondPage, 'Bewaar');

	await page.getByLabel('Centraal thema').fill('Van Hanneke');
	await page.getByRole('button', { name: 'Bewaar' }).first().click();
	await expect(page).toHaveTitle(/^Fout/);
	await expect(page.getByText('Bram', { exact: false }).first()).toBeVisible();
	const mine = page.getByRole('radio', { name: /Van Hanneke/ });
	const theirs = page.getByRole('radio', { name: /Van Bram/ });
	await expect(mine).toBeVisible();
	await expect(theirs).toBeVisible();
	await axe(page);
	await dutch(page);

	await theirs.check();
	await save(page, 'Bewaar');
	await page.reload();
	await expect(page.getByLabel('Centraal thema')).toHaveValue('Van Bram');
	await expect(page.getByLabel('Website')).toHaveValue('https://bram.example');
});

test('wat bewaard is, staat er na een stroomstoring nog', async ({ page, server }) => {
	await logIn(page, 'hanneke');
	await page.goto('/partners/organisaties/nieuw');
	await page.getByLabel('Naam', { exact: true }).fill('Net op tijd');
	await page.getByLabel('Soort').selectOption({ label: 'gemeente' });
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Net op tijd');
	const saved = page.url();
	// a page that is still loading its script has a right to complain about the power cut
	await page.goto('about:blank');
	await server.stop('SIGKILL');
	await server.start();
	await page.goto(saved);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Net op tijd');
});
