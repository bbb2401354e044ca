import { safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { GastActor } from '#access/actor.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { GAST_COOKIE, GAST_UREN } from '#features/uitnodiging/gastcookie.server.ts';
import { changed } from '#server/changed.ts';
import { setConfig } from '#server/http/test-http.ts';
import { SYNC as OPTIONS } from '#sync/kinds.server.ts';
import { CLOSE } from '#sync/server/codes.ts';
import { MESSAGE, SYNC } from '#sync/server/frames.ts';
import { TestSync, until } from '#sync/server/test-sync.ts';
import { finaliseBord, removeBord } from './bord.write.server.ts';
import { createBriefje, createNamens } from './briefje.write.server.ts';
import { removeDeelnemer } from './deelnemer.write.server.ts';
import { zetBriefje } from './document.groep.ts';
import { moveFase, publishBriefjes, updateSlot, updateStil } from './regie.write.server.ts';
import { StipInput } from './stip.input.ts';
import { createStipronde, finaliseStipronde, publishUitslag } from './stip.write.server.ts';
import { createStipNamens, updateStip } from './stip.write.server.ts';
import { groepId } from './test-bord.ts';
import { lijn, Lijn, logIn } from './test-lijn.ts';
import { errorsOf, tafelWereld, type TafelWereld } from './test-tafel.ts';

/** A gast and a member with a program of their own: what comes over the line, and what goes through. */

let sync: TestSync;
let w: TafelWereld;
let bordId: string;
let fatima: GastActor;
let ali: GastActor;

const GEHEIM = ['Mijn buurvrouw belt aan', 'De trap is te steil', 'Namens wie niets heeft'];
const VAN_FATIMA = `${GAST_COOKIE}=telefoon van Fatima`;
const VAN_ALI = `${GAST_COOKIE}=telefoon van Ali`;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-11T12:05:00Z') });
	sync = new TestSync(OPTIONS);
	setConfig({});
	w = tafelWereld();
	({ bordId } = w);
	await sync.restart();
	fatima = w.gast('telefoon van Fatima', { naam: 'Fatima' });
	ali = w.gast('telefoon van Ali', { naam: 'Ali' });
});
afterEach(async () => {
	await sync.stop();
	vi.useRealTimers();
	setConfig({});
});

const waar = () => ({ bordId });
const opent = (cookie: string, van = bordId): Promise<Lijn> => lijn(sync, cookie, van).binnen();
const schrijft = (actor: Parameters<typeof createBriefje>[0], tekst: string) =>
	createBriefje(actor, { ...waar(), id: '', tekst, soort: '', fase: undefined }).id;

/** A gast, another gast, somebody of the team, and who holds regie. */
async function allen(): Promise<Lijn[]> {
	const cookies = [VAN_FATIMA, VAN_ALI, await logIn(w.lid), await logIn(w.trekker)];
	return Promise.all(cookies.map((cookie) => opent(cookie)));
}

describe('over the line comes', () => {
	test('no hidden briefje to anybody before it is laid open, and never who wrote it', async () => {
		updateStil(w.trekker, { ...waar(), stil: true });
		const lijnen = await allen();
		const [een = '', twee = ''] = GEHEIM;
		const ids = [schrijft(fatima, een), schrijft(w.lid, twee)];
		createNamens(w.trekker, {
			...{ ...waar(), id: '', soort: '', fase: undefined, perspectief: 'bewoner' },
			tekst: GEHEIM[2]!,
		});
		moveFase(w.trekker, { ...waar(), naar: 'duiden' });
		moveFase(w.trekker, { ...waar(), naar: 'delen' });
		// the last of what was said before it is laid open, so that all of it came
		await until(() => lijnen.forEach((one) => expect(one.beeld.stand.geschreven).toBe(2)));
		const later = await opent(VAN_ALI);
		for (const { gehoord, beeld } of [...lijnen, later]) {
			expect(beeld.briefjes).toEqual([]);
			for (const niet of [...GEHEIM, ...ids]) expect(gehoord).not.toContain(niet);
		}

		publishBriefjes(w.trekker, waar());
		for (const one of [...lijnen, later]) {
			await until(() => expect(one.beeld.briefjes).toHaveLength(3));
			const wie = [fatima.deelnemerId, ali.deelnemerId, w.lid.persoonId, 'Fatima', 'Ali'];
			for (const niet of wie) expect(one.gehoord).not.toContain(niet);
			for (const tekst of GEHEIM) expect(one.gehoord).toContain(tekst);
		}
	});

	test('no running total: how many dots a group has, not until it is shown, to everybody at once', async () => {
		for (const nr of [1, 2]) w.groep(groepId(nr));
		createStipronde(w.trekker, { ...waar(), budget: 3, geheim: true });
		const lijnen = await allen();
		const uitslagen = lijnen.map((one) => {
			const found: unknown[] = [];
			one.bij = () => found.push(one.doc.getMap('uitslag').toJSON());
			return found;
		});
		updateStip(fatima, { ...waar(), groepId: groepId(1), aantal: 3 });
		updateStip(ali, { ...waar(), groepId: groepId(1), aantal: 1 });
		updateStip(ali, { ...waar(), groepId: groepId(2), aantal: 2 });
		createStipNamens(w.trekker, { ...waar(), id: '', groepId: groepId(2), aantal: 7 });
		finaliseStipronde(w.trekker, waar());
		await until(() => lijnen.forEach((one) => expect(one.beeld.stand.ronde).toBe('dicht')));
		for (const [at, { beeld }] of lijnen.entries()) {
			expect(beeld.stand.gegeven).toBe(13);
			expect(beeld.groepen.map(({ stippen }) => stippen)).toEqual([null, null]);
			expect(uitslagen[at]!.length).toBeGreaterThan(0);
			for (const een of uitslagen[at]!) expect(een).toEqual({});
		}
		publishUitslag(w.trekker, waar());
		await until(() => {
			for (const { beeld } of lijnen)
				expect(beeld.groepen.map(({ stippen }) => stippen)).toEqual([4, 9]);
		});
		for (const { gehoord } of lijnen) expect(gehoord).not.toContain(fatima.deelnemerId);
	});

	test('no other bord, no verslag, and nothing to a phone that is not known here', async () => {
		const ander = w.maakBord();
		for (const [cookie, naam] of [
			[VAN_FATIMA, `bord/${ander}`],
			[VAN_FATIMA, `verslag/${w.bijeenkomstId}`],
			[`${GAST_COOKIE}=een andere telefoon`, `bord/${bordId}`],
			[`${GAST_COOKIE}=`, `bord/${bordId}`],
			['', `bord/${bordId}`],
		] as const) {
			const raw = sync.socket(cookie, { name: naam });
			await raw.closedWith(CLOSE.loggedOut);
			expect(raw.messages, `${cookie} ${naam}`).toEqual([]);
		}
		const buiten = sync.socket(await logIn(metRol(w.werkplaatsId, null)), {
			name: `bord/${bordId}`,
		});
		await buiten.closedWith(CLOSE.notFound);
		expect(buiten.messages).toEqual([]);
	});

	test('nothing of who else is there to a gast, and of a gast nothing that they say of themselves', async () => {
		const [gast, ander] = [await opent(VAN_FATIMA), await opent(VAN_ALI)];
		const lid = await opent(await logIn(w.lid));
		const trekker = await opent(await logIn(w.trekker));
		const als = { persoonId: w.trekker.persoonId, naam: 'De beheerder', voornaam: 'De' };
		gast.zegt({ user: als, plek: 'Lees dit allemaal', houdt: groepId(1) }, 41);
		lid.zegt({ user: als, plek: 'schrijft een briefje' }, 42);
		await until(() => expect(trekker.aanwezig).toHaveLength(1));
		const [er] = trekker.aanwezig;
		expect(er).toMatchObject({
			user: { persoonId: w.lid.persoonId },
			plek: 'schrijft een briefje',
		});
		expect(er!.user.naam).not.toBe(als.naam);
		for (const one of [gast, ander, await opent(VAN_ALI)]) {
			one.raw.ws.send(Buffer.from([MESSAGE.queryAwareness]));
			await one.antwoord();
			expect(one.aanwezig).toEqual([]);
			for (const niet of [er!.user.naam, w.lid.persoonId, 'schrijft een briefje'])
				expect(one.gehoord).not.toContain(niet);
		}
		for (const one of [lid, trekker]) expect(one.gehoord).not.toContain('Lees dit allemaal');
	});

	test('nothing to a page of elsewhere that has the cookie', async () => {
		for (const origin of ['https://elders.example', 'null', '']) {
			const raw = sync.socket(VAN_FATIMA, { name: `bord/${bordId}`, headers: { origin } });
			await until(() => expect(raw.status, origin).toBe(403));
			expect(raw.messages).toEqual([]);
		}
	});

	test('what a gast may to who has an account elsewhere, and what the account may to who has both', async () => {
		const elders = metRol(testWerkplaats('Elders').werkplaatsId, 'coordinator');
		const beide = await opent(`${await logIn(elders)}; ${VAN_FATIMA}`);
		expect(beide.recht).toBe('lezen');
		const lid = await opent(`${VAN_FATIMA}; ${await logIn(w.lid)}`);
		expect(lid.recht).toBe('schrijven');
	});
});

describe('a gast', () => {
	test('writes nothing, neither as an update nor as an answer', async () => {
		w.groep(groepId(1));
		const id = schrijft(ali, 'Van Ali');
		const gast = await opent(VAN_FATIMA);
		expect(gast.recht).toBe('lezen');
		const voor = w.beeld();
		gast.schrijf((doc) => zetBriefje(doc, { id, groepId: groepId(1) }));
		gast.schrijf((doc) => void doc.getMap('stand').set('fase', 'doen'), SYNC.step2);
		gast.schrijf((doc) => void doc.getMap('uitslag').set(groepId(1), 40));
		gast.schrijf((doc) => void doc.getMap('briefjes').delete(id));
		await gast.antwoord();
		expect(gast.geweigerd).toBeGreaterThan(0);
		expect(w.beeld()).toEqual(voor);
		expect((await opent(VAN_ALI)).beeld).toEqual(voor);
	});

	test('votes for nobody else and not twice, whatever is sent along', async () => {
		w.groep(groepId(1));
		createStipronde(w.trekker, { ...waar(), budget: 3, geheim: true });
		const regie = await opent(await logIn(w.trekker));
		const { output } = safeParse(StipInput, {
			...{ groepId: groepId(1), aantal: '3' },
			...{ deelnemerId: ali.deelnemerId, bordId: w.maakBord(), rondeId: 'andere' },
		});
		for (let keer = 0; keer < 3; keer++)
			updateStip(fatima, { ...(output as { groepId: string; aantal: number }), ...waar() });
		expect(
			errorsOf(() => updateStip(fatima, { ...waar(), groepId: groepId(1), aantal: 4 })),
		).not.toEqual({});
		await until(() => expect(regie.beeld.stand.gegeven).toBe(3));
		// those of Ali are still there to give
		updateStip(ali, { ...waar(), groepId: groepId(1), aantal: 3 });
		await until(() => expect(regie.beeld.stand.gegeven).toBe(6));
	});

	test('who is sent away is out, and does not come back by the same phone', async () => {
		const [gast, ander] = [await opent(VAN_FATIMA), await opent(VAN_ALI)];
		removeDeelnemer(w.trekker, { ...waar(), deelnemerId: fatima.deelnemerId });
		changed();
		await gast.raw.closedWith(CLOSE.loggedOut);
		const gehoord = gast.raw.messages.length;
		schrijft(ali, 'Na het wegsturen');
		await until(() => expect(ander.beeld.briefjes).toHaveLength(1));
		expect(gast.raw.messages).toHaveLength(gehoord);
		const weer = sync.socket(VAN_FATIMA, { name: `bord/${bordId}` });
		await weer.closedWith(CLOSE.loggedOut);
		expect(weer.messages).toEqual([]);
		expect(ander.raw.code).toBeUndefined();
	});

	test.each([
		['the day is over', () => vi.setSystemTime(Date.now() + GAST_UREN * 3_600_000)],
		['no guests come any more', () => w.wijzig({ gasten: false })],
	])('is out when %s, and does not come back by a cookie of before', async (_, doe) => {
		const gast = await opent(VAN_FATIMA);
		doe();
		changed();
		await gast.raw.closedWith(CLOSE.loggedOut);
		const weer = sync.socket(VAN_FATIMA, { name: `bord/${bordId}` });
		await weer.closedWith(CLOSE.loggedOut);
		expect(weer.messages).toEqual([]);
	});

	test('is out when the bord is taken away', async () => {
		const gast = await opent(VAN_FATIMA);
		removeBord(w.trekker, { id: bordId });
		changed();
		await gast.raw.closedWith(CLOSE.loggedOut);
	});

	test('reads on when it is done', async () => {
		const gast = await opent(VAN_FATIMA);
		finaliseBord(w.trekker, { id: bordId });
		changed();
		await until(() => expect(gast.beeld.stand.klaarMet).toBe('afgerond'));
		expect((await opent(VAN_FATIMA)).recht).toBe('lezen');
		expect(gast.raw.code).toBeUndefined();
	});
});

describe('a member', () => {
	const eigen: [wat: string, doe: (doc: Y.Doc) => void][] = [
		['the phase', (doc) => doc.getMap('stand').set('fase', 'doen')],
		['who holds regie', (doc) => doc.getMap('stand').set('regie', w.lid.persoonId)],
		['the clock', (doc) => doc.getMap('stand').set('klokTot', 1)],
		['a key that is not there', (doc) => doc.getMap('stand').set('nieuw', true)],
		['away from the table', (doc) => doc.getMap('briefjes').delete([...briefjes(doc)][0]!)],
		['the words of another', (doc) => briefje(doc).set('tekst', 'Dat zei ik niet')],
		['a briefje past the server', (doc) => doc.getMap('briefjes').set(groepId(9), new Y.Map())],
		['an outcome', (doc) => doc.getMap('uitslag').set(groepId(1), 40)],
	];
	const briefjes = (doc: Y.Doc) => doc.getMap('briefjes').keys();
	const briefje = (doc: Y.Doc) =>
		doc.getMap('briefjes').get([...briefjes(doc)][0]!) as Y.Map<unknown>;

	test.each(eigen)('writes not %s: the line ends, and nothing of it stays', async (_, doe) => {
		schrijft(ali, 'Van Ali');
		const ander = await opent(VAN_FATIMA);
		const lid = await opent(await logIn(w.lid));
		expect(lid.recht).toBe('schrijven');
		const voor = w.beeld();
		lid.schrijf((doc) => void doe(doc));
		await lid.raw.closedWith(CLOSE.protocol);
		expect(w.beeld()).toEqual(voor);
		expect(ander.beeld).toEqual(voor);
	});

	test('who looks on moves nothing, whatever is sent', async () => {
		const id = schrijft(ali, 'Van Ali');
		w.groep(groepId(1));
		const voor = w.beeld();
		const kijkt = await opent(await logIn(w.observator));
		expect(kijkt.recht).toBe('lezen');
		kijkt.schrijf((doc) => zetBriefje(doc, { id, groepId: groepId(1) }));
		kijkt.schrijf((doc) => void doc.getMap('groepen').delete(groepId(1)), SYNC.step2);
		for (const [, doe] of eigen) kijkt.schrijf((doc) => void doe(doc));
		await kijkt.antwoord();
		expect(kijkt.geweigerd).toBeGreaterThan(0);
		expect(w.beeld()).toEqual(voor);
	});

	test('moves no more under a lock, and again when it is off; who holds regie does', async () => {
		w.groep(groepId(1));
		const id = schrijft(ali, 'Van Ali');
		const lid = await opent(await logIn(w.lid));
		const regie = await opent(await logIn(w.trekker));
		const plek = () => w.beeld().briefjes[0]!.groepId;
		updateSlot(w.trekker, { ...waar(), slot: true });
		changed();
		await until(() => expect(lid.recht).toBe('lezen'));
		expect(regie.recht).toBe('schrijven');
		lid.schrijf((doc) => zetBriefje(doc, { id, groepId: groepId(1) }));
		await until(() => expect(lid.geweigerd).toBe(1));
		expect(plek()).toBe('');
		regie.schrijf((doc) => zetBriefje(doc, { id, groepId: groepId(1) }));
		await until(() => expect(plek()).toBe(groepId(1)));

		updateSlot(w.trekker, { ...waar(), slot: false });
		changed();
		await until(() => expect(lid.recht).toBe('schrijven'));
		await until(() => expect(lid.beeld.los).toEqual([]));
		lid.schrijf((doc) => zetBriefje(doc, { id, groepId: '' }));
		await until(() => expect(plek()).toBe(''));
	});

	test('only reads what is done, on a line that was open as on a new one', async () => {
		const id = schrijft(ali, 'Van Ali');
		w.groep(groepId(1));
		const cookie = await logIn(w.lid);
		const lid = await opent(cookie);
		finaliseBord(w.trekker, { id: bordId });
		changed();
		await until(() => expect(lid.recht).toBe('lezen'));
		for (const one of [lid, await opent(cookie)]) {
			one.schrijf((doc) => zetBriefje(doc, { id, groepId: groepId(1) }));
			await until(() => expect(one.geweigerd).toBe(1));
		}
		expect(w.beeld().briefjes[0]!.groepId).toBe('');
	});
});
