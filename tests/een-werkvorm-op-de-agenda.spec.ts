import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, tabTo, test } from './fixtures.ts';
import { press } from './keyboard.ts';
import { openVerslag } from './samen.ts';

/** The steps of a werkvorm: an agenda begins with them, gets more, and goes through them. */

const WERELDCAFE = [
	'Ronde 1: praat en schrijf op het kleed',
	'Wissel van tafel. De gastheer blijft',
	'Wissel nog een keer',
	'De gastheer vat samen',
	'Oogst met iedereen',
];
const STELLINGEN = ['Lees de stelling', 'Kies een plek', 'Zeg waarom'];

const MINUUT = 60_000;

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

test('op de beamer staat welke stap het is, en klinkt zacht dat de tijd om is', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	const pad = await openVerslag(hanneke);
	await hanneke.goto(`${pad}/agenda`);
	if ((await hanneke.locator('li[data-id]').count()) === 0) {
		await keuzeOn(hanneke).selectOption('wereldcafe');
		await hanneke.getByRole('button', { name: 'Zet de stappen op de agenda' }).click();
		await expect(hanneke.getByText('De agenda staat er.')).toBeVisible();
	}

	const beamer = await iemand('sanne');
	await beamer.addInitScript(() => {
		const { createOscillator } = AudioContext.prototype;
		AudioContext.prototype.createOscillator = function () {
			document.documentElement.append(new Comment('toon'));
			return createOscillator.call(this);
		};
	});
	const tonen = () =>
		beamer.evaluate(
			() =>
				[...document.documentElement.childNodes].filter(({ nodeValue }) => nodeValue === 'toon')
					.length,
		);
	await beamer.clock.install();
	await beamer.goto(`${pad}/beamer`);
	await openVerslag(hanneke, pad);
	await hanneke.getByRole('button', { name: 'Begin met de agenda' }).click();
	await expect(beamer.getByRole('heading', { level: 1 })).toHaveText(WERELDCAFE[0]!);
	await expect(beamer.locator('li[aria-current=step]')).toContainText(WERELDCAFE[0]!);

	const geluid = beamer.getByRole('switch', { name: 'Zacht geluid als de tijd om is' });
	await expect(geluid).not.toBeChecked();
	await geluid.press('Space');
	await expect.poll(tonen).toBe(2);
	await axe(beamer);
	// the server says what time it is: this screen only gets ahead of it when it cannot ask
	await beamer.context().setOffline(true);
	await beamer.clock.fastForward(19 * MINUUT);
	await expect(beamer.getByText('nog geen minuut')).toBeVisible();
	expect(await tonen()).toBe(2);
	await beamer.clock.runFor(MINUUT + 5000);
	await expect(beamer.getByText('De tijd is om. Rond rustig af.')).toBeVisible();
	expect(await tonen()).toBe(4);

	await beamer.context().setOffline(false);
	await beamer.reload();
	await expect(geluid).toBeChecked();
	await geluid.press('Space');
	await beamer.reload();
	await expect(geluid).not.toBeChecked();
});
