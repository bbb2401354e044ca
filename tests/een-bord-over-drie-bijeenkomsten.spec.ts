import type { Page } from '@playwright/test';
import { itemOn, plan } from './bijeenkomst.ts';
import {
	cijfersVan,
	legt,
	maakBord,
	opBord,
	opTelefoon,
	regie,
	schuiftAan,
	telefoon,
	verplaats,
} from './bord.ts';
import { axe, expect, follow, linkTo, logIn, openTeam, test } from './fixtures.ts';
import { TEAM, textOf } from './samen.ts';

/**
 * AC-18: one bord over three bijeenkomsten, each with its phase; the last has no day yet. What was
 * agreed there is where the next one begins.
 */

test.describe.configure({ timeout: 300_000 });

const VRAAG = 'Wie houdt de voordeur open?';
const BIJEENKOMSTEN = [
	['Aan de deur: delen', 'Delen', '5 februari 2091'],
	['Aan de deur: duiden', 'Duiden', '28 maart 2091'],
	['Aan de deur: doen', 'Doen', ''],
] as const;
const [DELEN, DUIDEN, DOEN] = BIJEENKOMSTEN.map(([titel]) => titel) as [string, string, string];
const [BEL, BUUR, SOEP] = [
	'De bel doet het al weken niet',
	'De overbuurman laat iedereen binnen',
	'Met soep op de stoep kwam iedereen',
] as const;
const GROEP = 'Wie er al open doet';
const INZICHT = 'Een open deur is een mens, geen slot';
const AFSPRAAK = 'Elke vrijdag soep op de stoep';
const GELEERD = 'Wie soep krijgt, neemt een stoel mee';

const hoofd = (page: Page) => page.getByRole('main');
const vraagOp = (page: Page) => page.getByRole('heading', { level: 1 });

test('één bord over drie bijeenkomsten, elk met een eigen fase, en dan de volgende keer', async ({
	page: laptop,
	browser,
	server,
}) => {
	const { page: fatima, context, wrong } = await telefoon(browser, server);
	const paden: Record<string, string> = {};
	let pad = '';

	/** From the bijeenkomst to its bord, as one does there; what it says there is its own phase. */
	async function openVanuit(titel: string, fase: string) {
		await laptop.goto(paden[titel]!);
		const paneel = laptop.getByRole('region', { name: 'Bord', exact: true });
		await expect(paneel).toContainText(fase);
		await follow(paneel.getByRole('link', { name: 'Open het bord' }));
		await expect(vraagOp(laptop)).toHaveText(VRAAG);
	}

	/** From the page of what lies there, all of it or one thing, into the verslag of this bijeenkomst. */
	async function zetInVerslag(titel: string) {
		await laptop.getByText('Zet het in een verslag').click();
		await laptop.getByLabel('In welk verslag?').selectOption({ label: titel });
		await laptop.getByRole('button', { name: 'Zet het erin' }).click();
		await expect(laptop).toHaveURL(paden[titel]!);
	}

	/** What each verslag holds of the bord, and what it does not. */
	async function expectVerslagen(staat: Record<string, { wel: string[]; niet: string[] }>) {
		for (const [titel, { wel, niet }] of Object.entries(staat)) {
			await laptop.goto(paden[titel]!);
			for (const woorden of wel) await expect(textOf(laptop)).toContainText(woorden);
			for (const woorden of niet) await expect(textOf(laptop)).not.toContainText(woorden);
		}
	}

	await test.step('drie bijeenkomsten en één bord, dat bij elk zijn fase heeft', async () => {
		await logIn(laptop, 'hanneke');
		for (const [titel, , dag] of BIJEENKOMSTEN) {
			paden[titel] = dag ? await plan(laptop, titel, { Wanneer: dag }) : await planZonderDag(titel);
		}
		pad = await maakBord(laptop, VRAAG);
		for (const [titel, fase, dag] of BIJEENKOMSTEN) {
			await laptop.goto(`${pad}/wijzig`);
			await laptop
				.getByLabel('Bij welke bijeenkomst?')
				.selectOption({ label: `${titel}, ${dag || 'Datum nog onbekend'}` });
			await laptop.getByLabel('Welke fase doen jullie daar?').selectOption(fase);
			await laptop.getByRole('button', { name: 'Zet erbij', exact: true }).click();
			await expect(itemOn(laptop, titel)).toBeVisible();
		}
		const moment = hoofd(laptop).locator('li.moment');
		await expect(moment).toContainText(BIJEENKOMSTEN.map(([titel]) => titel));
		await expect(moment.last()).toContainText('Datum nog onbekend');
		for (const [at, [, fase]] of BIJEENKOMSTEN.entries())
			await expect(moment.nth(at).getByLabel('Fase').locator('option:checked')).toHaveText(fase);
		await axe(laptop);
	});

	async function planZonderDag(titel: string): Promise<string> {
		await openTeam(laptop, TEAM, 'bijeenkomsten/nieuw');
		await laptop.getByLabel('Titel', { exact: true }).fill(titel);
		await laptop.getByRole('button', { name: 'Plan de bijeenkomst' }).click();
		await expect(vraagOp(laptop)).toHaveText(titel);
		return new URL(laptop.url()).pathname;
	}

	await test.step('de eerste keer: delen, met een bewoner op een telefoon', async () => {
		await openVanuit(DELEN, 'Delen');
		await schuiftAan(fatima, await cijfersVan(laptop), ['Fatima', 'Bewoner']);
		for (const tekst of [BEL, BUUR]) await legt(fatima, tekst);
		await legt(laptop, SOEP);
		await expect.poll(() => opBord(laptop)).toEqual({ Los: [BEL, BUUR, SOEP].toSorted() });
		await expect(fatima.getByText(SOEP)).toBeVisible();
		await laptop.goto(`${pad}/verder`);
		await zetInVerslag(DELEN);
	});

	await test.step('de tweede keer: duiden, aan dezelfde tafel', async () => {
		await openVanuit(DUIDEN, 'Duiden');
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		await expect(vraagOp(fatima)).toHaveText('Wat betekent dit, voor wie?');
		await verplaats(laptop, BUUR, 'Nieuwe groep');
		await laptop.getByLabel('Naam van deze groep').fill(GROEP);
		const groep = laptop.getByRole('listitem', { name: GROEP, exact: true });
		await expect(groep).toBeVisible();
		await verplaats(laptop, SOEP, GROEP);
		await laptop.getByText('Schrijf een inzicht', { exact: true }).click();
		await laptop.getByLabel('Wat zien jullie?').fill(INZICHT);
		await laptop.getByRole('button', { name: 'Bewaar', exact: true }).click();
		await expect(fatima.getByText(INZICHT)).toBeVisible();
		await expect
			.poll(() => opTelefoon(fatima))
			.toEqual({ [GROEP]: [BUUR, SOEP].toSorted(), Los: [BEL] });
		await groep.getByRole('button', { name: /^Meer met de groep/ }).click();
		await follow(laptop.getByRole('dialog').getByRole('link', { name: 'Hoe gaat dit verder?' }));
		await zetInVerslag(DUIDEN);
	});

	await test.step('de derde keer: doen, met een afspraak van iemand', async () => {
		await openVanuit(DOEN, 'Doen');
		await regie(laptop).getByRole('button', { name: 'Naar Doen' }).click();
		await laptop.getByText('Maak een afspraak', { exact: true }).click();
		await laptop.getByLabel('Wat gaan jullie doen?').fill(AFSPRAAK);
		await laptop.getByLabel('Wie doet dit?').fill('Sanne de Wit');
		await laptop.getByLabel('Voor wanneer?').fill('2091-05-15');
		await laptop.getByRole('button', { name: 'Spreek dit af', exact: true }).click();
		await expect(laptop.getByText('Het staat erbij.')).toBeVisible();
		await expect(fatima.getByText(AFSPRAAK).first()).toBeVisible();
		await openTeam(laptop, TEAM, 'afspraken');
		await follow(itemOn(laptop, AFSPRAAK).getByRole('link', { name: VRAAG }));
		await zetInVerslag(DOEN);
	});

	const VERSLAGEN = {
		[DELEN]: { wel: [VRAAG, BEL, BUUR, SOEP], niet: [GROEP, AFSPRAAK] },
		[DUIDEN]: { wel: [GROEP, BUUR, SOEP], niet: [BEL, AFSPRAAK] },
		[DOEN]: { wel: [AFSPRAAK, 'Sanne de Wit'], niet: [BEL, GROEP] },
	};
	await test.step('elk verslag heeft zijn eigen deel', () => expectVerslagen(VERSLAGEN));

	await test.step('de volgende keer begint met wat was afgesproken', async () => {
		const volgende = await plan(laptop, 'Aan de deur: en nu?', { Wanneer: '20 juni 2091' });
		await laptop.goto(`${volgende}/agenda`);
		await laptop.getByRole('button', { name: 'Zet ze op de agenda' }).click();
		const terug = laptop.getByRole('region', { name: 'Wat leerde het ons?' });
		await expect(terug).toContainText(AFSPRAAK);
		const punt = itemOn(laptop, AFSPRAAK);
		await punt.locator('summary', { hasText: 'Wat leerde het ons?' }).click();
		await punt.getByRole('textbox', { name: 'Wat leerde het ons?' }).fill(GELEERD);
		await laptop.getByRole('button', { name: `Bewaar : ${AFSPRAAK}` }).click();
		await expect(itemOn(laptop, AFSPRAAK)).toContainText(GELEERD);

		await laptop.goto(`${volgende}/over`);
		await follow(linkTo(laptop, 'Maak een bord'));
		await laptop.getByLabel('De vraag op het bord').fill('En toen?');
		await laptop.getByRole('button', { name: 'Maak het bord' }).click();
		await expect(vraagOp(laptop)).toHaveText('En toen?');
		await expectEerder();
		await axe(laptop);
	});

	/** In Delen of the bord where one is: what was agreed before, and what it taught. */
	async function expectEerder() {
		await laptop.locator('summary', { hasText: 'Wat leerde het ons?' }).click();
		const eerder = itemOn(laptop, AFSPRAAK);
		await expect(eerder).toContainText('Sanne de Wit');
		await expect(eerder).toContainText(GELEERD);
	}

	await test.step('na een herstart van de server is alles er nog', async () => {
		const later = new URL(laptop.url()).pathname;
		await server.stop();
		await server.start();
		await laptop.goto(later);
		await expectEerder();
		await expectVerslagen(VERSLAGEN);
		await fatima.reload();
		await expect(fatima.getByText(AFSPRAAK).first()).toBeVisible();
		await laptop.goto(pad);
		const tafel = { [GROEP]: [BUUR, SOEP].toSorted(), Los: [BEL] };
		for (const kijk of [() => opBord(laptop), () => opTelefoon(fatima)])
			await expect.poll(kijk).toEqual(tafel);
		await expect(laptop.getByText(INZICHT).first()).toBeVisible();
		await laptop.goto(`${pad}/wijzig`);
		await expect(hoofd(laptop).locator('li.moment')).toContainText([DELEN, DUIDEN, DOEN]);
	});

	expect(wrong, 'what a page may never do').toEqual([]);
	await context.close();
});
