import type { Page } from '@playwright/test';
import {
	axe,
	dutch,
	expect,
	follow,
	linkIn,
	logIn,
	mailTo,
	openTeam,
	test,
	written,
} from './fixtures.ts';

/** AC-06: a docentonderzoeker, a welfare worker and a resident each reach the right team. */

test.describe.configure({ mode: 'serial' });

const TEAM = 'Verbondenheid en Veerkracht';

interface Guest {
	naam: string;
	perspectief: string;
	hoe: string;
	email?: string;
	namens?: string;
}

async function invite(page: Page, { naam, perspectief, hoe, email = '', namens }: Guest) {
	await logIn(page, 'hanneke');
	await openTeam(page, TEAM, 'leden');
	await follow(page.getByRole('link', { name: 'Nodig iemand uit', exact: true }).first());
	await page.getByLabel('Naam').fill(naam);
	await page.getByLabel('Van welke kant kijkt deze persoon?').selectOption({ label: perspectief });
	if (namens) await page.getByLabel('Namens welke organisatie?').selectOption({ label: namens });
	await page.getByRole('radio', { name: hoe }).check();
	await page.getByLabel('E-mailadres').fill(email);
	await axe(page);
	await page.getByRole('button', { name: 'Nodig uit' }).click();
	await expect(page).toHaveURL(/\/uitnodigingen\//);
	await expect(page.getByRole('main')).toContainText(naam);
	await axe(page);
	await dutch(page);
}

async function comeIn(page: Page, naam: string) {
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Schuif je aan bij');
	await expect(page.getByLabel('Wachtwoord')).toHaveCount(0);
	await axe(page);
	await dutch(page);
	await page.getByLabel('Voornaam', { exact: true }).fill(naam);
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(naam);
	await follow(page.getByRole('navigation').getByRole('link', { name: TEAM }).first());
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(TEAM);
	await follow(page.getByRole('link', { name: 'Leden', exact: true }));
	await expect(page.getByRole('row').filter({ hasText: naam })).toBeVisible();
}

for (const guest of [
	{
		naam: 'Willeke',
		perspectief: 'onderzoek en onderwijs',
		email: 'willeke@hogeschool.example',
		namens: 'Hogeschool Rotterdam',
	},
	{ naam: 'Driss', perspectief: 'sociaal werk', email: 'driss@buurtwerk.example' },
])
	test(`${guest.naam} schuift aan met een mail`, async ({ page, secondPage, server }) => {
		await invite(page, { ...guest, hoe: 'Wij mailen de uitnodiging' });
		const mail = await mailTo(server, guest.email);
		expect(mail).toContain('Schuif je aan bij');
		await secondPage.goto(linkIn(mail));
		await comeIn(secondPage, guest.naam);
	});

test('een bewoner schuift aan met een code op papier, zonder wachtwoord', async ({
	page,
	secondPage,
}) => {
	await invite(page, {
		naam: 'Corrie',
		perspectief: 'bewoner',
		hoe: 'Ik geef een code op papier',
	});
	const code = await written(page, /\d{3,4}( \d{3,4}){2,3}/);

	await secondPage.goto('/meedoen');
	await secondPage.getByLabel('Code').fill('1111 2222 3333');
	await secondPage.getByRole('button', { name: 'Doe mee' }).click();
	await expect(secondPage).toHaveTitle(/^Fout/);
	await axe(secondPage);
	await secondPage.getByLabel('Code').fill(code);
	await secondPage.getByRole('button', { name: 'Doe mee' }).click();
	await comeIn(secondPage, 'Corrie');
});

test('een uitnodiging werkt één keer, en niet als zij is ingetrokken', async ({
	page,
	secondPage,
}) => {
	await invite(page, {
		naam: 'Henk',
		perspectief: 'bewoner',
		hoe: 'Ik geef zelf een link door',
	});
	const link = await written(page, /https?:\/\/\S+/);
	await page.getByRole('button', { name: 'Trek in' }).click();
	await expect(page.getByRole('button', { name: 'Trek in' })).toHaveCount(0);

	await secondPage.goto(link);
	await expect(secondPage.getByRole('heading', { level: 1 })).toHaveText(
		'Deze uitnodiging werkt niet meer',
	);
	await axe(secondPage);
});
