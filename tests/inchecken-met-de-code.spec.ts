import type { Browser, Page } from '@playwright/test';
import { generate } from 'lean-qr';
import { dagOver, HELE_DAG, plan, rowOf } from './bijeenkomst.ts';
import { axe, dutch, expect, fitsWidth, logIn, test, type Server } from './fixtures.ts';
import { startedOn } from './started.ts';

/** Who is in the room says so with eight digits or a camera: with an account, or only a first name. */

const FOUT = 'Deze code klopt niet of is verlopen. Vraag de begeleider om de code.';

/** A bijeenkomst that lasts all day, with a code that lets in; resolves to its address and the digits. */
async function opent(page: Page, titel: string) {
	const pad = await plan(page, titel, { Wanneer: dagOver(), ...HELE_DAG });
	await page.getByRole('button', { name: 'Maak een code' }).first().click();
	return { pad, cijfers: await cijfersOp(page) };
}

/** The digits on the button of the code that is open now. */
async function cijfersOp(page: Page): Promise<string> {
	const knop = page.getByRole('button', { name: /^Code \d{4} \d{4}$/ }).first();
	await expect(knop).toBeVisible();
	return /\d{4} \d{4}/.exec(await knop.innerText())![0];
}

/** A phone of somebody without account; an old one runs no script. */
async function telefoon(browser: Browser, server: Server, javaScriptEnabled = true) {
	const viewport = { width: 360, height: 740 };
	const context = await browser.newContext({ baseURL: server.url, viewport, javaScriptEnabled });
	await startedOn(context);
	return context.newPage();
}

/** Types the digits; resolves to the address that they lead to. */
async function typt(page: Page, cijfers: string): Promise<string> {
	await page.goto('/meedoen');
	await page.getByLabel('Code').fill(cijfers);
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await expect(page).toHaveURL(/\/m\/[\w-]{22}$/);
	return new URL(page.url()).pathname;
}

async function doetMee(page: Page, naam: string, wie: string) {
	await page.getByLabel('Je voornaam').fill(naam);
	await page.getByText(wie, { exact: true }).click();
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Je zit aan tafel.');
}

/** The squares of a code for this text, as the page draws them. */
function vlakken(text: string): string {
	const code = generate(text);
	const stukken: string[] = [];
	for (let y = 0; y < code.size; y++)
		for (let x = 0; x < code.size; x++) {
			let lang = 0;
			while (code.get(x + lang, y)) lang++;
			if (lang > 0) stukken.push(`M${x + 4} ${y + 4}h${lang}v1h-${lang}z`);
			x += lang;
		}
	return stukken.join('');
}

test('met de cijfers op een oude telefoon: een voornaam is genoeg', async ({
	page,
	browser,
	server,
}) => {
	await logIn(page, 'hanneke');
	const { pad, cijfers } = await opent(page, 'Thee aan de lange tafel');

	const oud = await telefoon(browser, server, false);
	const link = await typt(oud, cijfers);
	await expect(oud.getByText('Thee aan de lange tafel')).toBeVisible();
	await expect(oud.getByText('Je hebt geen account nodig.')).toBeVisible();
	await expect(oud.getByText('Hanneke')).toHaveCount(0);
	await fitsWidth(oud);
	await oud.getByRole('button', { name: 'Doe mee' }).click();
	await expect(oud).toHaveTitle(/^Fout/);
	await expect(oud.getByText('Kies wie je hier bent.').first()).toBeVisible();
	await expect(oud.getByText(/^Vul een naam in/).first()).toBeVisible();

	await oud.getByLabel(/^Namens welke organisatie/).fill('=1+1');
	await doetMee(oud, 'Fatima', 'Bewoner');
	await expect(oud.getByText('=1+1')).toBeVisible();
	await oud.goto('/meedoen');
	await oud.goto(link);
	await expect(oud.getByRole('heading', { level: 1 })).toContainText('Je zit aan tafel.');
	await oud.getByRole('button', { name: 'Toch niet' }).click();
	await doetMee(oud, 'Fatima', 'Vrijwilliger');
	await oud.getByRole('button', { name: 'Ik ga eerder weg' }).click();
	await oud.getByRole('button', { name: 'Ik ben er toch nog' }).click();
	await expect(oud.getByRole('button', { name: 'Ik ga eerder weg' })).toBeVisible();

	// the camera leads to the same page
	await page
		.getByRole('button', { name: `Code ${cijfers}` })
		.first()
		.click();
	const pop = page.getByRole('dialog', { name: 'Code om mee te doen' });
	await expect(pop.getByText(cijfers)).toBeVisible();
	await axe(page);
	expect(await pop.locator('path').last().getAttribute('d')).toBe(vlakken(server.url + link));

	await page.goto(`${pad}/presentie`);
	await expect(rowOf(page, 'Fatima')).toHaveCount(1);
	await expect(rowOf(page, 'Fatima')).toContainText('gast, met de code');
	await expect(rowOf(page, 'Fatima')).toContainText('vrijwilliger', { ignoreCase: true });
});

test('met een account: onder de eigen naam, langs welke weg ook één keer', async ({
	page,
	secondPage,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	const { pad, cijfers } = await opent(page, 'Een brief in de la');
	const link = await typt(secondPage, cijfers);
	await axe(secondPage);
	await dutch(secondPage);
	await secondPage.keyboard.press('Tab');

	const sanne = await iemand('sanne');
	await sanne.goto(pad);
	await sanne.getByRole('button', { name: 'Ik was erbij' }).first().click();
	await expect(sanne.getByText('Je staat op de lijst.').first()).toBeVisible();
	await sanne.goto(link);
	await expect(sanne.getByRole('heading', { level: 1 })).toContainText('Je zit aan tafel.');
	await axe(sanne);

	const tygo = await iemand('tygo');
	await tygo.goto(link);
	await expect(tygo.getByText('Je bent ingelogd als')).toBeVisible();
	await expect(tygo.getByLabel('Je voornaam')).toHaveCount(0);
	// another hat than on the team's own list
	await tygo.getByText('Sociaal werk', { exact: true }).click();
	await tygo.getByRole('button', { name: 'Doe mee' }).click();
	await expect(tygo.getByRole('heading', { level: 1 })).toContainText('Je zit aan tafel.');

	await page.goto(`${pad}/presentie`);
	await expect(rowOf(page, 'Sanne de Wit')).toHaveCount(1);
	await expect(rowOf(page, 'Tygo Verbeek')).toHaveCount(1);
	await expect(rowOf(page, 'Tygo Verbeek')).toContainText('Sociaal werk', { ignoreCase: true });
	await expect(rowOf(page, 'Tygo Verbeek')).toContainText('met de code');
});

test('drie mensen in dezelfde seconde, elk met twee tikken: drie regels', async ({
	page,
	browser,
	server,
}) => {
	await logIn(page, 'hanneke');
	const { pad, cijfers } = await opent(page, 'Allemaal tegelijk');
	const namen = ['Een', 'Twee', 'Drie'];
	const mensen = await Promise.all(
		namen.map(async (voornaam) => {
			const eigen = await telefoon(browser, server, false);
			const link = await typt(eigen, cijfers);
			const verzoek = await eigen.locator('input[name=verzoek]').first().inputValue();
			const form = {
				formulier: 'erbij',
				verzoek,
				voornaam,
				organisatie: '',
				perspectief: 'bewoner',
			};
			return () =>
				eigen.request.post(`${link}?/erbij`, {
					form,
					headers: { origin: server.url },
					maxRedirects: 0,
				});
		}),
	);
	const answers = await Promise.all([...mensen, ...mensen].map((tik) => tik()));
	expect(answers.map((answer) => answer.status())).toEqual(Array(6).fill(303));
	await page.goto(`${pad}/presentie`);
	for (const naam of namen) await expect(rowOf(page, naam)).toHaveCount(1);
});

test('een code die dicht is laat niemand meer binnen, en raden helpt niet', async ({
	page,
	browser,
	server,
}) => {
	await logIn(page, 'hanneke');
	const { cijfers } = await opent(page, 'De deur gaat dicht');
	const binnen = await telefoon(browser, server);
	const link = await typt(binnen, cijfers);
	await doetMee(binnen, 'Gerard', 'Bewoner');

	await page
		.getByRole('button', { name: `Code ${cijfers}` })
		.first()
		.click();
	await page.getByRole('button', { name: 'Niemand meer binnenlaten' }).click();
	await expect(page.getByRole('button', { name: 'Maak een code' }).first()).toBeVisible();

	const laat = await telefoon(browser, server);
	await laat.goto(link);
	await expect(
		laat.getByText('Deze code werkt niet meer. Vraag de begeleider om een nieuwe code.'),
	).toBeVisible();
	await axe(laat);
	await laat.goto('/m/zomaarietsdatnietbestaat');
	await expect(laat.getByText('Deze code kennen we niet.')).toBeVisible();
	await binnen.reload();
	await expect(binnen.getByText('Gerard')).toBeVisible();

	await page.getByRole('button', { name: 'Maak een code' }).first().click();
	const nieuw = await cijfersOp(page);
	expect(nieuw).not.toBe(cijfers);
	const link2 = await typt(laat, nieuw);

	for (let n = 0; n < 50; n++) {
		const answer = await laat.request.post('/meedoen', {
			form: { formulier: 'meedoen', verzoek: '', code: String(10_000_000 + n) },
			headers: { origin: server.url },
		});
		expect(await answer.text()).toContain(FOUT);
	}
	await laat.goto('/meedoen');
	await laat.getByLabel('Code').fill(nieuw);
	await laat.getByRole('button', { name: 'Doe mee' }).click();
	await expect(laat.getByText(FOUT).first()).toBeVisible();
	// who has the camera comes in all the same
	await laat.goto(link2);
	await doetMee(laat, 'Joke', 'Bewoner');
});
