import { describe, expect, test } from 'vitest';
import { leesBestand, TE_GROOT } from './bestand.ts';
import { leesTabel } from './tabel.ts';
import { xlsx } from './test-xlsx.ts';

const lees = async (...parts: BlobPart[]) => {
	const gelezen = await leesBestand(new Blob(parts));
	return 'fout' in gelezen ? gelezen : leesTabel(gelezen.tekst);
};

describe('a file', () => {
	test('of a spreadsheet comes out as the same table: letters, a formula as text, a time', async () => {
		const rijen = [
			['Naam', 'Namens', 'Van'],
			['Sarıkaş', '=1+1', 14.5 / 24],
			['op twee\nregels, "echt"', 'a\tb', ''],
			['Joke 😀 <b>', 'SOL', '14.45'],
		];
		expect(await lees(xlsx(rijen))).toEqual([
			['Naam', 'Namens', 'Van'],
			['Sarıkaş', '=1+1', '14.30'],
			['op twee\nregels, "echt"', 'a\tb', ''],
			['Joke 😀 <b>', 'SOL', '14.45'],
		]);
	});
	test('of text is read as it was saved, in UTF-8 or in the letters of Windows', async () => {
		expect(await lees('\ufeffNaam;Namens\nSarıkaş;SOL')).toEqual([
			['Naam', 'Namens'],
			['Sarıkaş', 'SOL'],
		]);
		expect(await lees(new Uint8Array([0x52, 0x65, 0x6e, 0xe9, 0x65]))).toEqual([['Renée']]);
	});
	test('that is too large, or is something else, is refused in a sentence', async () => {
		const groot = xlsx([['x'.repeat(400_000)]]);
		expect(await lees(groot)).toEqual({ fout: TE_GROOT });
		expect(await lees(new Uint8Array(2_000_001))).toEqual({ fout: TE_GROOT });
		for (const raar of ['PK\x03\x04 geen bestand', 'a\0b', '%PDF-1.7\0'])
			expect(await lees(raar)).toHaveProperty('fout', expect.stringMatching(/niet lezen/));
		const zonderBlad = xlsx([['a']]).subarray(0, 200);
		expect(await lees(zonderBlad)).toHaveProperty('fout', expect.stringMatching(/niet lezen/));
	});
});
