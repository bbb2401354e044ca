import { screen } from './bijeenkomst.ts';
import { cijfersVan, inRijen, luik, maakBord, regie, schuiftAan, verplaats } from './bord.ts';
import { expect, logIn, PHONE, test } from './fixtures.ts';

/** A phone on which no script runs: the page loads anew, and everything can be done. */

test.describe.configure({ timeout: 180_000 });

const TEKST = 'De huismeester kent iedereen';
const VIJANDIG = '<img src=x onerror=alert(1)> "en" \u202Eomgekeerd';

test('zonder script schrijft, wijzigt en stemt een gast als ieder ander', async ({
	page: laptop,
	browser,
	server,
}) => {
	await logIn(laptop, 'hanneke');
	const pad = await maakBord(laptop, 'Wie kent de buurt?');
	const context = await browser.newContext({
		...PHONE,
		baseURL: server.url,
		javaScriptEnabled: false,
	});
	const gast = await context.newPage();
	await schuiftAan(gast, await cijfersVan(laptop), ['Coby', 'Bewoner']);
	const veld = gast.getByRole('textbox', { name: 'Jouw briefje', exact: true });
	const leg = gast.getByRole('button', { name: 'Leg op tafel' });

	await test.step('leeg of te veel wordt gezegd, en wat er stond staat er nog', async () => {
		await leg.click();
		await expect(gast.getByText('Schrijf eerst iets op het briefje.')).toBeVisible();
		await veld.evaluate((one) => one.removeAttribute('maxlength'));
		await veld.fill('a'.repeat(601));
		await leg.click();
		await expect(gast.getByText('Dit is te lang.')).toBeVisible();
		await expect(veld).toHaveValue('a'.repeat(601));
	});

	await test.step('leggen, wijzigen, weghalen en terugzetten', async () => {
		for (const tekst of [VIJANDIG, 'De huismeester']) {
			await veld.fill(tekst);
			await leg.click();
			// a press is followed by another page: what is typed before it is there is lost
			await expect(veld).toHaveValue('');
		}
		await expect(laptop.getByText('<img src=x').first()).toBeVisible();
		const mijn = gast.getByRole('listitem').filter({ hasText: 'De huismeester' }).first();
		await mijn.getByLabel('Briefje aanpassen').click();
		await mijn.getByLabel('Wijzig je briefje').fill(TEKST);
		await mijn.getByRole('button', { name: 'Bewaar' }).click();
		await expect(laptop.getByText(TEKST).first()).toBeVisible();
		const eerste = gast.getByRole('listitem').filter({ hasText: '<img src=x' }).first();
		await eerste.getByLabel('Briefje aanpassen').click();
		await eerste.getByRole('button', { name: 'Haal weg' }).click();
		await expect(laptop.getByText('<img src=x')).toHaveCount(0);
		await gast.getByText('Weggehaald: 1').click();
		await gast.getByRole('button', { name: 'Zet terug' }).click();
		await expect(laptop.getByText('<img src=x').first()).toBeVisible();
		await screen(laptop);
	});

	await test.step('een stip, een hand, en klaar', async () => {
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		await verplaats(laptop, TEKST, 'Nieuwe groep');
		await laptop.getByLabel('Naam van deze groep').fill('Wie je kent');
		await (
			await luik(laptop, 'Stippen geven')
		)
			.getByRole('button', { name: 'Begin met stippen' })
			.click();
		await expect(regie(laptop).getByText('0 van 6 stippen').first()).toBeVisible();
		// by another line than the round: known to the server before somebody looks there
		const groepen = () => Object.keys(inRijen(server, pad));
		await expect.poll(groepen).toContain('Wie je kent');
		await gast.getByRole('link', { name: 'Kijk of er iets nieuws is' }).click();
		await gast.getByRole('button', { name: 'Geef een stip aan Wie je kent' }).click();
		await expect(gast.getByText('Je hebt nog 2 stippen')).toBeVisible();
		for (const naam of ['Hand op', 'Ik ben klaar']) {
			await gast.getByRole('button', { name: naam }).click();
			await expect(gast.getByRole('button', { name: naam, pressed: true })).toBeVisible();
		}
		await expect(regie(laptop).getByText('1 van 6 stippen').first()).toBeVisible();
	});
	await context.close();
});
