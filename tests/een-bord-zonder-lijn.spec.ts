import type { Page } from '@playwright/test';
import { maakBord, regie } from './bord.ts';
import { expect, logIn, test } from './fixtures.ts';
import { started } from './started.ts';

/** A member at the table whose line goes: what was laid down waits, and what was begun stays. */

const GELEGD = 'Geschreven in de trein';
const LATER = 'Geschreven in de tunnel';
const BEGIN = 'De post bleef liggen, en toen';

const veld = (page: Page) => page.getByRole('textbox', { name: 'Jouw briefje', exact: true });
const briefje = (page: Page, tekst: string) =>
	page.locator('[data-briefje]').filter({ hasText: tekst });
const mijn = (page: Page, tekst: string) => page.locator('[data-mijn]').filter({ hasText: tekst });
const leg = (page: Page) => page.getByRole('button', { name: 'Leg op tafel' }).click();

test('wat een lid neerlegt zonder lijn gaat later mee, één keer', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	const pad = await maakBord(page, 'Wat zie je onderweg?');
	const sanne = await iemand('sanne');
	await sanne.goto(pad);
	await started(sanne);
	const klaar = sanne.getByRole('button', { name: 'Ik ben klaar' });
	await expect(klaar).toHaveAttribute('aria-pressed', 'false');

	await test.step('het wacht, en er staat dat het wacht', async () => {
		await sanne.context().setOffline(true);
		await veld(sanne).fill(GELEGD);
		await leg(sanne);
		await expect(veld(sanne)).toHaveValue('');
		await klaar.click();
		await expect(klaar).toHaveAttribute('aria-pressed', 'true');
		await expect(mijn(sanne, GELEGD)).toContainText('Bewaard op dit apparaat');
		await expect(sanne.getByRole('banner')).toContainText('Bewaard op dit apparaat');
		await expect(briefje(page, GELEGD)).toHaveCount(0);
	});

	await test.step('met de lijn gaat het mee', async () => {
		await sanne.context().setOffline(false);
		await expect(briefje(page, GELEGD)).toHaveCount(1);
		await expect(mijn(sanne, GELEGD)).not.toContainText('Bewaard op dit apparaat');
	});

	await test.step('ook van een bladzijde die intussen dicht ging', async () => {
		await sanne.context().setOffline(true);
		await veld(sanne).fill(LATER);
		await leg(sanne);
		await expect(mijn(sanne, LATER)).toContainText('Bewaard op dit apparaat');
		await sanne.goto('about:blank');
		await sanne.context().setOffline(false);
		await sanne.goto(pad);
		await started(sanne);
		await expect(briefje(page, LATER)).toHaveCount(1);
		await sanne.reload();
		await started(sanne);
		await expect(briefje(sanne, LATER)).toHaveCount(1);
	});

	await test.step('wat begonnen is blijft van wie het schreef, ook als de fase verder gaat', async () => {
		await veld(sanne).fill(BEGIN);
		await expect(page.locator('.aanwezig')).toContainText('schrijft een briefje');
		await regie(page).getByRole('button', { name: 'Naar Duiden' }).click();
		await page.getByRole('button', { name: 'Ja, naar Duiden' }).click();
		await expect(sanne.getByText('Dit begon je bij Delen.')).toBeVisible();
		await expect(veld(sanne)).toHaveValue(BEGIN);
		await sanne.reload();
		await started(sanne);
		await expect(veld(sanne)).toHaveValue(BEGIN);
		await expect(briefje(page, BEGIN)).toHaveCount(0);
		await leg(sanne);
		await expect(briefje(page, BEGIN)).toHaveCount(1);
		await sanne.reload();
		await started(sanne);
		await sanne.getByText('Schrijf een briefje', { exact: true }).click();
		await expect(veld(sanne)).toHaveValue('');
	});
});

test('een menu dat nog nooit openging, zegt zonder lijn dat het niet kan', async ({
	page,
	iemand,
}) => {
	await logIn(page, 'hanneke');
	const pad = await maakBord(page, 'Wat ligt er op tafel?');
	await veld(page).fill(GELEGD);
	await leg(page);
	const sanne = await iemand('sanne');
	await sanne.goto(pad);
	await started(sanne);
	const dit = briefje(sanne, GELEGD);
	await dit.focus();
	await sanne.context().setOffline(true);
	await expect(sanne.getByText('Geen internet.')).toBeVisible();
	await sanne.keyboard.press('m');
	await expect(sanne.getByText('Je hebt nu geen verbinding.')).toBeVisible();
	await expect(dit).toBeFocused();

	await sanne.context().setOffline(false);
	await expect(sanne.getByText('Je bent weer verbonden.')).toBeVisible();
	await expect(sanne.getByRole('dialog')).toHaveCount(0);
	await sanne.keyboard.press('m');
	await expect(sanne.getByRole('dialog', { name: 'Verplaats naar…' })).toBeVisible();
});
