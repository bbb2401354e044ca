import type { Page } from '@playwright/test';
import { GEEN_PERIODE, isAsked, MIDDAG, plan, rowOf } from './bijeenkomst.ts';
import { axe, dutch, expect, fitsWidth, logIn, openTeam, save, tabTo, test } from './fixtures.ts';
import { TEAM } from './samen.ts';

/** What is odd is asked beside its field, once; what was typed stays, and the same button is yes (AC-45). */

const ANDER = 'Verbondenheid en Veerkracht';
const KERST = '25 december 2019 is eerste kerstdag.';
const TE_LANG = 'Dit duurt langer dan 12 uur. Kijk de tijden na.';
const knop = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

async function vulKerst(page: Page, titel: string) {
	await openTeam(page, TEAM, 'bijeenkomsten/nieuw');
	await page.getByLabel('Titel').fill(titel);
	await page.getByLabel('Wanneer').fill('25 december 2019');
	await page.getByLabel('Begint om').fill('8.00');
	await page.getByLabel('Klaar om').fill('21.30');
	await page.getByLabel('Plaats').fill('De Wissel');
}

async function kerstStaatEr(page: Page, titel: string) {
	await expect(page.getByLabel('Wanneer')).toHaveAccessibleDescription(new RegExp(KERST));
	await expect(page.getByLabel('Klaar om')).toHaveAccessibleDescription(new RegExp(TE_LANG));
	for (const [label, value] of Object.entries({
		...{ Titel: titel, Wanneer: '25 december 2019', Plaats: 'De Wissel' },
		...{ 'Begint om': '8.00', 'Klaar om': '21.30' },
	}))
		await expect(page.getByLabel(label).first()).toHaveValue(value);
	// odd is not wrong
	await expect(page.getByLabel('Wanneer')).not.toHaveAttribute('aria-invalid');
}

test('een kerstdag van dertien uur: gevraagd bij het veld, en met het toetsenbord toch gepland', async ({
	page,
}) => {
	await logIn(page, 'joke');
	await vulKerst(page, 'Kerst aan tafel');
	await isAsked(page, 'Plan de bijeenkomst', KERST);
	await kerstStaatEr(page, 'Kerst aan tafel');
	await axe(page);
	await dutch(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await fitsWidth(page);
	await page.setViewportSize({ width: 1440, height: 900 });

	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: KERST })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Wanneer')).toBeFocused();
	await tabTo(page, knop(page, 'Plan de bijeenkomst'));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kerst aan tafel');
	const pad = new URL(page.url()).pathname;

	// what was so already is not asked again; another day is
	await page.goto(`${pad}/wijzig`);
	await page.getByLabel('Titel', { exact: true }).fill('Kerst aan de lange tafel');
	await save(page, 'Bewaar');
	await page.goto(`${pad}/wijzig`);
	await page.getByLabel('Wanneer').first().fill('22 december 2019');
	await isAsked(page, 'Bewaar', '22 december 2019 is een zondag.');
	await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
	await page.getByLabel('Wanneer').first().fill('23 december 2091');
	await isAsked(page, 'Bewaar', `${GEEN_PERIODE} 23 december 2091 is een zondag.`);
	await page.getByLabel('Wanneer').first().fill('23 december 2019');
	await save(page, 'Bewaar');
});

test('meer dagen: elk bij de rij waar het staat', async ({ page }) => {
	await logIn(page, 'hanneke');
	const pad = await plan(page, 'Twee dagen weg', MIDDAG);
	await page.goto(`${pad}/wijzig`);
	await page.getByText('Dagdelen', { exact: true }).click();
	const deel = (n: number) => page.getByRole('group', { name: `Dagdeel ${n}` });
	const dagen = ['21 december 2019', '22 december 2019'];
	for (const [n, dag] of dagen.entries()) {
		await deel(n + 1)
			.getByLabel('Dag')
			.fill(dag);
		await deel(n + 1)
			.getByLabel('Van')
			.fill('9');
		await deel(n + 1)
			.getByLabel('Tot')
			.fill(n === 0 ? '22' : '12');
	}
	await isAsked(page, 'Leg de dagdelen vast', '22 december 2019 is een zondag.');
	await expect(deel(2).getByLabel('Dag')).toHaveAccessibleDescription(/is een zondag\./);
	await expect(deel(1).getByLabel('Dag')).not.toHaveAccessibleDescription(/is een zondag\./);
	await expect(deel(1).getByLabel('Tot')).toHaveAccessibleDescription(new RegExp(TE_LANG));
	await axe(page);
	await save(page, 'Leg de dagdelen vast', 'De dagdelen zijn bewaard.');
});

test.describe('zonder JavaScript', () => {
	test('is het net zo: op twee plekken tegelijk, en een organisatie die we niet kennen', async ({
		page,
		iemand,
	}) => {
		await logIn(page, 'hanneke');
		const tijd = { Wanneer: '11 juni 2026', ...MIDDAG };
		const stil = await plan(page, 'Stille bijeenkomst', { ...tijd, team: ANDER });
		const path = await plan(page, 'Koffie op de stoep', tijd);
		const kaal = await iemand('hanneke', { javaScriptEnabled: false });
		for (const [waar, zin] of [
			[stil, ''],
			[path, "Yıldız stond toen ook op de lijst van 'Stille bijeenkomst'."],
		] as const) {
			await kaal.goto(`${waar}/presentie`);
			await kaal.getByText('Zet iemand op de lijst').click();
			const wie = kaal.getByLabel(/^Wie was erbij\?\s*\(/);
			await wie.selectOption({ label: 'Yıldız Kaya' });
			if (zin) {
				await kaal.getByLabel(/^Namens\s*\(/).fill('De Buurtkamer');
				await kaal.getByLabel('Komt van buiten de regio').check();
			}
			await knop(kaal, 'Zet op de lijst').click();
			if (!zin) {
				await expect(kaal.getByText('Op de lijst gezet.')).toBeVisible();
				continue;
			}
			await expect(wie).toHaveAccessibleDescription(new RegExp(zin));
			await expect(kaal.getByLabel(/^Namens\s*\(/)).toHaveAccessibleDescription(
				/Deze organisatie kennen we nog niet\./,
			);
			await expect(kaal.getByLabel(/^Namens\s*\(/)).toHaveValue('De Buurtkamer');
			await expect(wie.locator('option:checked')).toHaveText('Yıldız Kaya');
			await expect(kaal.getByLabel('Komt van buiten de regio')).toBeChecked();
			await expect(kaal.getByRole('alert')).toContainText('Bewaar dan nog een keer.');
			await expect(rowOf(kaal, 'Yıldız Kaya').getByText('De Buurtkamer')).toHaveCount(0);
			await knop(kaal, 'Zet op de lijst').click();
		}
		await expect(rowOf(kaal, 'Yıldız Kaya')).toContainText('De Buurtkamer');

		await vulKerst(kaal, 'Kerst zonder script');
		await knop(kaal, 'Plan de bijeenkomst').click();
		await kerstStaatEr(kaal, 'Kerst zonder script');
		await knop(kaal, 'Plan de bijeenkomst').click();
		await expect(kaal.getByRole('heading', { level: 1 })).toHaveText('Kerst zonder script');
	});
});
