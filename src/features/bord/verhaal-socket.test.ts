import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { GAST_COOKIE } from '#features/uitnodiging/gastcookie.server.ts';
import { setConfig } from '#server/http/test-http.ts';
import { SYNC as OPTIONS } from '#sync/kinds.server.ts';
import { TestSync, until } from '#sync/server/test-sync.ts';
import { createBriefje } from './briefje.write.server.ts';
import { zetUitslag } from './document.server.ts';
import { createStipronde, finaliseStipronde, publishUitslag } from './stip.write.server.ts';
import { updateStip } from './stip.write.server.ts';
import { lijn, logIn } from './test-lijn.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

/** Why somebody chose a story, over a line with a program of its own. */

let sync: TestSync;
let w: TafelWereld;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-11T12:05:00Z') });
	sync = new TestSync(OPTIONS);
	setConfig({});
	w = tafelWereld();
	await sync.restart();
});
afterEach(async () => {
	await sync.stop();
	vi.useRealTimers();
	setConfig({});
});

test('no reason comes over it before the outcome is shown, then to everybody and of nobody', async () => {
	const { bordId } = w;
	w.wijzig({ soort: 'msc' });
	const fatima = w.gast('telefoon van Fatima', { naam: 'Fatima' });
	const tekst = 'Zij durfde weer naar het huis van de wijk';
	const groepId = createBriefje(w.lid, { bordId, id: '', tekst, soort: '', fase: 'delen' }).id;
	createStipronde(w.trekker, { bordId, budget: 1, geheim: true });
	const cookies = [
		`${GAST_COOKIE}=telefoon van Fatima`,
		await logIn(w.lid),
		await logIn(w.trekker),
	];
	const lijnen = await Promise.all(cookies.map((cookie) => lijn(sync, cookie, bordId).binnen()));
	const reden = 'Omdat zij het zelf deed';
	updateStip(fatima, { bordId, groepId, aantal: 1, reden });
	finaliseStipronde(w.trekker, { bordId });
	await until(() => lijnen.forEach(({ beeld }) => expect(beeld.stand.ronde).toBe('dicht')));
	for (const { gehoord } of lijnen) expect(gehoord).not.toContain(reden);

	const vals = (doc: Y.Doc) =>
		zetUitslag(doc, { [groepId]: 99 }, [
			{ id: groepId, bij: groepId, tekst: 'Verzonnen', perspectief: '', nr: 0 },
		]);
	for (const een of lijnen) een.schrijf(vals);

	publishUitslag(w.trekker, { bordId });
	for (const een of lijnen) {
		await until(() => expect(een.beeld.verhalen[0]?.redenen[0]?.tekst).toBe(reden));
		expect(een.beeld.verhalen).toMatchObject([{ stippen: 1 }]);
		for (const wie of [fatima.deelnemerId, 'Fatima', 'Verzonnen'])
			expect(een.gehoord).not.toContain(wie);
	}
	expect(w.bytes()).not.toContain('Verzonnen');
});
