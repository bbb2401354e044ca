import type { Browser, Page } from '@playwright/test';
import { pressPlan } from './bijeenkomst.ts';
import {
	axe,
	dutch,
	expect,
	fitsWidth,
	follow,
	linkIn,
	linkTo,
	mailTo,
	PHONE,
	save,
	test,
} from './fixtures.ts';
import { TEAM } from './samen.ts';
import { startedOn } from './started.ts';

/**
 * A kenniscafé: organised with a school and with students, a page for everybody, a place without an
 * account, and somebody at the door who counts who comes in.
 */

/** Plans one to which anybody may come; who plans it is on its page then. */
async function plan(page: Page, titel: string): Promise<string> {
	await page.goto('/bijeenkomsten/nieuw');
	await page.getByLabel('Van wie is de bijeenkomst?').selectOption({ label: TEAM });
	await page.getByLabel('Titel').fill(titel);
	await page.getByLabel('Soort').selectOption({ label: 'Kenniscafé' });
	await page.getByLabel('Wanneer').fill('11 juni 2091');
	await page.getByLabel('Begint om').fill('15.00');
	await page.getByLabel('Klaar om').fill('17.00');
	await page.getByLabel('Plaats').fill('Huis van de Wijk');
	await page.getByText('Meer vastleggen').click();
	await page.getByLabel('Iedereen mag komen').check();
	await page.getByText('Met wie organiseren jullie het?').click();
	await page.getByRole('checkbox', { name: 'Albeda', exact: true }).check();
	await page.getByLabel('Anderen die het mee organiseren').fill('studenten SJD');
	await pressPlan(page);
	await page.waitForURL(/\/bijeenkomsten\/[a-z2-7]{20}/);
	const path = /\/bijeenkomsten\/[a-z2-7]{20}/.exec(page.url())![0];
	await page.goto(`${path}/over`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(titel);
	return path;
}

async function publish(page: Page, path: string, velden: Record<string, string> = {}) {
	await page.goto(`${path}/openbaar`);
	for (const [label, value] of Object.entries(velden)) await page.getByLabel(label).fill(value);
	await save(page, 'Maak de bladzijde openbaar', 'De bladzijde is openbaar.');
}

/** Somebody from outside, who logs in nowhere. */
async function bezoeker(browser: Browser, url: string, options = {}): Promise<Page> {
	const context = await browser.newContext({ ...PHONE, baseURL: url, ...options });
	await startedOn(context);
	return context.newPage();
}

/** Puts one's name down, and resolves on the page of one's own place. */
async function meldAan(page: Page, pad: string, velden: Record<string, string> = {}) {
	await page.goto(`/kenniscafe/${pad}`);
	await page.getByRole('radio', { name: 'Bewoner', exact: true }).check();
	for (const [label, value] of Object.entries(velden)) await page.getByLabel(label).fill(value);
	await page.getByRole('button', { name: /^(Meld je aan|Zet me op de wachtlijst)$/ }).click();
	await page.waitForURL(/\/kenniscafe\/plek\//);
	await expect(page.getByRole('button', { name: 'Ik kom toch niet' })).toBeVisible();
}

test('samen gemaakt, voor iedereen te lezen, en wie wacht schuift op', async ({
	iemand,
	browser,
	server,
}) => {
	const hanneke = await iemand('hanneke');
	const path = await plan(hanneke, 'De brief in de la');

	await test.step('alleen wat gekozen is, staat op internet', async () => {
		await follow(linkTo(hanneke, 'Openbare bladzijde'));
		await axe(hanneke);
		await publish(hanneke, path, {
			'Waar gaat het over?': 'Thee, koekjes en een brief.',
			'Hoeveel mensen passen er?': '2',
		});
		await expect(hanneke.getByText('Huis van de Wijk')).toBeVisible();
		await axe(hanneke);
		await dutch(hanneke);
	});

	const eerste = await bezoeker(browser, server.url);
	await test.step('een bezoeker leest het en meldt zich aan, zonder account', async () => {
		await eerste.goto('/kenniscafe');
		await axe(eerste);
		await fitsWidth(eerste);
		await follow(linkTo(eerste, 'De brief in de la'));
		await expect(eerste.getByText('Albeda, studenten SJD')).toBeVisible();
		await axe(eerste);
		await dutch(eerste);
		await fitsWidth(eerste);
		await eerste.getByRole('button', { name: 'Meld je aan' }).click();
		await expect(eerste.getByText('Kies vanuit welke rol je komt.').first()).toBeVisible();
		await meldAan(eerste, 'de-brief-in-de-la', { Naam: 'Noor' });
		await expect(eerste.getByText('Je bent aangemeld.')).toBeVisible();
		await axe(eerste);
		const bestand = await eerste.request.get('/kenniscafe/de-brief-in-de-la/bijeenkomst.ics');
		expect(await bestand.text()).toContain('DTSTART;TZID=Europe/Amsterdam:20910611T150000');
	});

	await test.step('wie een naam gaf, kan zo op de presentielijst', async () => {
		await hanneke.goto(`${path}/openbaar`);
		await follow(linkTo(hanneke, 'Zet de namen op de presentielijst'));
		await expect(hanneke.getByLabel('Rijen')).toHaveValue('Naam;Organisatie;Rol\nNoor;;bewoner');
		await axe(hanneke);
		await hanneke.goto(`${path}/openbaar`);
	});

	await test.step('er passen er twee; wie vrijkomt maakt plaats, met één mail', async () => {
		const tweede = await bezoeker(browser, server.url);
		await meldAan(tweede, 'de-brief-in-de-la');
		const derde = await bezoeker(browser, server.url);
		await meldAan(derde, 'de-brief-in-de-la', { 'E-mailadres': 'ali@voorbeeld.example' });
		await expect(derde.getByText('Je staat op de wachtlijst, op plaats 1.')).toBeVisible();
		await axe(derde);
		const plek = linkIn(await mailTo(server, 'ali@voorbeeld.example'));
		const voor = server.mails().length;

		// looking at one's place changes nothing, however often
		for (let n = 0; n < 2; n++) await eerste.reload();
		await expect(eerste.getByText('Je bent aangemeld.')).toBeVisible();
		await eerste.getByRole('button', { name: 'Ik kom toch niet' }).click();
		await expect(eerste.getByText('Je hebt je afgemeld.')).toBeVisible();
		const mail = await mailTo(server, 'ali@voorbeeld.example', voor);
		expect(mail).toContain('Er is een plek vrij gekomen. Je kunt komen.');
		expect(linkIn(mail)).toBe(plek);
		await derde.goto(new URL(plek).pathname);
		await expect(derde.getByText('Je bent aangemeld.')).toBeVisible();
		await hanneke.reload();
		await expect(hanneke.getByText('Komen: 2')).toBeVisible();
		await expect(hanneke.getByText('Noor')).toHaveCount(0);
		expect(server.mails().slice(voor)).toHaveLength(1);
	});

	await test.step('van internet gehaald is er niets meer', async () => {
		await hanneke.getByRole('button', { name: 'Haal van internet' }).click();
		await expect(hanneke.getByRole('button', { name: 'Bewaar voor later' })).toBeVisible();
		expect((await eerste.request.get('/kenniscafe/de-brief-in-de-la')).status()).toBe(404);
	});
});

test('twee mensen tellen aan de deur, ook zonder internet', async ({ iemand, page }) => {
	const hanneke = await iemand('hanneke');
	const path = await plan(hanneke, 'Wie komt er binnen?');
	const teller = (wie: Page, naam: string) =>
		wie.getByRole('button', { name: new RegExp(`^${naam} .*nog één`) });
	const samen = (wie: Page) => wie.locator('.samen');

	await hanneke.goto(`${path}/deur`);
	await axe(hanneke);
	// a student counts along, on a phone
	const tygo = await iemand('tygo', PHONE);
	await tygo.goto(`${path}/deur`);
	await axe(tygo);
	await fitsWidth(tygo);

	await test.step('met toetsen en met de duim, en ieder ziet wat de ander telt', async () => {
		for (const toets of ['3', '3', '5', 'Backspace']) await hanneke.keyboard.press(toets);
		await teller(tygo, 'Bewoner').click();
		await teller(tygo, 'Gemeente').click();
		for (const wie of [hanneke, tygo]) {
			await expect(samen(wie)).toHaveText('Samen 4');
			await expect(teller(wie, 'Bewoner')).toContainText('3');
		}
		await hanneke.getByRole('checkbox', { name: /Tel met de toetsen/ }).uncheck();
		await hanneke.keyboard.press('3');
		await expect(samen(hanneke)).toHaveText('Samen 4');
	});

	await test.step('zonder internet wacht het op het apparaat, en telt daarna één keer', async () => {
		await tygo.context().setOffline(true);
		await teller(tygo, 'Bewoner').click();
		await teller(tygo, 'Student').click();
		await expect(tygo.getByText('Bewaard op dit apparaat: 2 tikken.')).toBeVisible();
		await axe(tygo);
		await expect(samen(hanneke)).toHaveText('Samen 4');
		await tygo.context().setOffline(false);
		for (const wie of [hanneke, tygo]) await expect(samen(wie)).toHaveText('Samen 6');
		await expect(tygo.getByText('Bewaard op dit apparaat')).toHaveCount(0);
	});

	await test.step('en staat daarna bij het bezoek', async () => {
		await hanneke.goto(`${path}/bezoek`);
		await expect(hanneke.getByRole('heading', { name: '6 bezoeken' })).toBeVisible();
		await expect(hanneke.getByText('Dit is aan de deur geteld.')).toBeVisible();
		await axe(hanneke);
	});
	await page.close();
});

test.describe('zonder JavaScript', () => {
	test('meldt een bezoeker zich aan en af, en telt een student aan de deur', async ({
		iemand,
		browser,
		server,
	}) => {
		const hanneke = await iemand('hanneke');
		const path = await plan(hanneke, 'Zonder script');
		await publish(hanneke, path);
		const gast = await bezoeker(browser, server.url, { javaScriptEnabled: false });
		await meldAan(gast, 'zonder-script');
		await gast.getByRole('button', { name: 'Ik kom toch niet' }).click();
		await expect(gast.getByText('Je hebt je afgemeld.')).toBeVisible();

		const tygo = await iemand('tygo', { javaScriptEnabled: false });
		await tygo.goto(`${path}/deur`);
		for (let n = 1; n <= 2; n++) {
			await tygo.getByRole('button', { name: /^Student .*nog één/ }).click();
			await expect(tygo.locator('.samen')).toHaveText(`Samen ${n}`);
		}
		await tygo.getByRole('button', { name: /^één minder.*Student/ }).click();
		await expect(tygo.locator('.samen')).toHaveText('Samen 1');
	});
});
