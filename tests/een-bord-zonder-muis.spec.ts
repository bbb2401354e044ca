import type { Locator, Page } from '@playwright/test';
import { plan } from './bijeenkomst.ts';
import { maakBord, regie } from './bord.ts';
import { expect, logIn, tabTo, test } from './fixtures.ts';
import { press } from './keyboard.ts';

/**
 * AC-17 and AC-66: from six briefjes to an afspraak that comes back, by keys alone. After each act
 * the focus is on something, and in sight.
 */

test.describe.configure({ timeout: 240_000 });

const VERHALEN = [
	'De brief lag er al een week',
	'De buurvrouw leest hem voor',
	'Bellen kost een halve dag',
	'Bij de balie ging het goed',
];
const VAN_BEWONERS = ['Ik maak ze niet meer open', 'Koffie helpt meer dan een folder'];
const GROEP = 'De envelop';
const AFSPRAAK = 'Elke maandag samen de post doen';

const veld = (page: Page, naam: string) => page.getByRole('textbox', { name: naam, exact: true });
const briefje = (page: Page, tekst: string) =>
	page.locator('button[data-briefje]').filter({ hasText: tekst });

/** The focus is where somebody who does not see it can go on from. */
async function houdtFocus(page: Page, op?: Locator) {
	if (op) await expect(op).toBeFocused();
	const focus = page.locator(':focus');
	await expect(focus).toHaveCount(1);
	await expect(focus).toBeInViewport();
}

async function enter(page: Page, target: Locator) {
	await tabTo(page, target, 150);
	await expect(target).toBeInViewport();
	await page.keyboard.press('Enter');
}
const druk = (page: Page, naam: string | RegExp) =>
	enter(page, page.getByRole('button', { name: naam }).first());

async function schrijf(page: Page, target: Locator, tekst: string) {
	await tabTo(page, target, 150);
	await page.keyboard.type(tekst);
}

test('van zes briefjes naar een afspraak die terugkomt, zonder muis', async ({ page, iemand }) => {
	await logIn(page, 'hanneke');
	const pad = await maakBord(page, 'Wie leest de brief?');

	await test.step('delen: schrijven, ook voor wie niets bij zich heeft', async () => {
		await tabTo(page, veld(page, 'Jouw briefje'));
		for (const tekst of VERHALEN) {
			await page.keyboard.type(tekst);
			await page.keyboard.press('ControlOrMeta+Enter');
			await expect(briefje(page, tekst)).toBeVisible();
			await houdtFocus(page, veld(page, 'Jouw briefje'));
		}
		await enter(page, page.getByText('Schrijf op voor iemand', { exact: true }));
		for (const tekst of VAN_BEWONERS) {
			await schrijf(page, veld(page, 'Briefje van iemand anders'), tekst);
			await tabTo(page, page.getByLabel('Van welke kant kijkt diegene?'));
			await page.keyboard.type('bewoner');
			await page.keyboard.press('Shift+Tab');
			await page.keyboard.press('ControlOrMeta+Enter');
			await expect(briefje(page, tekst)).toContainText('opgeschreven voor iemand');
			await houdtFocus(page, veld(page, 'Briefje van iemand anders'));
		}
		await expect(page.getByText(/^Van deze kanten ligt er nog niets: /)).toBeVisible();
	});

	await test.step('duiden: van briefje naar briefje met de pijlen, en met M naar een groep', async () => {
		await druk(page, 'Naar Duiden');
		await houdtFocus(page);
		await expect(page.locator('.sr[role="status"]').first()).toContainText(/\S/);
		const eerste = page.locator('button[data-briefje]').first();
		await tabTo(page, eerste, 150);
		await expect(page.getByText('Met de pijlen ga je naar een ander briefje.')).toBeInViewport();
		await page.keyboard.press('ArrowDown');
		await expect(eerste).not.toBeFocused();
		await houdtFocus(page);
		await page.keyboard.press('ArrowUp');
		await houdtFocus(page, eerste);

		const naar = async (tekst: string, groep: string) => {
			await briefje(page, tekst).focus();
			await page.keyboard.press('m');
			const venster = page.getByRole('dialog', { name: 'Verplaats naar…' });
			await expect(venster).toContainText(tekst);
			await tabTo(page, venster.getByRole('button', { name: groep }));
			await page.keyboard.press('Enter');
			await expect(venster).toBeHidden();
			await houdtFocus(page, briefje(page, tekst));
		};
		await naar(VERHALEN[0]!, 'Nieuwe groep');
		await schrijf(page, page.getByLabel('Naam van deze groep'), GROEP);
		await page.keyboard.press('Enter');
		await houdtFocus(page);
		for (const tekst of [VERHALEN[1]!, VAN_BEWONERS[0]!]) await naar(tekst, GROEP);
		await expect(page.locator('li.groep')).toHaveAttribute('aria-label', GROEP);
		await expect(page.locator('li.groep button[data-briefje]')).toHaveCount(3);
	});

	await test.step('twee inzichten, die bij hun briefjes blijven', async () => {
		await enter(page, page.getByText('Schrijf een inzicht', { exact: true }));
		const wat = veld(page, 'Wat zien jullie?');
		await schrijf(page, wat, 'Samen openen haalt de schrik eraf');
		await tabTo(page, page.getByRole('checkbox', { name: GROEP }));
		await page.keyboard.press('Space');
		await druk(page, 'Bewaar');
		await expect(page.getByText('Het staat erbij.')).toBeVisible();
		await houdtFocus(page, wat);
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('radio', { name: 'spanning' })).toBeChecked();
		await schrijf(page, veld(page, 'Aan de ene kant'), 'Snel helpen');
		await schrijf(page, veld(page, 'Aan de andere kant'), 'Zelf leren doen');
		const inzichten = page.getByRole('region', { name: 'Inzichten' });
		await enter(page, inzichten.getByText('Kies uit de briefjes', { exact: true }));
		await tabTo(page, page.getByRole('checkbox', { name: VERHALEN[3]! }));
		await page.keyboard.press('Space');
		await druk(page, 'Bewaar');
		await expect(inzichten.getByText('Aan de andere kant').first()).toBeVisible();
		await expect(inzichten.getByText('Verteld door: ').first()).toBeVisible();
	});

	await test.step('stippen geven, en naar Doen: gevraagd wordt of dat zo is', async () => {
		await enter(page, regie(page).locator('summary').filter({ hasText: 'Stippen geven' }));
		await druk(page, 'Begin met stippen');
		await houdtFocus(page);
		const stip = page.locator('li.groep').getByRole('button', { name: /^Stip/ }).last();
		await enter(page, stip);
		await expect(page.getByText('Je hebt nog 2 stippen')).toBeVisible();
		await houdtFocus(page, stip);
		await druk(page, 'Naar Doen');
		const vraag = page.getByRole('alertdialog', { name: 'Naar Doen?' });
		await expect(vraag).toContainText('Er zijn nog 2 stippen niet gegeven.');
		await druk(page, 'Wacht nog even');
		await expect(vraag).toBeHidden();
		await houdtFocus(page, page.getByRole('button', { name: 'Naar Doen' }));
		await page.keyboard.press('Enter');
		await druk(page, 'Ja, naar Doen');
		await expect(page.getByRole('listitem').filter({ hasText: /^Doen$/ })).toHaveAttribute(
			'aria-current',
			'step',
		);
		await expect(vraag).toBeHidden();
		await houdtFocus(page);
		await druk(page, 'Toon uitslag');
		await expect(page.getByText('Dit is de uitslag van de stippen.')).toBeVisible();
		await expect(page.locator('li.groep')).toContainText('1 stip');
		await houdtFocus(page);
	});

	await test.step('doen: zonder iemand is het nog geen afspraak', async () => {
		await enter(page, page.getByText('Maak een afspraak', { exact: true }));
		await schrijf(page, veld(page, 'Wat gaan jullie doen?'), AFSPRAAK);
		const spreekAf = () => druk(page, 'Spreek dit af');
		await spreekAf();
		const wie = page.getByLabel('Wie doet dit?');
		await houdtFocus(page, wie);
		await expect(wie).toHaveAccessibleDescription(
			'Zonder naam is het nog geen afspraak. Wie doet dit?',
		);
		await page.keyboard.type('Sanne de Wit');
		await spreekAf();
		const wanneer = page.getByLabel('Voor wanneer?');
		await houdtFocus(page, wanneer);
		await page.keyboard.type('11112090');
		await tabTo(page, page.getByRole('checkbox', { name: 'Samen openen haalt' }));
		await page.keyboard.press('Space');
		await spreekAf();
		await expect(page.getByText('Het staat erbij.').last()).toBeVisible();
		await houdtFocus(page, veld(page, 'Wat gaan jullie doen?'));
		const kaart = page.getByRole('listitem').filter({ hasText: AFSPRAAK }).last();
		await expect(kaart).toContainText('Sanne de Wit, voor 11 november 2090');
		await expect(kaart).toContainText('Afgesproken');
		await expect(kaart).toContainText('Verteld door: ');
		await press(page, 'link', 'Samen openen haalt de schrik eraf');
		await expect(page.getByRole('main')).toContainText(GROEP);
	});

	await test.step('het wacht op wie het doet, en komt terug bij de volgende bijeenkomst', async () => {
		const sanne = await iemand('sanne');
		await sanne.goto('/acties');
		await expect(sanne.getByText(AFSPRAAK).first()).toBeVisible();
		const bijeenkomst = await plan(page, 'Verder met de post', { Wanneer: '12 november 2090' });
		await page.goto(`${bijeenkomst}/agenda`);
		await druk(page, 'Zet ze op de agenda');
		await expect(page.getByRole('region', { name: 'Wat leerde het ons?' })).toContainText(AFSPRAAK);
		await page.goto(pad);
	});
});
