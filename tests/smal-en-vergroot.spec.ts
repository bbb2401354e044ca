import { axe, expect, fitsWidth, logIn, openTeam, test } from './fixtures.ts';

/** AC-67: 320 px wide is 1280 px at 400 % zoom; a phone; forced colours; less motion. */

test.describe('320 px breed', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test('past alles, en is alles groot genoeg om te raken', async ({ page }) => {
		await logIn(page, 'hanneke');
		for (const path of ['/', '/kennisagenda', '/leeromgevingen', '/partners', '/beheer/perioden']) {
			await page.goto(path);
			await fitsWidth(page);
			await axe(page);
		}
		await openTeam(page, 'Verbondenheid en Veerkracht');
		await fitsWidth(page);
		await expect(page.getByText('In dit team:').first()).toBeVisible();
	});
});

test.describe('met eigen kleuren van het apparaat', () => {
	test('houden knoppen en velden een rand', async ({ page }) => {
		await page.emulateMedia({ forcedColors: 'active' });
		await page.goto('/inloggen');
		const borders = await page
			.locator('main :is(input:not([type=hidden], .vink), button)')
			.evaluateAll((controls) =>
				controls
					.filter((control) => control.checkVisibility())
					.map((control) => getComputedStyle(control))
					.map(({ borderTopStyle, borderTopWidth }) => `${borderTopStyle} ${borderTopWidth}`),
			);
		expect(borders.length).toBeGreaterThan(3);
		expect(borders.filter((border) => /none|^\w+ 0px/.test(border))).toEqual([]);
		await axe(page);
	});
});

test('een perspectief is ook zonder kleur te lezen', async ({ page }) => {
	await logIn(page, 'hanneke');
	await openTeam(page, 'Samenspel tussen informeel en formeel', 'leden');
	for (const row of await page
		.getByRole('row')
		.filter({ has: page.getByRole('cell') })
		.all())
		await expect(row).toContainText(
			/bewoner|sociaal werk|beleid|onderzoek|student|corporatie|vrijwilliger|bestuur|anders|beroeps/,
		);
});
