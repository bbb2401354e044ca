import { join } from 'node:path';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { logIn, openTeam, PHONE, type Server } from './fixtures.ts';
import { watch } from './checks.ts';
import { TEAM } from './samen.ts';

/** What the journeys around a bord have in common. */

/** Makes one for the team as anybody does; resolves to its address, and is on its page then. */
export async function maakBord(page: Page, titel: string, team = TEAM): Promise<string> {
	const leeromgeving = await openTeam(page, team, 'borden');
	await page.goto(`/borden/nieuw?team=${leeromgeving.split('/').at(-1)}`);
	await page.getByLabel('De vraag op het bord').fill(titel);
	await page.getByRole('button', { name: 'Maak het bord' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(titel);
	await expect(page).toHaveURL(/\/borden\/[a-z2-7]{20}$/);
	return new URL(page.url()).pathname;
}

export const regie = (page: Page): Locator => page.getByRole('region', { name: 'Regie' });

/** Opens a part of the regie bar. */
export async function luik(page: Page, label: string): Promise<Locator> {
	const vak = regie(page).locator('details').filter({ hasText: label }).first();
	if (!(await vak.evaluate((element: HTMLDetailsElement) => element.open)))
		await vak.locator('summary').first().click();
	return vak;
}

/** The digits by which people come to this table. */
export async function cijfersVan(page: Page): Promise<string> {
	const vak = await luik(page, 'Code');
	await vak.getByRole('button', { name: 'Maak een code' }).click();
	await expect(vak).toContainText(/\d{4} \d{4}/);
	return /\d{4} \d{4}/.exec(await vak.innerText())![0];
}

/** Somebody without account, on a phone of their own, watched as everybody. */
export async function telefoon(browser: Browser, server: Server) {
	const context = await browser.newContext({ ...PHONE, baseURL: server.url });
	const wrong = await watch(context, () => server.url);
	return { page: await context.newPage(), context, wrong };
}

/** Comes to the table with the digits, a name and a perspective. */
export async function schuiftAan(page: Page, cijfers: string, [naam, wie]: [string, string]) {
	await page.goto('/meedoen');
	await page.getByLabel('Code').fill(cijfers);
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await page.getByLabel('Je voornaam').fill(naam);
	await page.getByText(wie, { exact: true }).click();
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await expect(page).toHaveURL(/\/tafel\/[a-z2-7]{20}$/);
}

interface Zaal {
	/** The laptop of who holds regie. */
	page: Page;
	browser: Browser;
	server: Server;
}

/** A new bord with regie on the laptop, and a bewoner at it on a phone. */
export async function aanTafel({ page, browser, server }: Zaal, titel: string, naam = 'Fatima') {
	await logIn(page, 'hanneke');
	const pad = await maakBord(page, titel);
	const { page: gast, ...rest } = await telefoon(browser, server);
	const cijfers = await cijfersVan(page);
	await schuiftAan(gast, cijfers, [naam, 'Bewoner']);
	return { pad, cijfers, gast, ...rest };
}

/** Writes a briefje on a phone and lays it down; the field is empty for the next. */
export async function legt(page: Page, tekst: string) {
	const veld = page.getByRole('textbox', { name: 'Jouw briefje', exact: true });
	await veld.fill(tekst);
	await page.getByRole('button', { name: 'Leg op tafel' }).click();
	await expect(veld).toHaveValue('');
}

/** Through the menu of a briefje on the table, to a groep or a new one. */
export async function verplaats(page: Page, tekst: string, naar: string) {
	await page.locator('button[data-briefje]').filter({ hasText: tekst }).click();
	const venster = page.getByRole('dialog', { name: 'Verplaats naar…' });
	await venster.getByRole('button', { name: naar }).click();
	await expect(venster).toBeHidden();
}

/** What lies where: the name of each groep with its briefjes, as this screen shows it. */
type Tafel = Record<string, string[]>;

const plat = (rows: [string, string[]][]): Tafel =>
	Object.fromEntries(rows.map(([naam, briefjes]) => [naam, briefjes.toSorted()]));

/** On a laptop. */
export const opBord = async (page: Page): Promise<Tafel> =>
	plat(
		await page.evaluate(() => {
			const teksten = (vak: Element) =>
				[...vak.querySelectorAll('[data-briefje] .woorden')].map((p) => p.textContent!.trim());
			const groepen = [...document.querySelectorAll('li.groep')].map(
				(groep): [string, string[]] => [groep.getAttribute('aria-label')!, teksten(groep)],
			);
			const los = document.querySelector('ul.los');
			return los && teksten(los).length ? [...groepen, ['Los', teksten(los)]] : groepen;
		}),
	);

/** On the phone of a gast. */
export const opTelefoon = async (page: Page): Promise<Tafel> =>
	plat(
		await page
			.locator('section[aria-labelledby="gast-tafel"]')
			.evaluate((vak) =>
				[...vak.querySelectorAll('h3')].map((kop): [string, string[]] => [
					kop.firstChild!.textContent!.trim(),
					[...kop.nextElementSibling!.querySelectorAll('li > p:first-child')].map((p) =>
						p.textContent!.trim(),
					),
				]),
			),
	);

/** On a laptop, as a list. */
export const inLijst = async (page: Page): Promise<Tafel> =>
	plat(
		await page.evaluate(() => {
			const teksten = (vak: Element | null) =>
				[...(vak?.querySelectorAll('[data-briefje] .woorden') ?? [])].map((p) =>
					p.textContent!.trim(),
				);
			const groepen = [...document.querySelectorAll('section.groep')].map(
				(groep): [string, string[]] => [
					groep.querySelector('h3')!.textContent!.trim(),
					teksten(groep),
				],
			);
			const los = teksten(document.querySelector('[aria-labelledby="lijst-los"]'));
			return los.length ? [...groepen, ['Los', los]] : groepen;
		}),
	);

/** On the screen in the room: each card with what stands small beside it. */
export const opBeamer = (page: Page): Promise<[string, string][]> =>
	page
		.locator('.kaart')
		.evaluateAll((kaarten) =>
			kaarten.map((kaart): [string, string] => [
				kaart.querySelector('h2')?.textContent?.trim() ?? '',
				kaart.querySelector('.noot')?.textContent?.trim() ?? '',
			]),
		);

/** In a file, for another program. */
export async function inUitvoer(page: Page, pad: string): Promise<Tafel> {
	const answer = await page.request.get(`${pad}/uitvoer/json`);
	const { groepen, los } = (await answer.json()) as {
		groepen: { naam: string; briefjes: { tekst: string }[] }[];
		los: { tekst: string }[];
	};
	const alle = los.length ? [...groepen, { naam: 'Los', briefjes: los }] : groepen;
	return plat(alle.map(({ naam, briefjes }) => [naam, briefjes.map(({ tekst }) => tekst)]));
}

/** In the rows that are written after the table. */
export function inRijen({ dataDir }: Server, pad: string): Tafel {
	const db = new Database(join(dataDir, 'data.db'), { readonly: true });
	const rows = db
		.prepare(
			`select coalesce(groep.naam, 'Los') as naam, briefje.tekst from bordplek plek
			join briefje on briefje.id = plek.briefje_id
			left join bordgroep groep on groep.id = plek.groep_id and groep.bord_id = plek.bord_id
			where plek.bord_id = ?`,
		)
		.all(pad.split('/').at(-1)) as { naam: string; tekst: string }[];
	db.close();
	const tafel: Tafel = {};
	for (const { naam, tekst } of rows) (tafel[naam] ??= []).push(tekst);
	return plat(Object.entries(tafel));
}
