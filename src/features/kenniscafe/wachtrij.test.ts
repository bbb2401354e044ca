import { beforeEach, describe, expect, test, vi } from 'vitest';
import { nieuweTik, Wachtrij, type Antwoord, type Tik } from './wachtrij.svelte.ts';

/** As a browser keeps it. */
class Opslag {
	#in = new Map<string, string>();
	get length() {
		return this.#in.size;
	}
	key = (n: number) => [...this.#in.keys()][n] ?? null;
	getItem = (key: string) => this.#in.get(key) ?? null;
	setItem = (key: string, value: string) => void this.#in.set(key, value);
	removeItem = (key: string) => void this.#in.delete(key);
}

let opslag: Opslag;
let gestuurd: Tik[];
let antwoord: Antwoord | 'weg';

beforeEach(() => {
	opslag = new Opslag();
	gestuurd = [];
	antwoord = 'klaar';
});

const deur = (bijeenkomstId = 'a', waar: Opslag | undefined = opslag) =>
	new Wachtrij({
		bijeenkomstId,
		opslag: waar,
		wacht: 60_000,
		stuur: async (tik) => {
			if (antwoord === 'weg') throw new TypeError('Failed to fetch');
			gestuurd.push(tik);
			return antwoord;
		},
	});
const leeg = (rij: Wachtrij) => vi.waitFor(() => expect(rij.tikken).toEqual([]));
const hapert = (rij: Wachtrij, hoe: string) => vi.waitFor(() => expect(rij.hapert).toBe(hoe));
const namen = (tikken: readonly Tik[]) => tikken.map(({ categorie }) => categorie);

describe('taps at the door', () => {
	test('go one after another in the order in which they were made', async () => {
		const rij = deur();
		for (const categorie of ['a', 'b', 'c']) rij.add(nieuweTik(categorie, 1));
		expect(namen(rij.tikken)).toEqual(['a', 'b', 'c']);
		await leeg(rij);
		expect(namen(gestuurd)).toEqual(['a', 'b', 'c']);
		expect(opslag.length).toBe(0);
	});
	test('stay on the device without a line, and go with the same id after a reload', async () => {
		antwoord = 'weg';
		const eerst = deur();
		for (const categorie of ['a', 'b']) eerst.add(nieuweTik(categorie, 1));
		await hapert(eerst, 'later');
		eerst.stop();
		const ids = eerst.tikken.map(({ id }) => id);
		antwoord = 'klaar';
		const dan = deur();
		expect(dan.tikken.map(({ id }) => id)).toEqual(ids);
		await dan.verstuur();
		expect(gestuurd.map(({ id }) => id)).toEqual(ids);
		expect([opslag.length, dan.hapert]).toEqual([0, '']);
	});
	test('of two tabs do not lose each other, and those of another door stay', async () => {
		antwoord = 'inloggen';
		const [een, twee, ander] = [deur(), deur(), deur('b')];
		een.add(nieuweTik('a', 1));
		twee.add(nieuweTik('b', -1));
		ander.add(nieuweTik('c', 1));
		await hapert(ander, 'inloggen');
		expect(namen(deur().tikken).sort()).toEqual(['a', 'b']);
	});
	test('wait for a person when they were refused', async () => {
		antwoord = 'weigering';
		const rij = deur();
		rij.add(nieuweTik('a', 1));
		await hapert(rij, 'weigering');
		expect(rij.tikken).toHaveLength(1);
		expect(gestuurd).toHaveLength(1);
	});
	test('count in memory on a shared device, and where nothing can be kept', async () => {
		antwoord = 'weg';
		const gedeeld = new Wachtrij({
			bijeenkomstId: 'a',
			opslag: undefined,
			stuur: async () => 'later',
		});
		gedeeld.add(nieuweTik('a', 1));
		await hapert(gedeeld, 'later');
		gedeeld.stop();
		opslag.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const vol = deur();
		vol.add(nieuweTik('a', 1));
		await hapert(vol, 'later');
		vol.stop();
		expect(vol.tikken).toHaveLength(1);
		expect(opslag.length).toBe(0);
	});
	test('have an id as the server makes them; what is no tap is left out', () => {
		expect(nieuweTik('a', 1).id).toMatch(/^[a-z2-7]{20}$/);
		opslag.setItem('samenspel-deur a 1 x', '{"aantal":7}');
		opslag.setItem('samenspel-deur a 2 y', 'geen json');
		expect(deur().tikken).toEqual([]);
	});
});
