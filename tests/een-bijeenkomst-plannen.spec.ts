import { plan, pressPlan } from './bijeenkomst.ts';
import {
	axe,
	dutch,
	expect,
	fitsWidth,
	follow,
	linkTo,
	logIn,
	openTeam,
	test,
} from './fixtures.ts';
import { LANDMARKS } from './checks.ts';
import { press, type } from './keyboard.ts';
import { countOf, goToEndOf, openVerslag, savedIn, TEAM } from './samen.ts';

/** A team plans when it comes together, changes its mind, and finds the verslag ready to write in. */

test('een bewoner plant een bijeenkomst, en het hele team weet ervan', async ({ page, iemand }) => {
	await logIn(page, 'joke');
	await openTeam(page, TEAM);
	await follow(linkTo(page, 'Bijeenkomsten', true));
	await follow(linkTo(page, 'Plan een bijeenkomst'));
	await axe(page);
	await page.getByLabel('Titel').fill('Thee bij de huismeester');
	await page.getByLabel('Wanneer').fill('ma 11 juni 2091');
	await page.getByLabel('Begint om').fill('14');
	await page.getByLabel('Klaar om').fill('16:30');
	await page.getByLabel('Plaats').fill('De Wissel, kamer 2');
	await pressPlan(page);

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thee bij de huismeester');
	await expect(page.getByText('14.00 – 16.30 uur')).toBeVisible();
	await expect(page.getByText('Hier komt het verslag.')).toBeVisible();
	await axe(page);
	await dutch(page);

	const tygo = await iemand('tygo');
	await openTeam(tygo, TEAM);
	await expect(linkTo(tygo, 'Ga naar de bijeenkomst')).toBeVisible();
	await tygo.goto('/bijeenkomsten');
	await expect(linkTo(tygo, 'Thee bij de huismeester')).toBeVisible();
	await openTeam(tygo, TEAM, 'bijeenkomsten');
	await expect(linkTo(tygo, 'Plan een bijeenkomst')).toHaveCount(0);
});

test('wat niet klopt wordt gezegd bij het veld, en niets gaat verloren', async ({ page }) => {
	await logIn(page, 'sanne');
	await openTeam(page, TEAM, 'bijeenkomsten/nieuw');
	await page.getByLabel('Wanneer').fill('31 juni 2091');
	await page.getByLabel('Begint om').fill('na de thee');
	await page.getByLabel('Plaats').fill('Ergens');
	await page.getByRole('button', { name: 'Plan de bijeenkomst' }).click();
	await expect(page).toHaveTitle(/^Fout: /);
	await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
	await expect(page.getByLabel('Begint om')).toHaveAccessibleDescription(/14\.00/);
	await expect(page.getByLabel('Plaats')).toHaveValue('Ergens');
	await axe(page);

	await page.getByLabel('Titel').fill('Eindelijk goed');
	await page.getByLabel('Wanneer').fill('30 juni 2091');
	await page.getByLabel('Begint om').fill('14.00');
	await page.getByLabel('Klaar om').fill('13.00');
	await page.getByRole('button', { name: 'Plan de bijeenkomst' }).click();
	await expect(page.getByLabel('Klaar om')).toHaveAccessibleDescription(/na het begin komen/);
	await page.getByLabel('Klaar om').fill('15.00');
	await pressPlan(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eindelijk goed');
});

test('twee mensen wijzigen de plaats en kiezen welke klopt', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	const path = await plan(page, 'Waar zitten we?', { Plaats: 'De Wissel' });
	const eefje = await iemand('eefje');
	await eefje.goto(path);
	for (const open of [page, eefje])
		await follow(open.getByRole('link', { name: 'Wijzig de bijeenkomst' }).first());
	await eefje.getByLabel('Plaats').fill('De bibliotheek');
	await eefje.getByRole('button', { name: 'Bewaar' }).click();
	await expect(eefje.getByText('De bibliotheek')).toBeVisible();

	await page.getByLabel('Plaats').fill('Het buurthuis');
	await page.getByLabel('Begint om').fill('10.00');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByText('Eefje en jij vulden iets anders in').first()).toBeVisible();
	await axe(page);
	await page.getByRole('radio', { name: /De bibliotheek/ }).check();
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waar zitten we?');
	await expect(page.getByText('10.00 uur')).toBeVisible();
	await expect(page.getByText('De bibliotheek')).toBeVisible();
});

test('meer mensen bereiden het voor; wie tegelijk kiest, houdt ook de keuze van de ander', async ({
	page,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	const path = await openVerslag(page);
	const eefje = await iemand('eefje');
	for (const open of [page, eefje]) {
		await open.goto(`${path}/wijzig`);
		await open.getByText('Meer vastleggen').click();
	}
	await axe(page);
	const kiest = async (open: typeof page, naam: string) => {
		await open
			.getByRole('group', { name: 'Wie bereiden het voor?' })
			.getByRole('checkbox', { name: naam })
			.check();
		await open.getByRole('button', { name: 'Bewaar', exact: true }).click();
		await open.waitForURL((url) => url.pathname === path);
		await open.goto(`${path}/over`);
	};
	await kiest(eefje, 'Joke van Dalen');
	await expect(eefje.getByText('Voorbereid door')).toBeVisible();
	await kiest(page, 'Tygo Verbeek');
	await expect(page.getByText('Joke van Dalen, Tygo Verbeek')).toBeVisible();
	await axe(page);
	await dutch(page);

	await test.step('een student die voorbereidt schrijft de agenda', async () => {
		const tygo = await iemand('tygo');
		await tygo.goto(`${path}/agenda`);
		await expect(tygo.getByText('Voeg een punt toe').first()).toBeVisible();
	});
});

test('weghalen is geen weggooien', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	const path = await plan(page, 'Toch maar niet');
	await follow(page.getByRole('link', { name: 'Wijzig de bijeenkomst' }).first());
	await page.getByRole('button', { name: 'Haal de bijeenkomst weg' }).click();
	await expect(page.getByRole('status').getByText('De bijeenkomst is weggehaald.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Weggehaald' })).toBeVisible();
	await axe(page);

	const joke = await iemand('joke');
	const gone = await joke.request.get(path);
	expect(gone.status()).toBe(404);
	await openTeam(joke, TEAM, 'bijeenkomsten');
	await expect(joke.getByText('Toch maar niet')).toHaveCount(0);

	await page
		.getByRole('main')
		.getByRole('button', { name: /^Zet terug.*Toch maar niet/ })
		.click();
	await expect(linkTo(page, 'Toch maar niet')).toBeVisible();
});

test('plannen kan ook met het toetsenbord alleen', async ({ page }) => {
	await logIn(page, 'sanne');
	await openTeam(page, TEAM, 'bijeenkomsten');
	await press(page, 'link', 'Plan een bijeenkomst');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan een bijeenkomst');
	await type(page, 'Titel', 'Zonder muis');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zonder muis');
	await expect(page.getByText('Datum nog onbekend')).toBeVisible();
});

test('op een telefoon staat de agenda onderaan, en één deel van het verslag tegelijk', async ({
	iemand,
}) => {
	const joke = await iemand('joke', { viewport: { width: 360, height: 740 } });
	const menu = joke.getByRole('navigation', { name: 'Hoofdmenu' });
	await follow(menu.getByRole('link', { name: 'Agenda' }));
	await expect(joke.getByRole('heading', { level: 1 })).toHaveText('Bijeenkomsten');
	await follow(linkTo(joke, 'Bijeenkomst 7: De eerste brief'));
	await expect(joke.getByText('Zij kreeg zes brieven')).toBeVisible();
	await expect(joke.getByRole('heading', { name: 'Besluiten' })).toBeHidden();
	for (const deel of ['Acties', 'Opmerkingen', 'Meer']) {
		await joke.getByRole('button', { name: deel }).first().click();
		await expect(joke.getByText('Zij kreeg zes brieven')).toBeHidden();
		await fitsWidth(joke);
		await axe(joke);
		// the text is hidden now, and the skip link still leads somewhere
		await axe(joke, LANDMARKS);
	}
	await joke.setViewportSize({ width: 320, height: 640 });
	await fitsWidth(joke);
	await joke.getByRole('button', { name: 'Wat proberen we uit?' }).click();
	await expect(joke.getByRole('heading', { name: 'Wat proberen we uit?' })).toBeInViewport();
});

test.describe('zonder JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('is het verslag te lezen, met wat is afgesproken', async ({ page }) => {
		await logIn(page, 'joke');
		await openTeam(page, TEAM, 'bijeenkomsten');
		await follow(linkTo(page, 'Bijeenkomst 7: De eerste brief'));
		await expect(page.getByText('Zij kreeg zes brieven')).toBeVisible();
		await expect(page.getByText('Uitzoeken wat mag van de privacywet').first()).toBeVisible();
		await page.setViewportSize({ width: 360, height: 740 });
		await expect(page.getByRole('heading', { name: 'Besluiten' })).toBeVisible();
		await fitsWidth(page);
	});

	test('is te kiezen wie het voorbereiden', async ({ page }) => {
		await logIn(page, 'sanne');
		await openTeam(page, TEAM, 'bijeenkomsten');
		const path = await linkTo(page, 'Bijeenkomst 7: De eerste brief').getAttribute('href');
		await page.goto(`${path}/wijzig`);
		await page.getByText('Meer vastleggen').click();
		for (const naam of ['Gerard Bos', 'Sanne de Wit'])
			await page.getByRole('checkbox', { name: naam, exact: true }).check();
		await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
		await expect(page.getByText('Zij kreeg zes brieven')).toBeVisible();
		await page.goto(`${path}/over`);
		const samen = page.getByText('Gerard Bos').and(page.getByText('Sanne de Wit'));
		await expect(samen).toBeVisible();
	});
});

test('de feiten veranderen terwijl een ander in het verslag schrijft: die ziet het, en schrijft door', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const sanne = await iemand('sanne');
	await openVerslag(sanne, path);
	await goToEndOf(sanne, 'Joke vertelt over haar buurvrouw');
	await sanne.keyboard.type(' Eerst dit.');
	const wijzig = await hanneke.locator('a[href$="/wijzig"]').first().getAttribute('href');
	await hanneke.goto(wijzig!);
	await hanneke.getByLabel('Titel').fill('Bijeenkomst 7: De tweede brief');
	await hanneke.getByRole('button', { name: 'Bewaar', exact: true }).click();
	const kop = sanne.getByRole('heading', { level: 1 });
	await expect(kop).toHaveText('Bijeenkomst 7: De tweede brief');
	await sanne.keyboard.type(' En dan dit.');
	await expect(savedIn(sanne)).toHaveText('Opgeslagen');
	for (const wie of [sanne, hanneke])
		await expect.poll(() => countOf(wie, 'Eerst dit. En dan dit.')).toBe(1);
});
