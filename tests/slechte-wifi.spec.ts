import { axe, emailVan, expect, follow, linkTo, PHONE, test } from './fixtures.ts';
import {
	BIJEENKOMST,
	countOf,
	expectSame,
	goToEndOf,
	noticeOn,
	openVerslag,
	savedIn,
	textIn,
	textOf,
} from './samen.ts';

/** AC-15: the wifi of a Huis van de Wijk. Nothing is lost, and nothing comes twice. */

const PARAGRAPH = 'Joke vertelt over haar buurvrouw';
const OFFLINE = 'Geen internet. Schrijf rustig door. We bewaren alles op dit apparaat.';
test.describe.configure({ timeout: 240_000 });

const BACK = 'Je bent weer verbonden. Alles is bijgewerkt.';

test('twee mensen schrijven zonder internet in dezelfde alinea', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const sanne = await iemand('sanne', PHONE);
	await openVerslag(sanne, path);
	const both = [hanneke, sanne];

	await test.step('de wifi valt weg: er staat wat er is, en schrijven gaat door', async () => {
		for (const page of both) {
			await goToEndOf(page, PARAGRAPH);
			await page.context().setOffline(true);
			await expect(noticeOn(page)).toHaveText(OFFLINE);
		}
		await hanneke.keyboard.type(' Hanneke dacht aan een brievenbus.');
		await sanne.keyboard.type(' Sanne kent er nog twee.');
		for (const page of both) await expect(savedIn(page)).toHaveText('Bewaard op dit apparaat');
		await axe(hanneke);
	});

	await test.step('op de telefoon staat het ook bij wie onderaan schrijft', async () => {
		const near = sanne.locator('.gereed').getByText('Bewaard op dit apparaat');
		await textOf(sanne).locator('p').last().scrollIntoViewIfNeeded();
		await expect(savedIn(sanne)).not.toBeInViewport();
		await expect(near).toBeInViewport({ ratio: 1 });
		await expect(hanneke.locator('.gereed').getByText('Bewaard op dit apparaat')).toBeHidden();
		await axe(sanne);
	});

	await test.step('de wifi komt terug: beide teksten staan er bij beiden, één keer', async () => {
		for (const page of both) await page.context().setOffline(false);
		await expect(noticeOn(hanneke)).toHaveText(BACK);
		for (const page of both) {
			await expect(savedIn(page)).toHaveText('Opgeslagen');
			await expect.poll(() => countOf(page, 'Hanneke dacht aan een brievenbus.')).toBe(1);
			await expect.poll(() => countOf(page, 'Sanne kent er nog twee.')).toBe(1);
		}
		await expectSame(both);
		await expect(noticeOn(hanneke)).toBeHidden();
	});

	await test.step('en nog steeds na herladen', async () => {
		const text = await textIn(hanneke);
		await hanneke.reload();
		await expect.poll(() => textIn(hanneke)).toBe(text);
	});
});

test('wat over de tekst zweeft is er ook zonder internet', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	await openVerslag(hanneke);
	// it came by itself, before anybody turned to the text
	const zweeft = hanneke.locator('.tekst-vlak > [role="status"]');
	await expect.poll(() => zweeft.count()).toBeGreaterThan(1);
	await hanneke.context().setOffline(true);
	await goToEndOf(hanneke, PARAGRAPH);
	await hanneke.keyboard.press('Enter');
	await hanneke.keyboard.type('/kop');
	await expect(hanneke.getByRole('listbox', { name: 'Zet erbij' })).toBeVisible();
	await hanneke.keyboard.press('Enter');
	await hanneke.keyboard.type('Kop zonder lijn');
	await expect(textOf(hanneke).locator('h2, h3, h4', { hasText: 'Kop zonder lijn' })).toBeVisible();
	await hanneke.keyboard.press('Shift+Control+ArrowLeft');
	await hanneke
		.getByRole('toolbar', { name: 'Bij je selectie' })
		.getByRole('button', { name: 'Link' })
		.click();
	const venster = hanneke.getByRole('dialog', { name: 'Waar gaat de link naartoe?' });
	await venster.getByLabel('Adres').fill('www.hu.nl');
	await venster.getByRole('button', { name: 'Bewaar de link' }).click();
	await expect(textOf(hanneke).locator('a', { hasText: 'lijn' })).toBeVisible();
	await hanneke.context().setOffline(false);
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
});

test('herladen midden in een woord', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	await goToEndOf(hanneke, 'Wat zien we samen?');
	// whoever is asked whether to leave says yes: the text must be there all the same
	hanneke.on('dialog', (dialog) => void dialog.accept());
	await hanneke.keyboard.type(' Half woo');
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
	await hanneke.reload();
	await openVerslag(hanneke, path);
	await expect.poll(() => countOf(hanneke, 'Half woo')).toBe(1);
	await goToEndOf(hanneke, 'Half woo');
	await hanneke.keyboard.type('rd');
	await expect.poll(() => countOf(hanneke, 'Half woord')).toBe(1);
});

test('een tabblad dat zonder internet dichtging, en later weer open', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const context = hanneke.context();
	const other = await context.newPage();
	await openVerslag(other, path);
	await context.setOffline(true);
	await goToEndOf(hanneke, 'Ruben vertelt');
	await hanneke.keyboard.type(' Uit het eerste tabblad.');
	await goToEndOf(other, PARAGRAPH);
	await other.keyboard.type(' Uit het tweede tabblad.');
	for (const page of [hanneke, other])
		await expect(savedIn(page)).toHaveText('Bewaard op dit apparaat');
	await hanneke.close({ runBeforeUnload: true });
	await other.close({ runBeforeUnload: true });
	await expect.poll(() => context.pages()).toEqual([]);

	await context.setOffline(false);
	const again = await context.newPage();
	await openVerslag(again, path);
	const sanne = await iemand('sanne');
	await openVerslag(sanne, path);
	for (const words of ['Uit het eerste tabblad.', 'Uit het tweede tabblad.'])
		for (const page of [again, sanne]) await expect.poll(() => countOf(page, words)).toBe(1);
});

test('een laptop die een uur sliep', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const sanne = await iemand('sanne');
	await sanne.clock.install();
	await openVerslag(sanne, path);
	await goToEndOf(sanne, PARAGRAPH);
	await sanne.keyboard.type(' Voor het slapen.');
	await expect(savedIn(sanne)).toHaveText('Opgeslagen');
	// asleep: no timer runs, and what comes in is not read
	await sanne.context().setOffline(true);
	await goToEndOf(hanneke, PARAGRAPH);
	await hanneke.keyboard.type(' Terwijl jij sliep.');
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
	await sanne.keyboard.type(' Net niet weg.');
	await sanne.clock.fastForward('01:00:00');
	await sanne.context().setOffline(false);
	await expect(savedIn(sanne)).toHaveText('Opgeslagen');
	for (const words of ['Voor het slapen.', 'Terwijl jij sliep.', 'Net niet weg.'])
		for (const page of [hanneke, sanne]) await expect.poll(() => countOf(page, words)).toBe(1);
});

test('de server is even weg: schrijven gaat door, en later staat alles er', async ({
	iemand,
	server,
}) => {
	const hanneke = await iemand('hanneke');
	await openVerslag(hanneke);
	await server.stop('SIGKILL');
	await expect(noticeOn(hanneke)).toHaveText(
		'Verbinding kwijt. We proberen het opnieuw. Je tekst blijft staan.',
	);
	await goToEndOf(hanneke, 'Wat proberen we uit?');
	await hanneke.keyboard.type(' Zonder server.');
	await expect(savedIn(hanneke)).toHaveText('Bewaard op dit apparaat');
	await server.start();
	// it says so for a moment
	await expect(noticeOn(hanneke)).toHaveText(BACK, { timeout: 40_000 });
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
	const sanne = await iemand('sanne');
	await openVerslag(sanne, new URL(hanneke.url()).pathname);
	await expect.poll(() => countOf(sanne, 'Zonder server.')).toBe(1);
	await expectSame([hanneke, sanne]);
});

test('op een apparaat dat ook anderen gebruiken wordt niets bewaard, en dat staat er', async ({
	page: hanneke,
}) => {
	await hanneke.goto('/inloggen');
	await hanneke.getByLabel('E-mailadres').first().fill(emailVan('hanneke'));
	await hanneke.getByLabel('Wachtwoord', { exact: true }).fill('kleedje thee en koekjes');
	await hanneke.getByLabel('Dit apparaat is van meer mensen').first().check();
	await hanneke.getByRole('button', { name: 'Log in', exact: true }).click();
	await expect(hanneke).not.toHaveURL(/\/inloggen/);
	await openVerslag(hanneke);
	// back and forth: so the browser knows the way back also later, without a line
	await follow(hanneke.getByRole('link', { name: /^Terug naar/ }));
	await follow(linkTo(hanneke, BIJEENKOMST));
	await expect(textOf(hanneke)).toHaveAttribute('contenteditable', 'true');
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
	await hanneke.context().setOffline(true);
	await expect(noticeOn(hanneke)).toHaveText(
		'Geen internet. Je tekst staat alleen op dit scherm. Laat deze bladzijde open.',
	);
	await goToEndOf(hanneke, 'Wat zien we samen?');
	await hanneke.keyboard.type(' Alleen hier.');
	await expect(savedIn(hanneke)).toHaveText('Opslaan lukt niet');
	const asked: string[] = [];
	hanneke.on('dialog', (dialog) => {
		asked.push(dialog.message());
		void dialog.dismiss();
	});
	// by keyboard: at a pointer Kit would already fetch what it points at
	await hanneke.getByRole('link', { name: /^Terug naar/ }).press('Enter');
	await expect(hanneke.getByText('Geen internet. Probeer het zo nog een keer.')).toBeVisible();
	expect(asked).toEqual([]);
	await hanneke.evaluate(() => history.back());
	await expect.poll(() => asked).toEqual([expect.stringContaining('alleen op dit scherm')]);
	expect(await countOf(hanneke, 'Alleen hier.')).toBe(1);
	await hanneke.context().setOffline(false);
	await expect(savedIn(hanneke)).toHaveText('Opgeslagen');
	expect(await hanneke.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('van iemand anders op dezelfde computer blijft niets achter', async ({ iemand }) => {
	const hanneke = await iemand('hanneke');
	await openVerslag(hanneke);
	const databases = () =>
		hanneke.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
	await expect.poll(databases).toEqual(['samenspel']);
	await hanneke.goto('/account');
	await hanneke.getByRole('button', { name: 'Log uit' }).click();
	await expect(hanneke).toHaveURL(/\/inloggen/);
	await expect.poll(databases).toEqual([]);
});

// last: from here on nobody writes in it
test('wat zonder internet geschreven werd voor een verslag dat nu vastgesteld is, is te kopiëren', async ({
	iemand,
}) => {
	const hanneke = await iemand('hanneke');
	const path = await openVerslag(hanneke);
	const sanne = await iemand('sanne');
	await openVerslag(sanne, path);
	await sanne.context().setOffline(true);
	await goToEndOf(sanne, PARAGRAPH);
	await sanne.keyboard.type(' In de trein bedacht.');
	await expect(savedIn(sanne)).toHaveText('Bewaard op dit apparaat');
	const tab = await sanne.context().newPage();
	await sanne.close();

	await hanneke.getByRole('button', { name: 'Stel vast' }).click();
	const zeker = hanneke.getByRole('alertdialog', { name: 'Dit verslag vaststellen?' });
	await zeker.getByRole('button', { name: 'Ja, stel vast' }).click();
	await expect(hanneke.getByText('Dit verslag is vastgesteld.')).toBeVisible();

	await tab.context().setOffline(false);
	await tab.goto(path);
	await expect(tab.getByText('Dit verslag is vastgesteld.')).toBeVisible();
	await expect(tab.getByLabel('Jouw tekst')).toHaveValue('In de trein bedacht.');
	await expect(tab.getByRole('article', { name: 'Verslag' })).not.toContainText('In de trein');
	await hanneke.reload();
	await expect(hanneke.getByText('Dit verslag is vastgesteld.')).toBeVisible();
	await expect(hanneke.getByLabel('Jouw tekst')).toBeHidden();
	await tab.getByRole('button', { name: 'Haal weg van dit apparaat' }).click();
	await expect(tab.getByLabel('Jouw tekst')).toBeHidden();
	await tab.reload();
	await expect(tab.getByText('Dit verslag is vastgesteld.')).toBeVisible();
	await expect(tab.getByLabel('Jouw tekst')).toBeHidden();
});
