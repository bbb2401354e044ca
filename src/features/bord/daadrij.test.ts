import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DaadRij, type Antwoord, type Tafeldaad } from './daadrij.svelte.ts';
import { aanUit, eigenBriefjes, eigenStippen, isVoorbij } from './wachtend.ts';

/** What a browser keeps, in memory. */
class Opslag {
	readonly #alles = new Map<string, string>();
	get length() {
		return this.#alles.size;
	}
	key = (n: number) => [...this.#alles.keys()][n] ?? null;
	getItem = (naam: string) => this.#alles.get(naam) ?? null;
	setItem = (naam: string, tekst: string) => void this.#alles.set(naam, tekst);
	removeItem = (naam: string) => void this.#alles.delete(naam);
}

const leg = (id: string, tekst = id): Tafeldaad => ({
	sleutel: `leg ${id}`,
	actie: 'leg',
	velden: { id, tekst, fase: 'delen' },
});
const stip = (groepId: string, aantal: number, voor = 'r1'): Tafeldaad => ({
	sleutel: `stip ${groepId}`,
	actie: 'stip',
	velden: { groepId, aantal: String(aantal) },
	voor,
});

let opslag: Opslag;
let verstuurd: Tafeldaad[];
let antwoord: Antwoord;

beforeEach(() => {
	opslag = new Opslag();
	verstuurd = [];
	antwoord = 'klaar';
});

const rij = (plek = 'bord ik') =>
	new DaadRij({
		plek,
		bewaard: { opslag, duur: 3600_000 },
		wacht: 5,
		stuur: async (daad) => {
			verstuurd.push(daad);
			return antwoord;
		},
	});
const zinnen = (daden: readonly Tafeldaad[]) =>
	daden.map(({ velden }) => velden['tekst'] ?? `${velden['groepId']} ${velden['aantal']}`);

describe('what is done at the table', () => {
	test('goes out in the order in which it was done, and nothing of it stays', async () => {
		const one = rij();
		one.add(leg('a'));
		one.add(leg('b'));
		await vi.waitFor(() => expect(one.wachtend).toEqual([]));
		expect(zinnen(verstuurd)).toEqual(['a', 'b']);
		expect(opslag.length).toBe(0);
	});
	test('waits on the device without a line, and goes out from the page that is loaded after that', async () => {
		antwoord = 'later';
		const one = rij();
		one.add(leg('a'));
		one.add(leg('b'));
		await vi.waitFor(() => expect(one.hapert).toBe(true));
		one.stop();
		expect(zinnen(one.wachtend)).toEqual(['a', 'b']);
		expect(opslag.length).toBe(2);
		antwoord = 'klaar';
		verstuurd = [];
		const later = rij();
		expect(zinnen(later.wachtend)).toEqual(['a', 'b']);
		await later.verstuur();
		expect(zinnen(verstuurd)).toEqual(['a', 'b']);
		expect(opslag.length).toBe(0);
	});
	test('is tried again by itself, and then no line is missed', async () => {
		antwoord = 'later';
		const one = rij();
		one.add(leg('a'));
		await vi.waitFor(() => expect(verstuurd.length).toBeGreaterThan(2));
		expect(one.hapert).toBe(true);
		antwoord = 'klaar';
		await vi.waitFor(() => expect(one.wachtend).toEqual([]));
		expect(one.hapert).toBe(false);
	});
	test('twice about the same thing is the last', async () => {
		antwoord = 'later';
		const one = rij();
		one.add(leg('a'));
		for (const aantal of [1, 2, 1]) one.add(stip('g', aantal));
		expect(zinnen(one.wachtend)).toEqual(['a', 'g 1']);
		expect(opslag.length).toBe(2);
		one.stop();
	});
	test('of somebody else, or at another table, is not sent as mine', async () => {
		antwoord = 'later';
		const one = rij();
		one.add(leg('a'));
		await vi.waitFor(() => expect(one.hapert).toBe(true));
		one.stop();
		expect(rij('bord ander').wachtend).toEqual([]);
		expect(rij('ander ik').wachtend).toEqual([]);
	});
	test('does not stay longer than it was meant to, of whomever it is', async () => {
		opslag.setItem(`samenspel-tafel bord ander ${Date.now() - 1}-000000 leg a`, '{}');
		opslag.setItem('van iets anders', 'blijft');
		expect(rij().wachtend).toEqual([]);
		expect(opslag.length).toBe(1);
	});
	test('that was never sent can be taken back', async () => {
		antwoord = 'later';
		const one = rij();
		one.add(leg('a'));
		await vi.waitFor(() => expect(one.hapert).toBe(true));
		expect(one.neemTerug('leg a')).toEqual(leg('a'));
		expect(one.neemTerug('leg a')).toBeUndefined();
		expect(opslag.length).toBe(0);
		one.stop();
	});
	test('keeps its words when it is refused, and holds up nothing else', async () => {
		antwoord = { zin: 'Het bord is vol.' };
		const one = rij();
		one.add(leg('a', 'Mijn verhaal'));
		await vi.waitFor(() => expect(one.geweigerd).toHaveLength(1));
		expect(one.geweigerd[0]).toMatchObject({ zin: 'Het bord is vol.' });
		antwoord = 'klaar';
		one.add(leg('b'));
		await vi.waitFor(() => expect(one.wachtend).toEqual([]));
		expect(zinnen(rij().wachtend)).toEqual(['Mijn verhaal']);
		one.opnieuw(one.geweigerd[0]!);
		await vi.waitFor(() => expect(one.wachtend).toEqual([]));
		expect(one.geweigerd).toEqual([]);
		expect(opslag.length).toBe(0);
	});
	test('over which the server trips does not hold up for ever what comes after it', async () => {
		antwoord = 'stuk';
		const one = rij();
		one.add(leg('a'));
		await vi.waitFor(() => expect(one.geweigerd).toHaveLength(1));
		expect(zinnen(verstuurd)).toEqual(['a', 'a', 'a']);
		expect(one.hapert).toBe(false);
		antwoord = 'klaar';
		one.add(leg('b'));
		await vi.waitFor(() => expect(one.wachtend).toEqual([]));
		expect(zinnen(rij().wachtend)).toEqual(['a']);
	});
	test('goes out from a browser that keeps nothing', async () => {
		opslag.setItem = () => {
			throw new Error('vol');
		};
		const one = rij();
		one.add(leg('a'));
		await vi.waitFor(() => expect(zinnen(verstuurd)).toEqual(['a']));
	});
});

describe('what is seen of it', () => {
	const op = (id: string, part = {}) => ({
		id,
		tekst: id,
		soort: '' as const,
		fase: 'delen' as const,
		perspectief: 'bewoner' as const,
		open: true,
		namens: false,
		weg: null,
		may: { wijzig: true, weg: true, terug: false },
		...part,
	});
	test('is what is there with what waits: new, changed, away and back', () => {
		const briefjes = [op('c'), op('b'), op('a', { weg: 'zelf' })];
		const voor = (id: string): Tafeldaad => ({ ...leg(id), actie: 'namens' });
		const wachtend: Tafeldaad[] = [
			leg('d'),
			voor('e'),
			{ sleutel: 'wijzig b', actie: 'wijzigbriefje', velden: { id: 'b', tekst: 'anders' } },
			{ sleutel: 'weg c', actie: 'haalweg', velden: { id: 'c' } },
			{ sleutel: 'weg a', actie: 'zetterug', velden: { id: 'a' } },
		];
		expect(eigenBriefjes(briefjes, wachtend)).toMatchObject([
			{ id: 'e', wacht: true, namens: true, open: false },
			{ id: 'd', tekst: 'd', fase: 'delen', weg: null, wacht: true, namens: false },
			{ id: 'c', tekst: 'c', weg: 'zelf', wacht: true },
			{ id: 'b', tekst: 'anders', weg: null, wacht: true, open: true },
			{ id: 'a', tekst: 'a', weg: null, wacht: true },
		]);
		expect(eigenBriefjes([op('d')], [leg('d')])).toMatchObject([{ id: 'd', wacht: false }]);
	});
	test('counts dots of this round alone', () => {
		const mijn = { rondeId: 'r1', dicht: false, over: 2, stippen: { g: 1 }, redenen: {} };
		expect(eigenStippen(mijn, 3, [stip('h', 1), stip('g', 0), stip('k', 3, 'r0')])).toEqual({
			stippen: { g: 0, h: 1 },
			redenen: {},
			over: 2,
		});
		expect(eigenStippen(mijn, 3, [])).toEqual({ stippen: { g: 1 }, redenen: {}, over: 2 });
	});
	test('is over with the round, or the phase, that it was for', () => {
		const stand = { rondeId: 'r2', fase: 'doen' as const };
		const klaar = { sleutel: 'klaar', actie: 'klaar' as const, velden: { klaar: 'ja' } };
		expect(isVoorbij(stip('g', 1, 'r1'), stand)).toBe(true);
		expect(isVoorbij(stip('g', 1, 'r2'), stand)).toBe(false);
		expect(isVoorbij({ ...klaar, voor: 'duiden' }, stand)).toBe(true);
		expect(isVoorbij({ ...klaar, voor: 'doen' }, stand)).toBe(false);
		expect(isVoorbij(leg('a'), stand)).toBe(false);
	});
	test('is done, or has a hand up, as it was last said', () => {
		const hand = (aan: string): Tafeldaad => ({
			sleutel: 'hand',
			actie: 'hand',
			velden: { hand: aan },
		});
		expect(aanUit('hand', false, [])).toBe(false);
		expect(aanUit('hand', false, [hand('ja')])).toBe(true);
		expect(aanUit('hand', true, [hand('')])).toBe(false);
		expect(aanUit('klaar', false, [hand('ja')])).toBe(false);
	});
});
