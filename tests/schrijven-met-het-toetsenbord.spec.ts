import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, test } from './fixtures.ts';
import { goToEndOf, openVerslag, savedIn, textOf } from './samen.ts';

/** Writing a verslag with what a keyboard has, and nothing else. */

const focused = (page: Page) => page.locator('*:focus');

/** A line of one's own at the end of the text. */
async function newLine(page: Page) {
	await textOf(page).focus();
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.press('Enter');
}

test('een verslag schrijven met alleen het toetsenbord', async ({ iemand }) => {
	const page = await iemand('hanneke');
	const { keyboard } = page;
	await openVerslag(page);
	const text = textOf(page);
	await goToEndOf(page, 'Joke vertelt over haar buurvrouw');
	await newLine(page);

	await test.step('koppen, lijsten en nadruk, zoals in Markdown', async () => {
		await keyboard.type('## ');
		await keyboard.type('Wat ons opviel');
		await keyboard.press('Enter');
		await keyboard.type('Dit was **heel fijn** samen. ');
		await keyboard.press('Enter');
		await keyboard.type('- thee');
		await keyboard.press('Enter');
		await keyboard.type('koekjes');
		await keyboard.press('Tab');
		await expect(text.locator('h2', { hasText: 'Wat ons opviel' })).toBeVisible();
		await expect(text.locator('strong', { hasText: 'heel fijn' })).toBeVisible();
		await expect(text.locator('li li', { hasText: 'koekjes' })).toBeVisible();
	});

	await test.step('achter een streep staat wat erbij kan', async () => {
		for (let i = 0; i < 3; i++) await keyboard.press('Enter');
		await keyboard.type('/act');
		const menu = page.getByRole('listbox', { name: 'Zet erbij' });
		await expect(menu.getByRole('option')).toHaveCount(1);
		await axe(page);
		await keyboard.press('Enter');
		await expect(menu).toHaveCount(0);
		await keyboard.type('De huismeester vragen');
	});

	await test.step('wie het doet en wanneer, en weer terug in de tekst', async () => {
		await keyboard.press('Tab');
		await expect(focused(page)).toHaveAccessibleName('Wie doet dit?');
		await keyboard.type('Yıldız');
		await keyboard.press('Tab');
		await expect(focused(page)).toHaveAccessibleName('Voor wanneer?');
		// in which order a day is typed depends on the browser's language
		await focused(page).fill('2026-06-25');
		await keyboard.press('Enter');
		await expect(text).toBeFocused();
		const actie = text.getByRole('group', { name: 'Actie: De huismeester vragen' });
		await expect(actie.getByLabel('Wie doet dit?')).toHaveValue('Yıldız');
		await expect(actie.getByLabel('Voor wanneer?')).toHaveValue('2026-06-25');
	});

	await test.step('naar de knoppen bij een selectie, en terug', async () => {
		await keyboard.press('Shift+Home');
		await expect(page.getByRole('toolbar', { name: 'Bij je selectie' })).toBeVisible();
		await keyboard.press('Alt+F10');
		await expect(focused(page)).toHaveAccessibleName('Vet');
		await keyboard.press('ArrowRight');
		await expect(focused(page)).toHaveAccessibleName('Cursief');
		await keyboard.press('Enter');
		await expect(text.locator('em', { hasText: 'De huismeester vragen' })).toBeVisible();
		await keyboard.press('Alt+F10');
		await keyboard.press('Escape');
		await expect(text).toBeFocused();
	});

	await test.step('de gereedschapsbalk is één halte, met pijltjes erlangs', async () => {
		await page.getByRole('toolbar', { name: 'Opmaak' }).getByLabel('Kop').focus();
		await keyboard.press('End');
		await keyboard.press('Home');
		await keyboard.press('ArrowRight');
		await expect(focused(page)).toHaveAccessibleName('Vet');
		await keyboard.press('Escape');
		await expect(text).toBeFocused();
	});

	await test.step('Escape en dan Tab gaat de tekst uit, ook uit een lijst', async () => {
		await text.locator('li li', { hasText: 'koekjes' }).click();
		await keyboard.press('Escape');
		await keyboard.press('Tab');
		await expect(text).not.toBeFocused();
		await expect(text.locator('li li', { hasText: 'koekjes' })).toBeVisible();
	});

	await expect(savedIn(page)).toHaveText('Opgeslagen');
	await page.reload();
	await expect(textOf(page).locator('h2', { hasText: 'Wat ons opviel' })).toBeVisible();
	await expect(
		textOf(page).getByRole('group', { name: 'Actie: De huismeester vragen' }),
	).toBeVisible();
	await axe(page);
	await fitsWidth(page);
});
