import type { Page } from '@playwright/test';
import { MIDDAG, plan, rowOf, isAsked } from './bijeenkomst.ts';
import {
	axe,
	dutch,
	expect,
	fitsWidth,
	follow,
	linkTo,
	logIn,
	save,
	tabTo,
	test,
} from './fixtures.ts';

/** Who was there: one tap each, times and hours that differ, somebody who answers for it, and after that corrections. */

const ANDER = 'Verbondenheid en Veerkracht';

const GEWEEST = { Wanneer: '11 juni 2026', ...MIDDAG };

const tik = (page: Page, naam: string, woord: string) =>
	page
		.getByRole('group', { name: `Was ${naam} erbij?` })
		.getByRole('button', { name: woord, exact: true });

async function zet(page: Page, naam: string, woord: string) {
	await tik(page, naam, woord).click();
	await expect(tik(page, naam, woord)).toHaveAttribute('aria-pressed', 'true');
}

const LANGER = 'Dit is langer dan de bijeenkomst duurde.';

/** Puts a name on the list of an organisatie that we do not know. */
async function gast(page: Page, naam: string, namens: string, kant: string) {
	await page.getByText('Zet iemand op de lijst').click();
	await page.getByLabel('Of schrijf een naam').fill(naam);
	await page.getByLabel(/^Namens\s*\(/).fill(namens);
	await page.getByLabel('Van welke kant').selectOption({ label: kant });
	await isAsked(page, 'Zet op de lijst', 'Deze organisatie kennen we nog niet.');
	await save(page, 'Zet op de lijst', 'Op de lijst gezet.');
}

async function bevestig(page: Page) {
	await page.getByRole('button', { name: 'Bevestig de presentie' }).click();
	await page.getByRole('button', { name: 'Ja, bevestig' }).click();
	await expect(page.getByRole('main').getByText(/^Bevestigd door Hanneke op /)).toBeVisible();
}

test('te laat, eerder weg en met de hand: de uren kloppen, en iemand staat ervoor in', async ({
	page,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	const path = await plan(page, 'Thee met de huismeester', GEWEEST);

	// one tap of my own, where the verslag is
	const sanne = await iemand('sanne');
	await sanne.goto(path);
	await sanne.getByRole('button', { name: 'Ik was erbij' }).click();
	await expect(sanne.getByText('Je staat op de lijst.').first()).toBeVisible();

	await page.goto(`${path}/presentie`);
	await expect(page.getByText('Deze dag valt in geen enkele periode.')).toBeVisible();
	await expect(tik(page, 'Sanne de Wit', 'aanwezig')).toHaveAttribute('aria-pressed', 'true');
	await expect(rowOf(page, 'Sanne de Wit')).toContainText('zelf gemeld');
	await zet(page, 'Joke van Dalen', 'aanwezig');
	await zet(page, 'Tygo Verbeek', 'afgemeld');
	await axe(page);
	await dutch(page);

	// somebody else taps too, and both see one list
	const eefje = await iemand('eefje');
	await eefje.goto(`${path}/presentie`);
	await expect(tik(eefje, 'Joke van Dalen', 'aanwezig')).toHaveAttribute('aria-pressed', 'true');
	await zet(eefje, 'Eefje Postma', 'aanwezig');
	await expect(tik(page, 'Eefje Postma', 'aanwezig')).toHaveAttribute('aria-pressed', 'true');

	// three quarters of an hour late, and who left half an hour before the end
	await follow(linkTo(page, 'Joke van Dalen'));
	await page.getByLabel(/^Van\s*\(/).fill('14.45');
	await save(page, 'Bewaar');
	await expect(rowOf(page, 'Joke van Dalen')).toContainText('1,75');
	await follow(linkTo(page, 'Sanne de Wit'));
	await page.getByLabel(/^Tot\s*\(/).fill('13.00');
	await page.getByLabel(/^Van\s*\(/).fill('14.00');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByLabel(/^Tot\s*\(/)).toHaveAccessibleDescription(
		/Iemand gaat weg voor hij komt\. Kijk de tijden na\./,
	);
	await page.getByLabel(/^Van\s*\(/).fill('');
	await page.getByLabel(/^Tot\s*\(/).fill('16');
	await save(page, 'Bewaar');
	await expect(rowOf(page, 'Sanne de Wit')).toContainText('16.00');
	await expect(rowOf(page, 'Sanne de Wit').getByRole('cell').last()).toContainText('2');

	// by hand, with why
	await follow(linkTo(page, 'Eefje Postma'));
	const uren = page.getByLabel(/^Uren\s*\(/);
	await uren.fill('26');
	await page.getByLabel('Waarom?').fill('Ze hielp met opruimen.');
	await page.getByRole('button', { name: 'Bewaar de uren' }).click();
	await expect(uren).toHaveAccessibleDescription(/Een dag heeft 24 uur\. Kijk het aantal na\./);
	await expect(uren).toHaveValue('26');
	await axe(page);
	await uren.fill('3');
	await isAsked(page, 'Bewaar de uren', LANGER);
	await expect(uren).toHaveAccessibleDescription(/Dit is langer dan de bijeenkomst duurde\./);
	await expect(uren).toHaveValue('3');
	await axe(page);
	await save(page, 'Bewaar de uren', 'De uren zijn bewaard.');
	await expect(page.getByText('Uren met de hand: was leeg, werd 3.')).toBeVisible();
	await expect(page.getByText('Ze hielp met opruimen.')).toBeVisible();
	await axe(page);
	await dutch(page);

	await page.goto(`${path}/presentie`);
	await expect(rowOf(page, 'Eefje Postma')).toContainText('met de hand');
	await expect(rowOf(page, 'Eefje Postma')).toContainText(LANGER);
	await gast(page, 'Ton', 'De Buurtkamer', 'Beleid');
	await expect(rowOf(page, 'Ton')).toContainText('De uren zijn nog toe te wijzen.');
	await page.getByLabel(/Namens wie kwam Ton/).selectOption({ label: 'WMO Radar' });
	await save(page, 'Wijs toe', 'De uren zijn toegewezen.');
	await expect(rowOf(page, 'Ton')).toContainText('De Buurtkamer');

	// who does not lead fills in, and does not answer for it
	const joke = await iemand('joke');
	await joke.goto(`${path}/presentie`);
	await expect(tik(joke, 'Tygo Verbeek', 'afgemeld')).toHaveAttribute('aria-pressed', 'true');
	await expect(joke.getByRole('button', { name: 'Bevestig de presentie' })).toHaveCount(0);

	await bevestig(page);
	await expect(tik(page, 'Tygo Verbeek', 'aanwezig')).toHaveCount(0);
	await axe(page);
	await expect(tik(joke, 'Tygo Verbeek', 'aanwezig')).toHaveCount(0);

	// from now on only more or less, with why; what was confirmed stays (AC-44)
	await page.getByLabel('Hoeveel uur erbij of eraf?').fill('+0,5');
	await page.getByRole('group', { name: 'Voor wie?' }).getByLabel('Eefje Postma').uncheck();
	await page.getByLabel('Waarom?').first().fill('De bijeenkomst duurde tot 17.00 uur.');
	await save(page, 'Corrigeer uren', 'De correctie is bewaard.');
	await expect(rowOf(page, 'Joke van Dalen')).toContainText('2,25');
	await expect(rowOf(page, 'Joke van Dalen')).toContainText('bevestigd: 1,75');
	await expect(page.getByText('0,5 uur erbij: De bijeenkomst duurde tot 17.00 uur.')).toBeVisible();
	await axe(page);
	await dutch(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await fitsWidth(page);
});

test('op twee plekken tegelijk wordt gezegd, en niet waar voor wie dat niet mag weten', async ({
	page,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	const stil = await plan(page, 'Stille bijeenkomst', {
		...GEWEEST,
		team: ANDER,
		'Begint om': '15.00',
		'Klaar om': '17.00',
	});
	await page.goto(`${stil}/presentie`);
	await zet(page, 'Yıldız Kaya', 'aanwezig');
	const path = await plan(page, 'Koffie op de stoep', GEWEEST);
	await page.goto(`${path}/presentie`);
	await zet(page, 'Yıldız Kaya', 'aanwezig');
	await expect(rowOf(page, 'Yıldız Kaya')).toContainText(
		"Yıldız stond toen ook op de lijst van 'Stille bijeenkomst'.",
	);

	const joke = await iemand('joke');
	await joke.goto(`${path}/presentie`);
	await expect(rowOf(joke, 'Yıldız Kaya')).toContainText(
		'Yıldız stond toen ook op een andere lijst.',
	);
	expect(await joke.content()).not.toContain('Stille bijeenkomst');
});

test('een mens met twee petten: als student, en de keer daarna als werker van ver', async ({
	page,
}) => {
	await logIn(page, 'hanneke');
	const eerst = await plan(page, 'Eerste keer', GEWEEST);
	await page.goto(`${eerst}/presentie`);
	await zet(page, 'Tygo Verbeek', 'aanwezig');
	await expect(page.getByRole('row').filter({ hasText: 'Studenten' })).toContainText('2,5');

	const later = await plan(page, 'Tweede keer', GEWEEST);
	await page.goto(`${later}/presentie`);
	await zet(page, 'Tygo Verbeek', 'aanwezig');
	await follow(linkTo(page, 'Tygo Verbeek'));
	await page.getByLabel('Van welke kant').selectOption({ label: 'Sociaal werk' });
	await page.getByLabel(/^Namens\s*\(/).fill('WMO Radar');
	await page.getByLabel('Komt van buiten de regio').check();
	await save(page, 'Bewaar');
	await expect(rowOf(page, 'Tygo Verbeek')).toContainText('sociaal werk');
	await expect(page.getByRole('row').filter({ hasText: 'Buiten de regio' })).toContainText('2,5');

	await page.goto(`${eerst}/presentie`);
	await expect(rowOf(page, 'Tygo Verbeek')).toContainText('student');
});

test('zonder script gaat het ook', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	const path = await plan(page, 'Zonder script', GEWEEST);
	const eefje = await iemand('eefje', { javaScriptEnabled: false });
	await eefje.goto(`${path}/presentie`);
	await zet(eefje, 'Joke van Dalen', 'aanwezig');
	await zet(eefje, 'Joke van Dalen', 'afwezig');
	await eefje.getByText('Zet iemand op de lijst').click();
	await eefje.getByLabel('Of schrijf een naam').fill('Ton');
	await eefje.getByRole('button', { name: 'Zet op de lijst' }).click();
	await expect(eefje.getByLabel('Van welke kant')).toHaveAccessibleDescription(
		/Kies van welke kant deze persoon kijkt\./,
	);
	await expect(eefje.getByLabel('Of schrijf een naam')).toHaveValue('Ton');
	await eefje.getByLabel('Van welke kant').selectOption({ label: 'Bewoner' });
	await eefje.getByRole('button', { name: 'Zet op de lijst' }).click();
	await expect(rowOf(eefje, 'Ton')).toContainText('2,5');
});

test('de lijst gaat ook met het toetsenbord, van de ene naam naar de volgende', async ({
	page,
}) => {
	await logIn(page, 'hanneke');
	const path = await plan(page, 'Met het toetsenbord', GEWEEST);
	await page.goto(`${path}/presentie`);
	const joke = tik(page, 'Joke van Dalen', 'aanwezig');
	await tabTo(page, joke);
	await page.keyboard.press('Enter');
	await expect(joke).toHaveAttribute('aria-pressed', 'true');
	await expect(joke).toBeFocused();
	const af = tik(page, 'Peter-Jan Smit', 'afgemeld');
	await tabTo(page, af, 8);
	await page.keyboard.press('Space');
	await expect(af).toHaveAttribute('aria-pressed', 'true');
	await expect(af).toBeFocused();
});

test('wie doorgaat terwijl een antwoord nog onderweg is, blijft waar die is', async ({ page }) => {
	await logIn(page, 'hanneke');
	const path = await plan(page, 'Snel met het toetsenbord', GEWEEST);
	await page.goto(`${path}/presentie`);
	const joke = tik(page, 'Joke van Dalen', 'aanwezig');
	const af = tik(page, 'Peter-Jan Smit', 'afgemeld');
	let release = () => {};
	const isReleased = new Promise<void>((resolve) => (release = resolve));
	const data = /\/presentie\/__data\.json/;
	await page.route(data, async (route) => {
		await isReleased;
		await route.continue();
	});
	await tabTo(page, joke);
	const asks = page.waitForRequest(data);
	await page.keyboard.press('Enter');
	await asks;
	await tabTo(page, af, 8);
	// an answer takes the focus to the top of the page: it has to come back from there
	const back = page.evaluate(
		() =>
			new Promise((resolve) =>
				addEventListener('focusin', ({ target }) => {
					if (target instanceof HTMLButtonElement) resolve(target.value);
				}),
			),
	);
	release();
	await expect(joke).toHaveAttribute('aria-pressed', 'true');
	expect(await back).toBe('afgemeld');
	await expect(af).toBeFocused();
});
