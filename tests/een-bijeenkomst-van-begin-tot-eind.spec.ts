import type { Page } from '@playwright/test';
import { dagOver, HELE_DAG, plan, isAsked, GEEN_PERIODE } from './bijeenkomst.ts';
import {
	axe,
	dutch,
	emailVan,
	expect,
	fitsWidth,
	follow,
	linkTo,
	logIn,
	mailTo,
	PHONE,
	save,
	test,
} from './fixtures.ts';
import { textOf } from './samen.ts';
import { startedOn } from './started.ts';

/** One bijeenkomst as a trekker goes through it: ready, asked, led, written down, and answered for. */

const TITEL = 'Een middag met de huismeester';

const knop = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
/** The agenda beside the verslag says what is at hand. */
const nu = (page: Page) => page.locator('.paneel [aria-current="step"]');

test('van uitnodiging tot bevestigde presentie', async ({ page, server, iemand, browser }) => {
	test.setTimeout(300_000);
	await logIn(page, 'hanneke');
	let pad = '';

	await test.step('plannen', async () => {
		pad = await plan(page, TITEL, { Wanneer: dagOver(1), ...HELE_DAG });
	});

	await test.step('de agenda klaarzetten met een sjabloon', async () => {
		await page.goto(`${pad}/agenda`);
		await page.getByRole('button', { name: 'Werkteambijeenkomst' }).click();
		await expect(page.getByRole('heading', { name: 'Punten' })).toBeFocused();
		await expect(page.locator('li[data-id]').first()).toBeVisible();
	});

	await test.step('uitnodigen; Joke zegt vanaf haar telefoon dat ze komt', async () => {
		await page.goto(`${pad}/over`);
		await follow(linkTo(page, 'Wie komt', true));
		await save(page, 'Stuur de uitnodiging', /krijgen een mail/);
		const mail = await mailTo(server, emailVan('joke'));
		const [link = ''] = /https?:\/\/\S+\/a\/[\w-]{22}\?antwoord=komt(?!-)/.exec(mail) ?? [];
		const { pathname, search } = new URL(link);
		const context = await browser.newContext({ baseURL: server.url, ...PHONE });
		await startedOn(context);
		const telefoon = await context.newPage();
		await telefoon.goto(pathname + search);
		await telefoon.getByRole('button', { name: 'Ik kom', exact: true }).click();
		await expect(telefoon.getByText('Genoteerd: je komt.')).toBeVisible();
		await context.close();
	});

	await test.step('het wordt anders: wie gevraagd is hoort het, tot het begonnen is', async () => {
		await page.goto(`${pad}/wijzig`);
		await page.getByLabel('Begint om').first().fill('0.01');
		await isAsked(page, 'Bewaar', 'Dit duurt langer dan 12 uur.');
		await save(page, 'Bewaar', /mail/);
		await expect
			.poll(() => mailTo(server, emailVan('joke')))
			.toContain(`Subject: Gewijzigd: ${TITEL}`);
		await page.goto(`${pad}/wijzig`);
		await page.getByLabel('Wanneer').first().fill(dagOver());
		await isAsked(page, 'Bewaar', GEEN_PERIODE);
		await save(page, 'Bewaar');
	});

	const sanne = await iemand('sanne', { colorScheme: 'dark' });
	const beamer = await page.context().newPage();
	await test.step('in de zaal: een code op het scherm, en een gast schuift aan', async () => {
		await page.goto(pad);
		await knop(page, 'Maak een code').click();
		const code = knop(page, /^Code \d{4} \d{4}$/);
		await expect(code).toBeFocused();
		const cijfers = (await code.innerText()).replace('Code', '').trim();
		await code.click();
		const venster = page.getByRole('dialog', { name: 'Code om mee te doen' });
		await expect(venster.getByText(cijfers)).toBeVisible();
		await axe(page);
		await page.keyboard.press('Escape');
		await expect(venster).toBeHidden();
		await expect(code).toBeFocused();
		await beamer.goto(`${pad}/beamer`);
		await expect(beamer.getByText(cijfers)).toBeVisible();

		const context = await browser.newContext({ baseURL: server.url, ...PHONE });
		await startedOn(context);
		const gast = await context.newPage();
		await gast.goto('/meedoen');
		await gast.getByLabel('Code').fill(cijfers);
		await gast.getByRole('button', { name: 'Doe mee' }).click();
		await gast.getByLabel('Je voornaam').fill('Mevrouw Yıldırım');
		await gast.getByText('Bewoner', { exact: true }).click();
		await gast.getByRole('button', { name: 'Doe mee' }).click();
		await expect(gast.getByRole('heading', { level: 1 })).toContainText('Je zit aan tafel.');
		await context.close();
	});

	await test.step('samen door de agenda, ieder op het eigen scherm', async () => {
		await sanne.goto(pad);
		await knop(page, 'Begin met de agenda').click();
		await expect(nu(page)).toContainText('Binnenkomen');
		await expect(nu(sanne)).toContainText('Binnenkomen');
		await knop(page, 'Volgende punt').click();
		await expect(nu(page)).not.toContainText('Binnenkomen');
		const punt = (await nu(page).locator('button').first().innerText()).trim();
		await expect(nu(sanne)).toContainText(punt);
		await expect(beamer.getByRole('heading', { level: 1 })).toHaveText(punt);
		await axe(page);
		await axe(sanne);
		await dutch(page);
	});

	await test.step('het verslag heeft bij elk punt een plek', async () => {
		const kop = textOf(page).getByRole('heading').last();
		await expect(kop).toBeVisible();
		await kop.click();
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await page.keyboard.type('De huismeester kent iedereen bij naam.');
		await expect(textOf(sanne)).toContainText('De huismeester kent iedereen bij naam.');
	});

	await test.step('op een telefoon staat elk deel achter een knop, en er is een weg naar de inhoud', async () => {
		const joke = await iemand('joke', PHONE);
		await joke.goto(pad);
		for (const deel of ['Agenda', /^Acties/, /^Opmerkingen/, 'Meer', 'Verslag']) {
			await joke.getByRole('button', { name: deel }).first().click();
			await expect(joke.getByRole('main')).toBeVisible();
			await fitsWidth(joke);
			await axe(joke);
		}
		await joke.getByRole('button', { name: 'Meer', exact: true }).click();
		await joke.getByRole('button', { name: 'Ik was erbij' }).click();
		await expect(joke.getByText('Je staat op de lijst.').first()).toBeVisible();
		// today with another hat
		const presentie = joke.getByRole('region', { name: 'Presentie' });
		await follow(presentie.getByRole('link', { name: 'Wijzig' }));
		await joke.getByLabel(/^Namens/).fill('Huurdersraad');
		await fitsWidth(joke);
		await axe(joke);
		await isAsked(joke, 'Bewaar', 'Deze organisatie kennen we nog niet.');
		await fitsWidth(joke);
		await save(joke, 'Bewaar');
	});

	await test.step('na afloop: nakijken en ervoor instaan', async () => {
		await page.goto(`${pad}/presentie`);
		await expect(page.getByRole('rowheader', { name: 'Mevrouw Yıldırım' })).toBeVisible();
		await expect(page.getByRole('row', { name: /Joke van Dalen/ })).toContainText('Huurdersraad');
		const joke = page.getByRole('group', { name: 'Was Joke van Dalen erbij?' });
		await expect(joke.getByRole('button', { name: 'aanwezig', exact: true })).toHaveAttribute(
			'aria-pressed',
			'true',
		);
		await page.getByRole('button', { name: 'Bevestig de presentie' }).click();
		await page.getByRole('button', { name: 'Ja, bevestig' }).click();
		await expect(page.getByRole('main').getByText(/^Bevestigd door Hanneke op /)).toBeVisible();
		await page.goto(pad);
		await expect(page.getByText(/^Bevestigd door Hanneke op /).first()).toBeVisible();
		await expect(page.getByRole('button', { name: 'Ik was erbij' })).toHaveCount(0);
	});
});
