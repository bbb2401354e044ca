import { aanTafel, luik, maakBord, regie } from './bord.ts';
import { screen } from './bijeenkomst.ts';
import { expect, PHONE, test } from './fixtures.ts';
import { started } from './started.ts';

/** Who leads gives regie away, and takes it back from a laptop that is dead: the table notices nothing. */

test('regie gaat over, ook als de laptop van de ander uit staat', async ({
	page: laptop,
	browser,
	server,
	iemand,
}) => {
	const zaal = { page: laptop, browser, server };
	const { pad, gast, context, wrong } = await aanTafel(zaal, 'Wie leidt er nu?');
	const ander = await iemand('sanne');
	await ander.goto(pad);
	await started(ander);
	await expect(ander.getByRole('button', { name: 'Neem de regie' })).toHaveCount(0);

	await test.step('wie de regie geeft, leest wie die nu heeft', async () => {
		const klok = await luik(laptop, 'Klok');
		await klok.getByLabel('Hoeveel minuten?').selectOption('10');
		await klok.getByRole('button', { name: 'Start de klok' }).click();
		await expect(gast.getByText(/^nog \d+ minuten$/)).toBeVisible();
		const mensen = await luik(laptop, 'Geef de regie aan');
		await mensen.getByLabel('Geef de regie aan').selectOption('Sanne de Wit');
		await mensen.getByRole('button', { name: 'Geef', exact: true }).click();
		await expect(regie(laptop)).toHaveCount(0);
		await expect(laptop.getByText('Sanne de Wit heeft nu de regie. Alles')).toBeVisible();
		await expect(ander.getByText('Jij hebt nu de regie.')).toBeVisible();
		await expect(regie(ander).getByRole('timer')).toBeVisible();
		await screen(laptop);
	});

	await test.step('een ander neemt het over als die laptop geen verbinding heeft', async () => {
		await ander.context().setOffline(true);
		await regie(ander).getByRole('button', { name: 'Pauze' }).click();
		await expect(regie(ander).getByRole('alert')).toHaveText(
			'Je hebt nu geen verbinding. Probeer het zo opnieuw.',
		);
		await laptop.getByRole('button', { name: 'Neem de regie over' }).click();
		await expect(regie(laptop).getByRole('timer')).toBeVisible();
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		await expect(gast.getByRole('heading', { level: 1 })).toHaveText('Wat betekent dit, voor wie?');
		await expect(gast.getByText(/^nog \d+ minuten$/)).toBeVisible();
	});

	await test.step('wie terugkomt leest rustig wat er gebeurde, en kan niets meer omgooien', async () => {
		await ander.context().setOffline(false);
		await expect(ander.getByText('Hanneke Terpstra heeft nu de regie. Alles')).toBeVisible();
		await expect(regie(ander)).toHaveCount(0);
		await expect(ander.getByRole('listitem').filter({ hasText: 'Duiden' }).first()).toHaveAttribute(
			'aria-current',
			'step',
		);
	});

	expect(wrong, 'what a page may never do').toEqual([]);
	await context.close();
});

test('op een telefoon gaat de regie open en dicht met één knop, en met Escape', async ({
	iemand,
}) => {
	const page = await iemand('hanneke', PHONE);
	await maakBord(page, 'Kan het ook met een duim?');
	const alles = page.getByRole('button', { name: 'Alles van de regie' });
	const stil = regie(page).getByRole('switch', { name: 'Stil schrijven' });
	await expect(stil).toBeHidden();
	await alles.click();
	await stil.click();
	await expect(stil).toBeChecked();
	await screen(page);
	const vak = await luik(page, 'Klok');
	await vak.locator('summary').focus();
	await page.keyboard.press('Escape');
	await expect(vak.getByLabel('Hoeveel minuten?')).toBeHidden();
	await expect(stil).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(stil).toBeHidden();
	await expect(alles).toBeFocused();
});
