import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, tabTo, test } from './fixtures.ts';
import { press } from './keyboard.ts';
import { openVerslag } from './samen.ts';

/** The steps of a werkvorm: an agenda begins with them, or gets them behind what is there. */

const WERELDCAFE = [
	'Ronde 1: praat en schrijf op het kleed',
	'Wissel van tafel. De gastheer blijft',
	'Wissel nog een keer',
	'De gastheer vat samen',
	'Oogst met iedereen',
];
const STELLINGEN = ['Lees de stelling', 'Kies een plek', 'Zeg waarom'];

const titelsOn = (page: Page) => page.locator('li[data-id] .titel b').allTextContents();
const keuzeOn = (page: Page) =>
	page
		.locator('form')
		.filter({ has: page.getByRole('button', { name: 'Zet de stappen op de agenda' }) })
		.getByLabel('Werkvorm');

test('een agenda begint met een werkvorm, en krijgt er een bij', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const pad = `${await openVerslag(hanneke)}/agenda`;
	const sanne = await iemand('sanne', {
		viewport: { width: 360, height: 740 },
		colorScheme: 'dark',
	});
	await sanne.goto(pad);
	await expect(keuzeOn(sanne)).toBeVisible();
	await hanneke.goto(pad);

	await test.step('wie niets kiest, hoort dat', async () => {
		await hanneke.getByRole('button', { name: 'Zet de stappen op de agenda' }).click();
		await expect(
			hanneke.getByRole('link', { name: 'Kies een werkvorm uit de lijst.' }),
		).toBeVisible();
		await axe(hanneke);
	});

	await test.step('elke stap is een punt, en zegt hoe het gaat', async () => {
		await keuzeOn(hanneke).selectOption({
			label: 'Wereldcafé (8 tot 400 mensen, tafels van 4 of 5, 3 rondes van 15 tot 30 minuten)',
		});
		await hanneke.getByRole('button', { name: 'Zet de stappen op de agenda' }).click();
		await expect(hanneke.getByText('De agenda staat er.')).toBeVisible();
		for (const page of [hanneke, sanne])
			await expect.poll(() => titelsOn(page)).toEqual(WERELDCAFE);
		await expect(hanneke.getByText('Samen 60 minuten')).toBeVisible();
		await hanneke.getByText('Zo gaat het: Wereldcafé').first().click();
		await expect(hanneke.getByText('gastheer of gastvrouw per tafel').first()).toBeVisible();
	});

	await test.step('nog een, met het toetsenbord', async () => {
		await tabTo(hanneke, hanneke.locator('summary', { hasText: 'Voeg de stappen' }));
		await hanneke.keyboard.press('Enter');
		await tabTo(hanneke, keuzeOn(hanneke));
		await hanneke.keyboard.type('Stell');
		await press(hanneke, 'button', 'Zet de stappen op de agenda');
		await expect(hanneke.getByText('Er staan 3 punten bij.')).toBeVisible();
		for (const page of [hanneke, sanne])
			await expect.poll(() => titelsOn(page)).toEqual([...WERELDCAFE, ...STELLINGEN]);
	});

	await test.step('zonder JavaScript ook, op een telefoon', async () => {
		const kaal = await iemand('sanne', {
			viewport: { width: 360, height: 740 },
			javaScriptEnabled: false,
		});
		await kaal.goto(pad);
		await kaal.locator('summary', { hasText: 'Voeg de stappen' }).click();
		await keuzeOn(kaal).selectOption('mindmap');
		await kaal.getByRole('button', { name: 'Zet de stappen op de agenda' }).click();
		await expect(kaal.locator('li[data-id] .titel b')).toHaveText([
			...WERELDCAFE,
			...STELLINGEN,
			'Mindmap',
		]);
		await fitsWidth(kaal);
	});
});
