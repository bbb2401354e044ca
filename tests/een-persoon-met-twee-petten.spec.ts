import type { Page } from '@playwright/test';
import { axe, expect, follow, logIn, openTeam, test } from './fixtures.ts';

/** AC-13: one person, in one team as a student, in another as a professional. */

async function addTo(page: Page, team: string, hat: { perspectief: string; rol: string }) {
	await openTeam(page, team, 'leden');
	await follow(page.getByRole('link', { name: 'Voeg iemand toe' }));
	await page.getByLabel('Wie?').selectOption({ label: 'Peter-Jan Smit' });
	await page
		.getByLabel('Van welke kant kijkt deze persoon?')
		.selectOption({ label: hat.perspectief });
	await page.getByLabel('Rol in het team').selectOption({ label: hat.rol });
	await page.getByRole('button', { name: 'Voeg toe' }).click();
	const row = page.getByRole('row').filter({ hasText: 'Peter-Jan Smit' });
	await expect(row.filter({ hasText: hat.perspectief }).first()).toBeVisible();
}

test('een student die ook sociaal werker is', async ({ page }) => {
	await logIn(page, 'hanneke');
	await addTo(page, 'Samenspel tussen informeel en formeel', {
		perspectief: 'student',
		rol: 'student',
	});
	await addTo(page, 'Verbondenheid en Veerkracht', { perspectief: 'sociaal werk', rol: 'lid' });
	await axe(page);

	await page.goto('/zoeken?q=Peter-Jan');
	await expect(page.getByRole('link', { name: 'Peter-Jan Smit' })).toHaveCount(1);
});
