import { enter, fixture, type Plek } from './buitenaf.ts';
import { expect, test } from './fixtures.ts';
import { openLijn, schrijf } from './sync-lijn.ts';
import { actors, isOne, words, type Actor } from './wie-leest-wat.ts';

/** AC-59 over the live connection: every kind of person asks for every verslag there is. */

test.use({ kind: 'veiligheid' });
test.describe.configure({ mode: 'serial', timeout: 480_000 });

type Staat = 'concept' | 'ter-controle' | 'vastgesteld' | 'weggehaald';

/** What docs/toegang.md says; undefined for who may not even know of it. */
function rechtVan(actor: Actor, [plek, team]: [Plek, Plek], staat: Staat): string | undefined {
	const hier = actor.plek === plek;
	const over = isOne(actor, 'coordinator', 'lector', 'docentonderzoeker', 'fg');
	if (!hier || staat === 'weggehaald' || !(over || actor.team === team)) return undefined;
	if (staat === 'vastgesteld') return 'lezen';
	if (isOne(actor, 'coordinator', 'trekker')) return 'schrijven';
	if (isOne(actor, 'lid')) return staat === 'concept' ? 'schrijven' : 'voorstellen';
	return 'lezen';
}

/** Nobody is told apart from what is not there, but who has no log-in. */
const codeVoor = (actor: Actor) => (actor.plek ? 4404 : 4401);

function documents() {
	const [hier, elders] = fixture().werkplaatsen as [Plek, Plek];
	const places: [Plek, Plek][] = [
		[hier, hier.teams![0]!],
		[hier, hier.teams![1]!],
		[elders, elders.teams![0]!],
	];
	return places.flatMap((place) =>
		place[1].objecten
			.filter(({ soort, woorden }) => soort === 'bijeenkomst' && woorden.tekst)
			.map((ding) => ({ place, ding, staat: ding.staat as Staat })),
	);
}

test('over de lijn krijgt iemand wat die mag zien, en een ander niets', async ({ server }) => {
	const known = words();
	const wrong: string[] = [];
	let read = 0;
	for (const actor of actors()) {
		const cookie = actor.mens ? await enter(server.url, actor.mens) : '';
		for (const { place, ding, staat } of documents()) {
			const lijn = await openLijn(server.url, `verslag/${ding.id}`, { cookie });
			const say = (what: string) => wrong.push(`${actor.naam} ${place[1].naam} ${staat}: ${what}`);
			const recht = rechtVan(actor, place, staat);
			if (lijn.recht !== recht) say(`${lijn.recht ?? 'niets'} in plaats van ${recht ?? 'niets'}`);
			if (!recht && lijn.code !== codeVoor(actor)) say(`code ${lijn.code}`);
			if (recht && !lijn.gehoord.includes(ding.woorden.tekst!)) say('de tekst kwam niet');
			for (const [woord] of lijn.gehoord.matchAll(/uniek[a-z]{12}/g)) {
				if (known.get(woord)?.mag(actor)) read++;
				else say(`las ${known.get(woord)?.soort}.${known.get(woord)?.veld}`);
			}
			lijn.ws.terminate();
		}
	}
	expect(wrong).toEqual([]);
	expect(read, 'the words are found where they may be').toBeGreaterThan(200);
});

test('wie alleen leest of voorstelt, schrijft ook niet met een eigen programma', async ({
	server,
}) => {
	const onzin = 'hoort hier niet';
	const voorstel = 'had ook gekund';
	const voorstellers = new Map<string, string>();
	let refused = 0;
	for (const actor of actors().filter(({ plek }) => plek)) {
		const cookie = await enter(server.url, actor.mens!);
		for (const { place, ding, staat } of documents()) {
			const recht = rechtVan(actor, place, staat);
			if (!recht || recht === 'schrijven') continue;
			const lijn = await openLijn(server.url, `verslag/${ding.id}`, { cookie });
			await schrijf(lijn, recht === 'voorstellen' ? voorstel : onzin);
			if (recht === 'voorstellen') voorstellers.set(ding.id, actor.mens!.persoonId);
			else lijn.ws.terminate();
			refused++;
		}
	}
	expect(refused).toBeGreaterThan(20);

	// the same frame is a good one, from who may write; once it is there, so would the others be
	const [plek] = fixture().werkplaatsen as [Plek];
	const team = plek.teams![0]!;
	const cookie = await enter(
		server.url,
		plek.mensen.find(({ wie }) => wie === 'coordinator')!,
	);
	const { id } = team.objecten.find(({ soort }) => soort === 'bijeenkomst')!;
	const textOf = async (of: string) => {
		const { gehoord, ws } = await openLijn(server.url, `verslag/${of}`, { cookie });
		ws.terminate();
		return gehoord;
	};
	await schrijf(await openLijn(server.url, `verslag/${id}`, { cookie }), 'hoort hier wel');
	await expect.poll(() => textOf(id)).toContain('hoort hier wel');
	for (const { ding } of documents()) expect(await textOf(ding.id)).not.toContain(onzin);
	// who may propose has proposed, under the own name, whatever the program of theirs says it does
	expect(voorstellers.size).toBeGreaterThan(0);
	for (const [ding, wie] of voorstellers) {
		await expect.poll(() => textOf(ding)).toContain(voorstel);
		await expect.poll(() => textOf(ding)).toMatch(new RegExp(`voorstelErbij[^]*"door":"${wie}"`));
	}
});

test('een naam die geen verslag is, en een andere site, komen er niet in', async ({ server }) => {
	const [plek] = fixture().werkplaatsen as [Plek];
	const trekker = plek.teams![0]!.mensen.find(({ wie }) => wie === 'trekker')!;
	const cookie = await enter(server.url, trekker);
	for (const name of [`verslag/${'a'.repeat(20)}`, `bord/${'a'.repeat(20)}`]) {
		const geen = await openLijn(server.url, name, { cookie });
		expect([geen.code, geen.recht], name).toEqual([4404, undefined]);
	}
	for (const name of ['verslag', '../verslag/x', ''])
		await expect(openLijn(server.url, name, { cookie }), name).rejects.toThrow('404');
	const { id } = plek.teams![0]!.objecten.find(({ soort }) => soort === 'bijeenkomst')!;
	const elders = openLijn(server.url, `verslag/${id}`, {
		cookie,
		origin: 'https://elders.example',
	});
	await expect(elders).rejects.toThrow('403');
});
