import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, dutch, expect, FIXTURE, logIn, test } from './fixtures.ts';
import { crawl } from './crawl.ts';

/** AC-59 between werkplaatsen: nothing of one is on any page of the other, whatever the address. */

interface Ding {
	soort: string;
	staat: string;
	woorden: Record<string, string>;
}
interface Mens {
	wie: string;
	email: string;
	wachtwoord: string;
	woord?: string;
}
interface Plek {
	mensen: Mens[];
	objecten: Ding[];
	teams?: Plek[];
}
interface Fixture {
	werkplaatsen: Plek[];
	niemand: Mens;
}

test.use({ kind: 'veiligheid' });
test.describe.configure({ timeout: 480_000 });

const fixture = (): Fixture => JSON.parse(readFileSync(FIXTURE, 'utf8'));

/** Anybody may read it, of whatever werkplaats. */
const isOpenbaar = ({ soort, staat }: Ding) =>
	soort === 'openbareBladzijde' && staat === 'openbaar';

/** Every word that stands in this place and nowhere else, and is not for everybody. */
const wordsOf = ({ mensen, objecten, teams = [] }: Plek): string[] => [
	...mensen.flatMap(({ woord = '' }) => woord || []),
	...objecten.flatMap((ding) => (isOpenbaar(ding) ? [] : Object.values(ding.woorden))),
	...teams.flatMap(wordsOf),
];
const leaked = (html: string, words: string[]) => words.filter((word) => html.includes(word));

async function enter(page: Page, { mensen }: Plek, wie: string) {
	const mens = mensen.find((one) => one.wie === wie)!;
	await logIn(page, mens.email, mens.wachtwoord);
}

/** Every address somebody can reach, seen by the coördinator of that place. */
async function addressesOf(page: Page, plek: Plek) {
	await enter(page, plek, 'coordinator');
	const pages = await crawl(page);
	const shown = [...pages.values()].map(({ html }) => html).join();
	// proof that the words are there to be found
	expect(wordsOf(plek).filter((word) => shown.includes(word)).length).toBeGreaterThan(20);
	return [...pages.keys()].filter((url) => /[a-z0-9]{20}/.test(new URL(url).pathname));
}

test('de ene werkplaats ziet niets van de andere', async ({ page, secondPage }) => {
	const [mine, theirs] = fixture().werkplaatsen as [Plek, Plek];
	const words = wordsOf(theirs);
	const addresses = await addressesOf(secondPage, theirs);
	expect(addresses.length).toBeGreaterThan(10);

	await enter(page, mine, 'coordinator');
	// whose a public page is, stands on it
	const namen = theirs.objecten
		.filter(({ soort }) => soort === 'werkplaats')
		.flatMap(({ woorden }) => Object.values(woorden));
	const secret = (url: string) =>
		new URL(url).pathname.startsWith('/kenniscafe')
			? words.filter((word) => !namen.includes(word))
			: words;
	for (const [url, { html }] of await crawl(page))
		expect(leaked(html, secret(url)), url).toEqual([]);
	for (const url of addresses) {
		const response = await page.request.get(url);
		expect([403, 404], url).toContain(response.status());
		expect(leaked(await response.text(), words), url).toEqual([]);
	}
	for (const word of words) {
		const response = await page.request.get(`/zoeken/namen?q=${word}`);
		expect(leaked(await response.text(), words), word).toEqual([]);
	}
});

test('een team leest de praktijkvragen van een ander team niet', async ({ page }) => {
	const [here] = fixture().werkplaatsen as [Plek];
	const [ours, theirs] = here.teams as [Plek, Plek];
	const secret = theirs.objecten
		.filter(({ soort }) => /praktijkvraag|uitnodiging/.test(soort))
		.flatMap(({ woorden }) => Object.values(woorden));
	expect(secret.length).toBeGreaterThan(1);

	await enter(page, theirs, 'trekker');
	const pages = await crawl(page);
	const shown = [...pages.values()].map(({ html }) => html).join();
	expect(leaked(shown, secret).length).toBeGreaterThan(0);

	await page.context().clearCookies();
	for (const wie of ['lid', 'student', 'procesobservator']) {
		await enter(page, ours, wie);
		for (const url of pages.keys()) {
			const response = await page.request.get(url);
			expect(leaked(await response.text(), secret), `${wie} at ${url}`).toEqual([]);
		}
		await page.context().clearCookies();
	}
});

test('wie niet is uitgenodigd, ziet dat en verder niets', async ({ page }) => {
	const { niemand, werkplaatsen } = fixture();
	await logIn(page, niemand.email, niemand.wachtwoord);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je bent nog niet uitgenodigd');
	await axe(page);
	await dutch(page);
	const words = werkplaatsen.flatMap(wordsOf);
	for (const path of ['/', '/kennisagenda', '/leeromgevingen', '/partners', '/beheer/mensen']) {
		const response = await page.request.get(path);
		expect(leaked(await response.text(), words), path).toEqual([]);
	}
});

test('wie is uitgeschakeld of niet meer meedoet, komt er niet in', async ({ page }) => {
	const { werkplaatsen } = fixture();
	const all = werkplaatsen.flatMap((plek) => [plek, ...(plek.teams ?? [])]);
	const out = all.flatMap(({ mensen }) => mensen).filter(({ wie }) => wie === 'uitgeschakeld');
	expect(out.length).toBeGreaterThan(0);
	for (const { email, wachtwoord } of out) {
		await page.goto('/inloggen');
		await page.getByLabel('E-mailadres').fill(email);
		await page.getByLabel('Wachtwoord', { exact: true }).fill(wachtwoord);
		await page.getByRole('button', { name: 'Log in', exact: true }).click();
		await expect(page.getByText('E-mailadres of wachtwoord klopt niet.').first()).toBeVisible();
	}
});
