import type { Page } from '@playwright/test';
import {
	cijfersVan,
	inLijst,
	inRijen,
	inUitvoer,
	legt,
	luik,
	maakBord,
	opBeamer,
	opBord,
	opTelefoon,
	regie,
	schuiftAan,
	telefoon,
	verplaats,
} from './bord.ts';
import { screen } from './bijeenkomst.ts';
import { expect, logIn, test } from './fixtures.ts';

/** AC-17: who leads on a laptop, a beamer, and three guests on phones, of whom one has no line for two minutes. */

test.describe.configure({ timeout: 300_000 });

const TITEL = 'Wie belt er aan, en wanneer?';
const BRIEVEN = 'Brieven en de deur';
const BUREN = 'De buurvrouw weet het eerst';
const AFSPRAAK = 'De huismeester krijgt een nummer om te bellen';

const VAN = {
	fatima: ['Mijn buurvrouw belde aan voor de brieven', 'Zes brieven in drie maanden'],
	ali: ['De huismeester zag het licht niet meer branden'],
	coby: ['Ik kreeg koffie en toen pas het verhaal', 'Niemand belt bij mij aan'],
} as const;
const vraagOp = (page: Page) => page.getByRole('heading', { level: 1 });
const ALLE = Object.values(VAN).flat();

test('delen, duiden en doen aan een gemengde tafel: op elk scherm dezelfde uitkomst', async ({
	page: laptop,
	browser,
	server,
}) => {
	await logIn(laptop, 'hanneke');
	const pad = await maakBord(laptop, TITEL);
	const cijfers = await cijfersVan(laptop);

	const beamer = await laptop.context().newPage();
	await beamer.setViewportSize({ width: 1920, height: 1080 });
	await beamer.goto(`${pad}/beamer`);
	await expect(beamer.getByRole('heading', { level: 1 })).toHaveText(TITEL);
	await expect(beamer.getByText(cijfers)).toBeVisible();

	const telefoons = await Promise.all([1, 2, 3].map(() => telefoon(browser, server)));
	const [fatima, ali, coby] = telefoons.map(({ page }) => page) as [Page, Page, Page];
	const gasten = [fatima, ali, coby];
	await coby.clock.install();
	/** The same lies in the same place on every screen, in what leaves the program and in the rows. */
	async function ligtOveral(tafel: Record<string, string[]>) {
		await expect.poll(() => opBord(laptop)).toEqual(tafel);
		for (const gast of gasten) await expect.poll(() => opTelefoon(gast)).toEqual(tafel);
		await laptop.getByRole('button', { name: 'Lijst', exact: true }).click();
		await expect.poll(() => inLijst(laptop)).toEqual(tafel);
		await laptop.getByRole('button', { name: 'Tafel', exact: true }).click();
		await expect.poll(() => inRijen(server, pad)).toEqual(tafel);
		expect(await inUitvoer(laptop, pad)).toEqual(tafel);
	}
	await schuiftAan(fatima, cijfers, ['Fatima', 'Bewoner']);
	await schuiftAan(ali, cijfers, ['Ali', 'Vrijwilliger']);
	await schuiftAan(coby, cijfers, ['Coby', 'Bewoner']);
	await expect(laptop.getByText('4 doen mee')).toBeVisible();

	await test.step('delen: ieder schrijft voor zichzelf, en niemand ziet wat', async () => {
		await regie(laptop).getByRole('switch', { name: 'Stil schrijven' }).click();
		for (const gast of gasten)
			await expect(gast.getByText('Nu zie alleen jij dit briefje.')).toBeVisible();
		await expect(beamer.getByText('Ieder schrijft nu voor zichzelf.')).toBeVisible();
		for (const tekst of VAN.fatima) await legt(fatima, tekst);
		for (const tekst of VAN.ali) await legt(ali, tekst);
		await legt(coby, VAN.coby[0]);
		await expect(beamer.getByText('3 van 4 schreven iets')).toBeVisible();
		for (const scherm of [laptop, beamer, ali])
			for (const tekst of VAN.fatima) await expect(scherm.getByText(tekst)).toHaveCount(0);
		await screen(fatima);
	});

	await test.step('wie geen internet heeft, schrijft door op het eigen apparaat', async () => {
		await coby.context().setOffline(true);
		await expect(coby.getByText('Geen internet.')).toBeVisible();
		await legt(coby, VAN.coby[1]);
		await coby.clock.fastForward('02:00');
		await expect(coby.getByText('Bewaard op dit apparaat')).toBeVisible();
		await regie(laptop)
			.getByRole('button', { name: /^Leg open/ })
			.click();
		for (const scherm of [laptop, beamer, fatima, ali])
			for (const tekst of [...VAN.fatima, ...VAN.ali, VAN.coby[0]])
				await expect(scherm.getByText(tekst).first()).toBeVisible();
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		await expect(vraagOp(fatima)).toHaveText('Wat betekent dit, voor wie?');
		await expect(coby.getByText(VAN.ali[0])).toHaveCount(0);

		await coby.context().setOffline(false);
		await expect(vraagOp(coby)).toHaveText('Wat betekent dit, voor wie?');
		for (const scherm of [laptop, fatima, ali, coby])
			for (const tekst of ALLE) await expect(scherm.getByText(tekst).first()).toBeVisible();
		await expect(coby.getByText('Bewaard op dit apparaat')).toHaveCount(0);
	});

	await test.step('duiden: samen ordenen en een naam geven', async () => {
		for (const [naam, eerste, ...rest] of [
			[BRIEVEN, VAN.fatima[1], VAN.fatima[0]],
			[BUREN, VAN.ali[0], VAN.coby[0]],
		] as const) {
			await verplaats(laptop, eerste, 'Nieuwe groep');
			const groep = laptop.locator('li.groep').filter({ hasText: eerste });
			await groep.getByLabel('Naam van deze groep').fill(naam);
			await expect(laptop.locator(`li.groep[aria-label="${naam}"]`)).toBeVisible();
			for (const tekst of rest) await verplaats(laptop, tekst, naam);
		}
		const tafel = {
			[BRIEVEN]: [...VAN.fatima].sort(),
			[BUREN]: [VAN.ali[0], VAN.coby[0]].sort(),
			Los: [VAN.coby[1]],
		};
		await ligtOveral(tafel);
		await expectBeamer([
			[BRIEVEN, '2 briefjes'],
			[BUREN, '2 briefjes'],
		]);
		await screen(laptop);
		await screen(ali);
	});

	await test.step('stippen: ieder drie, en niemand ziet hoe het loopt', async () => {
		const vak = await luik(laptop, 'Stippen geven');
		await vak.getByRole('button', { name: 'Begin met stippen' }).click();
		const stip = (gast: Page, naam: string) =>
			gast.getByRole('button', { name: `Geef een stip aan ${naam}` }).click();
		const geeft: [Page, string[]][] = [
			[fatima, [BRIEVEN, BRIEVEN, BUREN]],
			[ali, [BUREN, BUREN, BUREN]],
			[coby, [BRIEVEN, BUREN, BUREN]],
		];
		for (const [gast, namen] of geeft) {
			await expect(gast.getByText('Je hebt nog 3 stippen')).toBeVisible();
			for (const naam of namen) await stip(gast, naam);
			await expect(gast.getByText('Je stippen zijn op. Je kunt ze nog verplaatsen.')).toBeVisible();
		}
		await expect(regie(laptop).getByText('9 van 12 stippen').first()).toBeVisible();
		await expect(beamer.getByText('9 van 12 stippen gegeven')).toBeVisible();
		for (const scherm of [beamer, fatima])
			await expect(scherm.getByText('6 stippen')).toHaveCount(0);
		await screen(coby);

		await regie(laptop).getByRole('button', { name: 'Naar Doen' }).click();
		const vraag = laptop.getByRole('alertdialog', { name: 'Naar Doen?' });
		await expect(vraag).toContainText(
			'Iedereen ziet meteen het nieuwe vak. Er zijn nog 3 stippen niet gegeven.',
		);
		await vraag.getByRole('button', { name: 'Wacht nog even' }).click();
		await regie(laptop).getByRole('button', { name: 'Toon uitslag' }).click();
		await expectUitslag();
		await screen(beamer);
	});

	async function expectUitslag() {
		for (const [naam, stippen] of [
			[BUREN, '6 stippen'],
			[BRIEVEN, '3 stippen'],
		] as const) {
			await expect(laptop.locator(`li.groep[aria-label="${naam}"]`)).toContainText(stippen);
			for (const gast of gasten)
				await expect(gast.getByRole('heading', { level: 3, name: naam })).toContainText(stippen);
		}
	}
	async function expectBeamer(kaarten: [string, string][]) {
		await expect.poll(() => opBeamer(beamer)).toEqual(kaarten);
	}

	await test.step('doen: een afspraak, die iedereen ziet', async () => {
		await expectBeamer([
			[BUREN, '6 stippen'],
			[BRIEVEN, '3 stippen'],
		]);
		await regie(laptop).getByRole('button', { name: 'Naar Doen' }).click();
		await laptop.getByText('Maak een afspraak', { exact: true }).click();
		await laptop.getByLabel('Wat gaan jullie doen?').fill(AFSPRAAK);
		await laptop.getByLabel('Wie doet dit?').fill('Sanne de Wit');
		await laptop.getByLabel('Voor wanneer?').fill('2091-01-15');
		await laptop.getByRole('button', { name: 'Spreek dit af', exact: true }).click();
		await expect(laptop.getByText('Het staat erbij.')).toBeVisible();
		for (const scherm of [beamer, ...gasten])
			await expect(scherm.getByText(AFSPRAAK).first()).toBeVisible();
		await screen(fatima);
	});

	await test.step('en na een stroomstoring is alles er nog, op elk scherm gelijk', async () => {
		const voor = await opBord(laptop);
		expect(Object.values(voor).flat().toSorted()).toEqual([...ALLE].sort());
		await server.stop('SIGKILL');
		await server.start();
		for (const scherm of [laptop, beamer, ...gasten]) {
			await scherm.reload();
			await expect(scherm.getByText(AFSPRAAK).first()).toBeVisible();
		}
		// the guests are straight back in, on the same phone
		await ligtOveral(voor);
		await expectBeamer([[AFSPRAAK, '']]);
		await expectUitslag();
		await expect(laptop.getByText('4 doen mee')).toBeVisible();
	});

	for (const { wrong, context } of telefoons) {
		expect(wrong, 'what a page may never do').toEqual([]);
		await context.close();
	}
});
