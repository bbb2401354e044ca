import { describe, expect, test } from 'vitest';
import { problems, voorbeeld } from './file.ts';
import json from '#voorbeeld/zuid-holland-zuid.json' with { type: 'json' };

const file = voorbeeld();
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const inPeriode = <T extends { periode: number }>(items: T[], periode: number) =>
	items.filter((item) => item.periode === periode);

describe('the file', () => {
	test('has the shape that the schema asks', () => expect(problems(json)).toEqual([]));

	test('a wrong date or a misspelt key is named with its place', () => {
		const wrong = structuredClone(json) as unknown as {
			perioden: Record<string, unknown>[];
		};
		wrong.perioden[0]!.van = '29 februari 2019';
		wrong.perioden[1]!.toelichtng = 'x';
		const found = problems(wrong);
		expect(found).toHaveLength(2);
		expect(found[0]).toMatch(/^perioden\.0\.van: .*2019/);
		expect(found[1]).toMatch(/^perioden\.1\.toelichtng: /);
	});
});

describe('what the sources count', () => {
	test('sixteen kenniscafés: two in the first periode, fourteen in the second', () => {
		expect(file.kenniscafes.map((c) => c.nummer)).toEqual(
			Array.from({ length: 16 }, (_, i) => i + 1),
		);
		expect([1, 2].map((p) => inPeriode(file.kenniscafes, p).length)).toEqual([2, 14]);
	});

	test('visitors: 42, 387, 261, and what follows from them', () => {
		const total = (van: number, tot: number) =>
			file.bezoekerstotalen.find((t) => t.kenniscafes[0] === van && t.kenniscafes.at(-1) === tot)
				?.aantal;
		expect([total(1, 2), total(3, 16), total(7, 16)]).toEqual([42, 387, 261]);
		expect(total(3, 6)).toBe(387 - 261);
		expect(total(1, 16)).toBe(42 + 387);
		const known = sum(file.kenniscafes.map((c) => c.bezoekers?.aantal ?? 0));
		expect(known).toBeGreaterThan(220);
		expect(known).toBeLessThan(261);
	});

	test('meetings, education and publications per periode', () => {
		expect([1, 2].map((p) => inPeriode(file.bijeenkomsten, p).length)).toEqual([9, 10]);
		expect(file.onderwijs).toHaveLength(10);
		expect([1, 2].map((p) => inPeriode(file.publicaties, p).length)).toEqual([9, 11]);
		const platform = file.publicaties.filter((p) => p.tijdschrift === 'Sociale Vraagstukken');
		expect(platform).toHaveLength(5);
	});

	test('each periode counts what its lists hold', () => {
		const counted = file.perioden.slice(0, 2).map(({ nummer, geteld }) => ({
			...geteld,
			leeromgevingen: file.leeromgevingen.filter((l) => l.perioden.includes(nummer)).length,
			kenniscafes: inPeriode(file.kenniscafes, nummer).length,
			publicaties: inPeriode(file.publicaties, nummer).length,
		}));
		expect(counted).toEqual(file.perioden.slice(0, 2).map(({ geteld }) => geteld));
	});

	test('six leeromgevingen with their meetings', () => {
		expect(file.leeromgevingen.map((l) => l.bijeenkomsten.map((b) => b.aantal))).toEqual([
			[7, 4],
			[8, 4],
			[9],
			[12],
			[18],
			[10],
		]);
	});

	test('students: fourteen, of whom nine in a team', () => {
		const { afgestudeerdOndersteund, perLeeromgeving } = file.studenten.periode2;
		expect(afgestudeerdOndersteund).toBe(14);
		expect(Object.values(perLeeromgeving)).toEqual([2, 3, 4, 0]);
		for (const l of file.leeromgevingen.filter((l) => l.soort === 'werkteam'))
			expect(perLeeromgeving[l.sleutel]).toBe(l.studenten);
	});

	test('nine partners in the first periode, thirteen intentieverklaringen for the third', () => {
		const first = file.partnerschappen.filter((p) => p.van.dag <= '2017-07-31');
		expect(first).toHaveLength(9);
		expect(file.intentieverklaringen).toHaveLength(13);
		expect(inPeriode(file.intentieverklaringen, 3)).toHaveLength(13);
	});

	test('seven leervragen, of which six literal, and five literal praktijkvragen of one group', () => {
		expect(file.leervragen.filter((l) => l.letterlijk)).toHaveLength(6);
		const literal = file.praktijkvragen.filter((p) => p.letterlijk);
		expect(literal).toHaveLength(5);
		expect(new Set(literal.map((p) => p.leeromgeving))).toEqual(new Set(['werkgroep-1']));
	});

	test('nine temporary cooperations and one, and nineteen experiences', () => {
		expect([1, 2].map((p) => inPeriode(file.samenwerkingen, p).length)).toEqual([1, 9]);
		expect(sum(file.magazine.ervaringen.map((e) => e.aantal))).toBe(file.magazine.aantalErvaringen);
	});
});

describe('what points at something else', () => {
	const keys = (items: { sleutel: string }[]) => items.map((item) => item.sleutel);
	const unknown = (used: (string | undefined)[], known: string[]) =>
		used.filter((key) => key !== undefined && !known.includes(key));

	test('every key exists once', () => {
		for (const items of [file.organisaties, file.personen, file.leeromgevingen, file.themas])
			expect(new Set(keys(items)).size).toBe(items.length);
		expect(new Set(file.leeromgevingen.map((l) => l.kleed)).size).toBe(6);
	});

	test('organisaties', () => {
		const used = [
			...file.organisaties.map((o) => o.koepel),
			...file.werkplaats.trekkers.map((t) => t.organisatie),
			...file.partnerschappen.map((p) => p.organisatie),
			...file.intentieverklaringen.map((i) => i.organisatie),
			...file.leeromgevingen.flatMap((l) => l.praktijken.map((p) => p.organisatie)),
			...file.personen.flatMap((p) => [
				p.contactVan,
				...p.werkrelaties.map((w) => w.organisatie),
				...p.lidmaatschappen.map((l) => l.namens),
			]),
			...file.kenniscafes.flatMap((c) => c.samenMet),
			...file.onderwijs.flatMap((o) => [o.bij, o.gever]),
			...file.samenwerkingen.flatMap((s) => s.opdrachtgevers),
		];
		expect(unknown(used, keys(file.organisaties))).toEqual([]);
	});

	test('personen', () => {
		const used = [
			...file.partnerschappen.map((p) => p.contactpersoon),
			...file.gremia.flatMap((g) => g.leden.map((l) => l.persoon)),
			...file.praktijkvragen.map((p) => p.indiener),
		];
		expect(unknown(used, keys(file.personen))).toEqual([]);
	});

	test('leeromgevingen, themas, kennisagendas and leervragen', () => {
		const teams = [
			...file.leervragen.flatMap((l) => l.leeromgevingen),
			...file.praktijkvragen.map((p) => p.leeromgeving),
			...file.kenniscafes.flatMap((c) => c.leeromgevingen),
			...[...file.bijeenkomsten, ...file.gebeurtenissen].flatMap((b) => b.leeromgevingen),
			...file.personen.flatMap((p) => p.lidmaatschappen.map((l) => l.leeromgeving)),
			...file.publicaties.map((p) => p.leeromgeving),
		];
		expect(unknown(teams, keys(file.leeromgevingen))).toEqual([]);
		const themas = [
			...file.leeromgevingen.flatMap((l) => l.themas),
			...file.leervragen.map((l) => l.thema),
		];
		expect(unknown(themas, keys(file.themas))).toEqual([]);
		expect(
			unknown(
				file.themas.map((t) => t.kennisagenda),
				keys(file.kennisagendas),
			),
		).toEqual([]);
		const vragen = file.praktijkvragen.flatMap((p) => p.leervragen);
		expect(unknown(vragen, keys(file.leervragen))).toEqual([]);
	});
});
