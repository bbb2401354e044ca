import type { Page } from '@playwright/test';
import { aanTafel, legt, luik, maakBord, regie, verplaats } from './bord.ts';
import { screen } from './bijeenkomst.ts';
import { expect, logIn, test } from './fixtures.ts';
import { started } from './started.ts';

/** What who holds regie does, and what the others see of it on their own screens. */

test.describe.configure({ timeout: 240_000 });

const BEL = 'De bel deed het niet';
const LICHT = 'Het licht bleef aan';
const GROEPEN = ['Aan de deur', 'In de straat'] as const;

const meer = async (page: Page) => (await luik(page, 'Bord op slot')).getByRole('switch').first();

test('slot, één briefje, handen, weggaan, terugkomen en stippen', async ({
	page: laptop,
	browser,
	server,
	iemand,
}) => {
	const zaal = { page: laptop, browser, server };
	const { pad, cijfers, gast, context, wrong } = await aanTafel(zaal, 'Wat doen we aan de deur?');
	const lid = await iemand('sanne');
	await lid.goto(pad);
	await started(lid);
	await legt(gast, BEL);
	await legt(gast, LICHT);
	const beamer = await laptop.context().newPage();
	await beamer.setViewportSize({ width: 1920, height: 1080 });
	await beamer.goto(`${pad}/beamer`);

	await test.step('het bord op slot: alleen wie de regie heeft legt en verplaatst', async () => {
		await (await meer(laptop)).click();
		await expect(gast.getByText('De begeleider zet de tafel even stil.')).toBeVisible();
		await expect(lid.getByText('Het bord staat op slot.')).toBeVisible();
		await expect(lid.getByRole('button', { name: 'Leg op tafel' })).toHaveCount(0);
		await screen(lid);
		await (await meer(laptop)).click();
		await expect(gast.getByRole('button', { name: 'Leg op tafel' })).toBeVisible();
	});

	await test.step('één briefje waar iedereen naar kijkt', async () => {
		await laptop.locator('button[data-briefje]').filter({ hasText: BEL }).click();
		const venster = laptop.getByRole('dialog', { name: 'Verplaats naar…' });
		await venster.getByRole('button', { name: 'Laat iedereen dit zien' }).click();
		await expect(venster).toHaveCount(0);
		await expect(gast.getByRole('link', { name: 'Kijk samen' })).toBeInViewport();
		for (const scherm of [laptop, lid, gast])
			await expect(scherm.getByRole('complementary', { name: 'Samen bekijken' })).toContainText(
				BEL,
			);
		await expect(beamer.getByRole('figure')).toHaveText(new RegExp(BEL));
		await lid.getByRole('button', { name: 'Lijst', exact: true }).click();
		await expect(lid.getByRole('complementary', { name: 'Samen bekijken' })).toContainText(BEL);
		await lid.getByRole('button', { name: 'Tafel', exact: true }).click();
		await screen(laptop);
		await laptop.getByRole('button', { name: 'Klaar met dit briefje' }).click();
		await expect(gast.getByText('Hier kijken we nu samen naar')).toHaveCount(0);
		await expect(beamer.getByText(LICHT)).toBeVisible();
	});

	await test.step('een hand gaat omhoog en, als het woord gegeven is, omlaag', async () => {
		await gast.getByRole('button', { name: 'Hand op' }).click();
		await gast.getByRole('button', { name: 'Ik ben klaar' }).click();
		const vak = await luik(laptop, 'Geef de regie aan');
		await expect(vak.getByText('1 van 3 klaar')).toBeVisible();
		await vak.getByRole('button', { name: 'Hand omlaag' }).click();
		await expect(gast.getByRole('button', { name: 'Hand op', pressed: false })).toBeVisible();
	});

	await test.step('wie wordt weggestuurd is er meteen uit, en komt terug als dat mag', async () => {
		const vak = await luik(laptop, 'Geef de regie aan');
		await vak
			.getByRole('listitem')
			.filter({ hasText: 'Fatima' })
			.getByRole('button', { name: 'Haal weg' })
			.click();
		await laptop.getByRole('alertdialog').getByRole('button', { name: 'Ja, haal weg' }).click();
		await expect(gast.getByText('Je kunt hier nu niet meedoen.')).toBeVisible();
		await expect(laptop.getByText('2 doen mee')).toBeVisible();
		await gast.reload();
		await expect(gast.getByRole('button', { name: 'Leg op tafel' })).toHaveCount(0);
		await (
			await luik(laptop, 'Weggestuurd')
		)
			.getByRole('button', { name: 'Laat weer toe' })
			.click();
		await expect(laptop.getByText('Weggestuurd', { exact: true })).toHaveCount(0);
		await gast.goto(pad.replace('/borden/', '/tafel/'));
		await expect(gast.getByRole('button', { name: 'Leg op tafel' })).toBeVisible();
		await expect(laptop.getByText('3 doen mee')).toBeVisible();
	});

	await test.step('stippen: met een fase verder stopt de ronde, en dat is terug te draaien', async () => {
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		for (const [at, tekst] of [BEL, LICHT].entries()) {
			await verplaats(laptop, tekst, 'Nieuwe groep');
			const groep = laptop.locator('li.groep').filter({ hasText: tekst });
			await groep.getByLabel('Naam van deze groep').fill(GROEPEN[at]!);
			await expect(laptop.locator(`li.groep[aria-label="${GROEPEN[at]}"]`)).toBeVisible();
		}
		const vak = await luik(laptop, 'Stippen geven');
		await vak.getByLabel('Hoeveel stippen krijgt ieder?').selectOption('2');
		await vak.getByRole('button', { name: 'Begin met stippen' }).click();
		await gast.getByRole('button', { name: `Geef een stip aan ${GROEPEN[0]}` }).click();
		await expect(regie(laptop).getByText('1 van 6 stippen').first()).toBeVisible();
		await regie(laptop).getByRole('button', { name: 'Naar Doen' }).click();
		const vraag = laptop.getByRole('alertdialog', { name: 'Naar Doen?' });
		await expect(vraag).toContainText('Er zijn nog 5 stippen niet gegeven.');
		await vraag.getByRole('button', { name: 'Ja, naar Doen' }).click();
		await expect(gast.getByRole('button', { name: 'Geef een stip aan' })).toHaveCount(0);
		const stand = await luik(laptop, 'van 6 stippen');
		await stand.getByRole('button', { name: 'Ga verder met stippen' }).click();
		await expect(gast.getByText('Je hebt nog 1 stip')).toBeVisible();
		await expect(beamer.getByRole('heading', { name: GROEPEN[1] })).toBeVisible();
	});

	await test.step('een helper telt in de zaal, en dat staat bij de uitslag', async () => {
		await lid.getByText('Tel stippen van wie geen telefoon heeft').click();
		await lid.getByLabel('Welke groep?').selectOption(GROEPEN[1]);
		await lid.getByLabel('Hoeveel stippen?').fill('veel');
		await lid.getByRole('button', { name: 'Tel erbij' }).click();
		await expect(lid.getByText('Vul het aantal stippen in dat je telde.')).toBeVisible();
		await lid.getByLabel('Hoeveel stippen?').fill('4');
		await lid.getByRole('button', { name: 'Tel erbij' }).click();
		await expect(lid.getByText(`4 bij ${GROEPEN[1]}`, { exact: true })).toBeVisible();
		await regie(laptop).getByRole('button', { name: 'Toon uitslag' }).click();
		for (const scherm of [laptop, lid]) {
			await expect(scherm.locator(`li.groep[aria-label="${GROEPEN[1]}"]`)).toContainText(
				'4 stippen',
			);
			await expect(scherm.getByText('4 stippen zijn geteld in de zaal.')).toBeVisible();
		}
		await screen(lid);
	});

	await test.step('een code die dicht is, staat nergens meer', async () => {
		await expect(beamer.getByText(cijfers)).toBeVisible();
		const vak = await luik(laptop, 'Sluit de code');
		await vak.getByRole('button', { name: 'Sluit de code' }).click();
		for (const scherm of [beamer, laptop]) await expect(scherm.getByText(cijfers)).toHaveCount(0);
		await expect(gast.getByRole('button', { name: 'Hand op' })).toBeVisible();
	});

	expect(wrong, 'what a page may never do').toEqual([]);
	await context.close();
});

test('op het scherm in de zaal bladert wat niet op één blad past, tot iemand het stilzet', async ({
	page,
}) => {
	await logIn(page, 'hanneke');
	const pad = await maakBord(page, 'Past dit op één blad?');
	for (let nr = 1; nr <= 8; nr++) {
		const veld = page.getByRole('textbox', { name: 'Jouw briefje', exact: true });
		await veld.fill(`Briefje nummer ${nr}`);
		await page.getByRole('button', { name: 'Leg op tafel' }).click();
		await expect(veld).toHaveValue('');
	}
	await page.clock.install();
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto(`${pad}/beamer`);
	const een = page.getByText('Briefje nummer 8', { exact: true });
	const twee = page.getByText('Briefje nummer 2', { exact: true });
	await expect(een).toBeVisible();
	await expect(page.getByText('Blad 1 van 2')).toBeVisible();
	await page.clock.fastForward(15_000);
	await expect(twee).toBeVisible();
	await expect(een).toHaveCount(0);
	await screen(page);
	await page.clock.fastForward(15_000);
	await expect(een).toBeVisible();
	await page.getByRole('button', { name: 'Zet het bladeren stil' }).click();
	await page.clock.fastForward(60_000);
	await expect(page.getByText('Blad 1 van 2')).toBeVisible();
	await page.keyboard.press('PageDown');
	await expect(twee).toBeVisible();
	await expect(page.getByRole('button', { name: 'Blader vanzelf' })).toBeVisible();
});
