import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, follow, PHONE, tabTo, test } from './fixtures.ts';
import { press, type } from './keyboard.ts';
import { openVerslag, textOf } from './samen.ts';

/** One agenda on every screen in the room: who prepares it, who goes through it, who reads along. */

const OFFLINE = 'Zonder internet kun je de agenda niet wijzigen. Schrijven in het verslag kan wel.';

const puntenOn = (page: Page) => page.locator('li[data-id]');
const titelsOn = (page: Page) => puntenOn(page).locator('.titel b').allTextContents();
const puntOn = (page: Page, titel: string) => puntenOn(page).filter({ hasText: titel });
/** The agenda beside the verslag, and what is at hand in it. */
const paneelOn = (page: Page) => page.getByRole('region', { name: 'Agenda', exact: true });
const nuOn = (page: Page) => paneelOn(page).locator('[aria-current="step"]');

/** The agenda of the example, with seven points. */
async function begin(hanneke: Page): Promise<string> {
	const verslag = await openVerslag(hanneke);
	await hanneke.goto(`${verslag}/agenda`);
	await expect(hanneke.getByRole('heading', { level: 1 })).toHaveText('Agenda');
	if ((await puntenOn(hanneke).count()) === 0) {
		await hanneke.getByRole('button', { name: 'Werkteambijeenkomst' }).click();
		await expect(puntenOn(hanneke)).toHaveCount(7);
	}
	return verslag;
}

test('een agenda klaarzetten', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	await begin(hanneke);
	await expect(hanneke.getByText('Samen 140 minuten, de bijeenkomst duurt 150.')).toBeVisible();
	await axe(hanneke);

	await test.step('een punt wijzigen, tot het niet meer past', async () => {
		await puntOn(hanneke, 'Wat zien we samen?')
			.getByRole('link', { name: /^Wijzig/ })
			.click();
		const vorm = hanneke.locator('.vorm-punt');
		await expect(vorm.getByLabel('Waar gaat het over?')).toBeFocused();
		await vorm.getByLabel('Hoeveel minuten?').fill('zestig');
		await vorm.getByRole('button', { name: 'Bewaar', exact: true }).click();
		await expect(
			hanneke.getByText('Schrijf het aantal minuten, bijvoorbeeld 15.').first(),
		).toBeVisible();
		await expect(vorm.getByLabel('Hoeveel minuten?')).toHaveValue('zestig');
		await vorm.getByLabel('Hoeveel minuten?').fill('60');
		await axe(hanneke);
		await vorm.getByRole('button', { name: 'Bewaar', exact: true }).click();
		const zin = 'Samen 170 minuten, de bijeenkomst duurt 150. Dat is 20 te veel.';
		await expect(vorm).toBeHidden();
		await expect(hanneke.getByText(zin)).toBeVisible();
	});

	await test.step('een punt weghalen, en terugzetten', async () => {
		await puntOn(hanneke, 'Wat zien we samen?')
			.getByRole('link', { name: /^Wijzig/ })
			.click();
		await hanneke.getByRole('button', { name: 'Haal dit punt weg' }).click();
		await expect(hanneke.getByText('Punt weggehaald')).toBeVisible();
		await expect(puntenOn(hanneke)).toHaveCount(6);
		await hanneke.getByRole('button', { name: 'Zet terug' }).click();
		await expect(puntenOn(hanneke)).toHaveCount(7);
		expect((await titelsOn(hanneke))[4]).toBe('Wat zien we samen?');
	});

	await test.step('slepen', async () => {
		const greep = puntenOn(hanneke).first().locator('.greep');
		// stands still then
		await greep.hover();
		const van = (await greep.boundingBox())!;
		const naar = (await puntenOn(hanneke).nth(2).boundingBox())!;
		await hanneke.mouse.down();
		await hanneke.mouse.move(van.x + 8, naar.y + naar.height - 4, { steps: 8 });
		await hanneke.mouse.up();
		await expect(puntenOn(hanneke).nth(2)).toContainText('Binnenkomen met thee en koekjes');
		await expect(hanneke.getByText('Punt 1 staat nu op plaats 3.')).toBeAttached();
		await hanneke.reload();
		expect((await titelsOn(hanneke))[2]).toBe('Binnenkomen met thee en koekjes');
	});
});

test('wat een ander intussen doet, neemt de zin over het weghalen niet weg', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const pad = `${await begin(hanneke)}/agenda`;
	const sanne = await iemand('sanne');
	await sanne.goto(pad);
	const [eerste = '', tweede = '', derde = ''] = await titelsOn(hanneke);
	await puntOn(hanneke, derde)
		.getByRole('link', { name: /^Wijzig/ })
		.click();

	let release = () => {};
	const held = new Promise<void>((done) => (release = done));
	let opWeg = false;
	await hanneke.route('**/agenda/__data.json*', async (route) => {
		const isWhole = !/invalidated=1*0/.test(route.request().url());
		if (isWhole && !opWeg) {
			opWeg = true;
			await held;
		}
		await route.fallback();
	});
	await hanneke.getByRole('button', { name: 'Haal dit punt weg' }).click();
	await expect.poll(() => opWeg).toBe(true);
	const verteld = hanneke.waitForResponse((answer) => answer.url().endsWith('/stand'));
	await sanne.getByRole('button', { name: `Omlaag: ${eerste}` }).click();
	await verteld;
	release();

	await expect(hanneke.getByText('Punt weggehaald')).toBeVisible();
	await expect(puntenOn(hanneke).first()).toContainText(tweede);
	await expect(puntOn(hanneke, derde)).toHaveCount(0);
	await hanneke.getByRole('button', { name: 'Zet terug' }).click();
	await expect(puntOn(hanneke, derde)).toHaveCount(1);
});

test('nieuws laat staan wat er mis was, en wat er getypt is', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const pad = `${await begin(hanneke)}/agenda`;
	const sanne = await iemand('sanne');
	await sanne.goto(pad);
	await hanneke.getByText('Voeg een punt toe').click();
	const vorm = hanneke
		.locator('form')
		.filter({ has: hanneke.getByRole('button', { name: 'Voeg toe' }) });
	await vorm.getByLabel('Waar gaat het over?').fill('De tweede brief');
	await vorm.getByLabel('Hoeveel minuten?').fill('zestig');
	await vorm.getByRole('button', { name: 'Voeg toe' }).click();
	const fout = vorm.getByRole('link', { name: 'Schrijf het aantal minuten, bijvoorbeeld 15.' });
	const staatEr = async () => {
		await expect(fout).toBeVisible();
		await expect(vorm.getByLabel('Waar gaat het over?')).toHaveValue('De tweede brief');
		await expect(vorm.getByLabel('Hoeveel minuten?')).toHaveValue('zestig');
	};
	await staatEr();

	const [eerste = '', tweede = ''] = await titelsOn(hanneke);
	await sanne.getByRole('button', { name: `Omlaag: ${eerste}` }).click();
	await expect(puntenOn(hanneke).first()).toContainText(tweede);
	await staatEr();
	await expect(hanneke).toHaveTitle(/^Fout: /);
	await hanneke.getByRole('button', { name: `Omlaag: ${tweede}` }).click();
	await expect(puntenOn(hanneke).first()).toContainText(eerste);
	await staatEr();

	await vorm.getByLabel('Hoeveel minuten?').fill('6');
	await vorm.getByRole('button', { name: 'Voeg toe' }).click();
	await expect(puntOn(sanne, 'De tweede brief')).toBeVisible();
	await expect(fout).toHaveCount(0);
	await expect(hanneke).not.toHaveTitle(/^Fout: /);
	// and leaves nothing behind in the list of the example
	await follow(puntOn(hanneke, 'De tweede brief').getByRole('link', { name: /^Wijzig/ }));
	await hanneke.getByRole('button', { name: 'Haal dit punt weg' }).click();
	await expect(puntOn(hanneke, 'De tweede brief')).toHaveCount(0);
});

test('wie al typte toen een ander hetzelfde punt bewaarde, kiest', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const sanne = await iemand('sanne');
	const pad = `${await begin(hanneke)}/agenda`;
	const titel = (page: Page) => page.locator('.vorm-punt').getByLabel('Waar gaat het over?');
	const bewaar = (page: Page) =>
		page.locator('.vorm-punt').getByRole('button', { name: 'Bewaar', exact: true });
	for (const page of [hanneke, sanne]) {
		await page.goto(pad);
		await follow(puntOn(page, 'Wat kwam je tegen?').getByRole('link', { name: /^Wijzig/ }));
		await expect(titel(page)).toBeFocused();
	}
	await titel(sanne).fill('Wat zagen we?');
	await titel(hanneke).fill('Wat hoorden we?');
	await bewaar(hanneke).click();
	// the page of Sanne has it too, behind what she typed
	await expect(puntOn(sanne, 'Wat hoorden we?')).toBeVisible();
	await expect(titel(sanne)).toHaveValue('Wat zagen we?');
	await bewaar(sanne).click();
	const zin = 'Hanneke en jij vulden iets anders in. Kies welke klopt.';
	await expect(sanne.getByText(zin)).toBeVisible();
	await expect(puntOn(hanneke, 'Wat hoorden we?')).toBeVisible();
	await sanne.getByRole('radio', { name: 'Hanneke: Wat hoorden we?' }).check();
	await bewaar(sanne).click();
	await expect(sanne.locator('.vorm-punt')).toBeHidden();
	expect(await titelsOn(sanne)).toContain('Wat hoorden we?');
});

test('twee mensen verplaatsen tegelijk een ander punt', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const pad = `${await begin(hanneke)}/agenda`;
	const sanne = await iemand('sanne');
	await sanne.goto(pad);
	const titels = await titelsOn(hanneke);
	const [eerste = '', laatste = ''] = [titels[0], titels.at(-1)];
	await Promise.all([
		hanneke.getByRole('button', { name: `Omlaag: ${eerste}` }).click(),
		sanne.getByRole('button', { name: `Omhoog: ${laatste}` }).click(),
	]);
	const straks = [titels[1], eerste, ...titels.slice(2, -2), laatste, titels.at(-2)];
	for (const page of [hanneke, sanne]) await expect.poll(() => titelsOn(page)).toEqual(straks);
});

test('drie schermen en de beamer gaan samen verder', async ({ iemand }) => {
	test.setTimeout(180_000);
	const hanneke = await iemand('hanneke');
	const pad = await begin(hanneke);
	const [eerste = '', tweede = '', derde = ''] = await titelsOn(hanneke);
	const [sanne, joke] = await Promise.all([
		iemand('sanne', { colorScheme: 'dark' }),
		iemand('joke', PHONE),
	]);
	await Promise.all([hanneke, sanne, joke].map((page) => openVerslag(page, pad)));
	await joke.getByRole('button', { name: 'Agenda' }).click();
	const beamer = await sanne.context().newPage();
	await beamer.goto(`${pad}/beamer`);
	const iedereen = async (titel: string) => {
		for (const page of [hanneke, sanne, joke]) await expect(nuOn(page)).toContainText(titel);
		await expect(beamer.getByRole('heading', { level: 1 })).toHaveText(titel);
	};

	await test.step('één drukt, iedereen is er', async () => {
		await hanneke.getByRole('button', { name: 'Begin met de agenda' }).click();
		await iedereen(eerste);
		for (const page of [hanneke, sanne, joke])
			await expect(nuOn(page)).toContainText(/nog \d+ minuten/);
		await expect(textOf(hanneke).getByRole('heading', { name: eerste })).toHaveCount(1);
	});

	await test.step('wie een oud scherm ziet en ook drukt, slaat niets over', async () => {
		let release = () => {};
		const held = new Promise<void>((done) => (release = done));
		await sanne.route('**/stand', async (route) => {
			await held;
			await route.fallback();
		});
		await hanneke.getByRole('button', { name: 'Volgende punt' }).click();
		await expect(nuOn(hanneke)).toContainText(tweede);
		await expect(nuOn(sanne)).toContainText(eerste);
		await sanne.getByRole('button', { name: 'Volgende punt' }).click();
		release();
		await iedereen(tweede);
		await sanne.unroute('**/stand');
	});

	await test.step('pauze, een minuut erbij, en verder', async () => {
		await sanne.getByRole('button', { name: 'Pauze', exact: true }).click();
		for (const page of [hanneke, joke])
			await expect(nuOn(page)).toContainText('de klok staat stil');
		await expect(beamer.getByText('De klok staat stil.')).toBeVisible();
		const over = async (page: Page) => Number(/nog (\d+)/.exec(await nuOn(page).innerText())?.[1]);
		const minuten = await over(joke);
		await hanneke.getByRole('button', { name: '1 minuut erbij' }).click();
		for (const page of [hanneke, sanne, joke])
			await expect.poll(() => over(page)).toBe(minuten + 1);
		await hanneke.getByRole('button', { name: 'Ga verder' }).click();
		await expect(nuOn(joke)).not.toContainText('de klok staat stil');
	});

	await test.step('het punt brengt je naar zijn plek in het verslag', async () => {
		await joke.getByRole('button', { name: tweede, exact: true }).click();
		await expect(textOf(joke).getByRole('heading', { name: tweede })).toBeInViewport();
		await joke.getByRole('button', { name: 'Agenda' }).click();
		await fitsWidth(joke);
		await axe(joke);
	});

	await test.step('op de beamer staat alles groot en licht, en niemands naam', async () => {
		await axe(beamer);
		await fitsWidth(beamer);
		const klein = await beamer.evaluate(() =>
			[...document.querySelectorAll('main *')]
				.filter((element) => !element.closest('.sr, svg') && element.textContent?.trim())
				.map((element) => parseFloat(getComputedStyle(element).fontSize))
				.filter((size) => size < 28),
		);
		expect(klein).toEqual([]);
		const kleur = await beamer
			.getByRole('main')
			.evaluate((main) => getComputedStyle(main).backgroundColor);
		const [rood = 0] = /\d+/.exec(kleur)!.map(Number);
		expect(rood).toBeGreaterThan(200);
		await expect(beamer.getByRole('main')).not.toContainText(/Hanneke|Sanne|Joke/);
	});

	await test.step('de agenda afronden', async () => {
		await hanneke.getByRole('button', { name: 'Volgende punt' }).click();
		await iedereen(derde);
		await hanneke.getByRole('button', { name: 'Rond de agenda af' }).click();
		for (const page of [hanneke, sanne, joke])
			await expect(page.getByText('De agenda is afgerond.')).toBeVisible();
	});
});

test('zonder internet staat er wat niet kan, en daarna klopt alles weer', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const pad = await begin(hanneke);
	const [eerste = ''] = await titelsOn(hanneke);
	const sanne = await iemand('sanne');
	await sanne.goto(`${pad}/agenda`);
	await openVerslag(hanneke, pad);
	await expect(paneelOn(hanneke).getByText(eerste)).toBeVisible();
	await hanneke.context().setOffline(true);
	await expect(hanneke.getByText(OFFLINE)).toBeVisible();
	await expect(hanneke.getByRole('button', { name: /^(Volgende punt|Ga verder)$/ })).toHaveCount(0);
	await sanne.getByRole('button', { name: `Omlaag: ${eerste}` }).click();
	await expect(puntenOn(sanne).nth(1)).toContainText(eerste);
	await hanneke.context().setOffline(false);
	await expect(hanneke.getByText(OFFLINE)).toBeHidden();
	await expect(paneelOn(hanneke).getByRole('listitem').nth(1)).toContainText(eerste);
});

test('met alleen het toetsenbord', async ({ iemand }) => {
	const page = await iemand('hanneke');
	await begin(page);
	const aantal = await puntenOn(page).count();

	await tabTo(page, page.locator('summary', { hasText: 'Voeg een punt toe' }));
	await page.keyboard.press('Enter');
	await type(page, 'Waar gaat het over?', 'Rondje zonder muis');
	await tabTo(page, page.getByLabel('Hoeveel minuten?'));
	await page.keyboard.type('5');
	await press(page, 'button', 'Voeg toe');
	await expect(puntenOn(page)).toHaveCount(aantal + 1);

	const omhoog = page.getByRole('button', { name: 'Omhoog: Rondje zonder muis' });
	await page.reload();
	await tabTo(page, omhoog);
	await page.keyboard.press('Enter');
	await expect(puntenOn(page).nth(aantal - 1)).toContainText('Rondje zonder muis');
	await expect(omhoog).toBeFocused();
	const zin = `Punt ${aantal + 1} staat nu op plaats ${aantal}.`;
	await expect(page.getByText(zin)).toBeAttached();

	await press(page, 'link', 'Wijzig : Rondje zonder muis');
	await tabTo(page, page.getByLabel('Verplaats naar…'));
	await page.keyboard.press('Home');
	await press(page, 'button', 'Verplaats');
	await expect(puntenOn(page).first()).toContainText('Rondje zonder muis');
});

test('zonder JavaScript verplaatst een knop een punt, en staat er tot hoe laat het duurt', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	const pad = await begin(hanneke);
	const page = await iemand('sanne', { javaScriptEnabled: false });
	await page.goto(`${pad}/agenda`);
	const [eerste = ''] = await titelsOn(page);
	await page.getByRole('button', { name: `Omlaag: ${eerste}` }).click();
	await expect(puntenOn(page).nth(1)).toContainText(eerste);
	await page.goto(pad);
	await page.getByRole('button', { name: /^(Begin met de agenda|Ga verder)$/ }).click();
	await expect(nuOn(page)).toContainText(/begonnen om \d\d\.\d\d, tot \d\d\.\d\d uur/);
});
