import type { Page } from '@playwright/test';
import { luik, maakBord, regie } from './bord.ts';
import { axe, expect, fitsWidth, logIn, PHONE, tabTo, test } from './fixtures.ts';
import { press } from './keyboard.ts';
import { started } from './started.ts';

/** The same bord as a list: by keys alone on a laptop, with a thumb on a phone. */

const SLEUTEL = 'De buurvrouw heeft de sleutel';
const BEL = 'De bel doet het niet';
const NAAM = 'Wie kan erbij?';
const POST = 'Je post ligt er al een week';

const groep = (page: Page, naam: string) => page.getByRole('region', { name: naam, exact: true });
const los = (page: Page) => page.getByRole('region', { name: /^Delen$/ }).getByRole('list');
const veldVan = (page: Page) => page.getByRole('textbox', { name: 'Jouw briefje', exact: true });
const isLijst = (page: Page) =>
	expect(page.getByRole('button', { name: 'Lijst', pressed: true })).toBeVisible();

test('schrijven, ordenen en terugzetten in de lijst', async ({ page: laptop, iemand }) => {
	await logIn(laptop, 'hanneke');
	const pad = await maakBord(laptop, 'Wie heeft de sleutel?');
	await press(laptop, 'button', 'Lijst');
	await isLijst(laptop);
	await laptop.reload();
	await started(laptop);
	await isLijst(laptop);
	await tabTo(laptop, veldVan(laptop));
	for (const tekst of [BEL, POST]) {
		await laptop.keyboard.type(tekst);
		await laptop.keyboard.press('ControlOrMeta+Enter');
		await expect(veldVan(laptop)).toHaveValue('');
		await expect(veldVan(laptop)).toBeFocused();
	}

	const telefoon = await iemand('sanne', PHONE);
	await telefoon.goto(pad);
	await started(telefoon);
	await isLijst(telefoon);
	await fitsWidth(telefoon);
	await expect(los(telefoon)).toContainText([POST]);

	await test.step('wat iemand schrijft blijft, ook als de fase en de weergave veranderen', async () => {
		await veldVan(telefoon).fill(SLEUTEL);
		await expect(laptop.locator('.aanwezig')).toContainText('schrijft een briefje');
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		await laptop.getByRole('button', { name: 'Ja, naar Duiden' }).click();
		await expect(telefoon.getByText('We zijn nu bij Duiden.', { exact: true })).toBeVisible();
		await telefoon.getByRole('button', { name: 'Tafel', exact: true }).click();
		await telefoon.getByRole('button', { name: 'Lijst', exact: true }).click();
		await expect(veldVan(telefoon)).toHaveValue(SLEUTEL);
		await axe(telefoon);
		await telefoon.getByRole('button', { name: 'Leg op tafel' }).click();
		await expect(veldVan(telefoon)).toHaveValue('');
		await expect(los(laptop).getByText(SLEUTEL, { exact: true })).toBeVisible();
	});

	await test.step('met de toetsen naar een groep, en weer terug', async () => {
		await press(laptop, 'button', 'Groep');
		await expect(laptop.getByLabel('Hoe noemen jullie dit?')).toBeVisible();
		await tabTo(laptop, laptop.getByLabel('Hoe noemen jullie dit?'));
		await laptop.keyboard.type(NAAM);
		await laptop.keyboard.press('Enter');
		await expect(groep(laptop, NAAM)).toBeVisible();

		const knop = (tekst: string) =>
			los(laptop)
				.or(groep(laptop, NAAM))
				.getByRole('listitem')
				.filter({ hasText: tekst })
				.getByRole('button', { name: /^Verplaats naar…/ });
		await tabTo(laptop, knop(BEL));
		await laptop.keyboard.press('ArrowDown');
		await expect(knop(POST)).toBeFocused();
		await laptop.keyboard.press('m');
		const venster = laptop.getByRole('dialog', { name: 'Verplaats naar…' });
		await expect(venster).toContainText(POST);
		await axe(laptop);
		await tabTo(laptop, venster.getByRole('button', { name: NAAM }));
		await laptop.keyboard.press('Enter');
		await expect(groep(laptop, NAAM)).toContainText(POST);
		await expect(knop(POST)).toBeFocused();

		await telefoon.getByRole('button', { name: 'Duiden', exact: true }).click();
		await expect(groep(telefoon, NAAM)).toContainText(POST);
		await press(laptop, 'button', 'Stap terug');
		await expect(groep(telefoon, NAAM)).not.toContainText(POST);
		await axe(telefoon);
	});

	await test.step('een telefoon laat zien waar nu wat te doen is, ook bij stippen in Doen', async () => {
		const toont = (fase: string) =>
			expect(telefoon.getByRole('button', { name: fase, pressed: true })).toBeVisible();
		await regie(laptop).getByRole('button', { name: 'Naar Doen' }).click();
		await toont('Doen');
		const vak = await luik(laptop, 'Stippen geven');
		await vak.getByRole('button', { name: 'Begin met stippen' }).click();
		await toont('Duiden');
		await telefoon.getByRole('button', { name: `Stip bij ${NAAM}` }).click();
		await expect(
			regie(laptop)
				.getByText(/^1 van \d+ stippen$/)
				.first(),
		).toBeVisible();
	});
});
