import { expect, type Locator, type Page } from '@playwright/test';
import { follow, linkTo, openTeam } from './fixtures.ts';

/** What the journeys about writing together have in common. */

export const TEAM = 'Samenspel tussen informeel en formeel';
export const BIJEENKOMST = 'Bijeenkomst 7: De eerste brief';

export const textOf = (page: Page): Locator => page.locator('.ProseMirror[contenteditable]');
export const savedIn = (page: Page): Locator => page.locator('.staat-woord');
export const noticeOn = (page: Page): Locator => page.locator('.live-melding');

/** Opens the verslag, and waits until it can be written in. */
export async function openVerslag(page: Page, path?: string): Promise<string> {
	if (path) await page.goto(path);
	else {
		await openTeam(page, TEAM, 'bijeenkomsten');
		await follow(linkTo(page, BIJEENKOMST));
	}
	await expect(page).toHaveURL(/\/bijeenkomsten\/[a-z2-7]{20}$/);
	await expect(textOf(page)).toHaveAttribute('contenteditable', 'true');
	await expect(savedIn(page)).toHaveText('Opgeslagen');
	return new URL(page.url()).pathname;
}

/** Puts the caret at the end of the block with these words. */
export async function goToEndOf(page: Page, words: string) {
	const block = textOf(page).locator('p, h2, h3, li').filter({ hasText: words }).last();
	// in its last line: End goes no further than the line one is in
	const { width, height } = (await block.boundingBox())!;
	await block.click({ position: { x: width / 2, y: height - 6 } });
	await expect(textOf(page)).toBeFocused();
	await page.keyboard.press('End');
}

/** What is selected, as soon as it is that and the editor was told: before the next frame. */
export async function expectSelected(page: Page, words: string | RegExp) {
	await expect.poll(() => page.evaluate(() => String(getSelection()))).toMatch(words);
	await page.evaluate(
		() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
	);
}

/** Each block of the text on this screen, without the names at the carets of others. */
export const blocksIn = (page: Page): Promise<string[]> =>
	textOf(page).evaluate((text) =>
		[...text.querySelectorAll('p, h2, h3, h4, li > p')].map((block) => {
			const copy = block.cloneNode(true) as Element;
			for (const flag of copy.querySelectorAll('.live-caret')) flag.remove();
			return copy.textContent!;
		}),
	);

export const textIn = async (page: Page): Promise<string> => (await blocksIn(page)).join('\n');

/** Everybody has the same text, once everything has come through. */
export async function expectSame([first, ...others]: Page[]) {
	await expect(async () => {
		const text = await textIn(first!);
		for (const other of others) expect(await textIn(other)).toBe(text);
	}).toPass();
}

/** How often these words are in it. */
export const countOf = async (page: Page, words: string): Promise<number> =>
	(await textIn(page)).split(words).length - 1;

/** As the clipboard gives it; a test may not read the real one. */
export const paste = (page: Page, data: Record<string, string>) =>
	textOf(page).evaluate((text, types) => {
		const clipboardData = new DataTransfer();
		for (const [type, value] of Object.entries(types)) clipboardData.setData(type, value);
		text.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
		);
	}, data);

/** The same the other way round: what is selected, as `paste` takes it. */
export const copy = (page: Page, how: 'copy' | 'cut' = 'copy') =>
	textOf(page).evaluate((text, type) => {
		const clipboardData = new DataTransfer();
		text.dispatchEvent(
			new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }),
		);
		return Object.fromEntries(
			clipboardData.types.map((one) => [one, clipboardData.getData(one)] as const),
		);
	}, how);
