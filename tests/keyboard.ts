import type { Page } from '@playwright/test';
import { expect, follow, tabTo } from './fixtures.ts';

/** Fills a field that is reached with Tab. */
export async function type(page: Page, label: string, text: string) {
	await tabTo(page, page.getByLabel(label, { exact: true }));
	await page.keyboard.type(text);
}

/** Presses a button or link that is reached with Tab and in sight then; of a link its page is there. */
export async function press(page: Page, role: 'button' | 'link', name: string) {
	const target = page.getByRole(role, { name, exact: true }).first();
	await tabTo(page, target);
	await expect(target).toBeInViewport();
	const enter = () => page.keyboard.press('Enter');
	await (role === 'link' ? follow(target, enter) : enter());
}

/** Down the list of a group of radio buttons, until this one is chosen. */
export async function choose(page: Page, label: string) {
	const radio = page.getByRole('radio', { name: label });
	const group = page.getByRole('group').filter({ has: radio }).getByRole('radio').first();
	await tabTo(page, group);
	for (let i = 0; i < 5 && !(await radio.isChecked()); i++) await page.keyboard.press('ArrowDown');
	await expect(radio).toBeChecked();
}
