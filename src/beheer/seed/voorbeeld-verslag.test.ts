import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { listBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { listOpmerkingen } from '#features/opmerking/read.server.ts';
import { opmerkingWaar } from '#features/verslag/gesprek.server.ts';
import { koppenOf } from '#features/verslag/inhoud.ts';
import { detailVerslag } from '#features/verslag/read.server.ts';
import { actiepunt, besluit } from '#features/verslag/tables.server.ts';
import { listVersies } from '#features/versie/read.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { voorbeeld } from './file.ts';
import { loadVoorbeeld, type Loaded } from './voorbeeld.ts';

const file = voorbeeld();

describe('the bijeenkomsten of the example', () => {
	let loaded: Loaded;
	beforeAll(() => {
		freshDb();
		loaded = loadVoorbeeld();
	});
	const systeem = () => ({ soort: 'systeem', werkplaatsId: loaded.werkplaatsId }) as const;
	const lijstVan = (sleutel: string) =>
		listBijeenkomsten(systeem(), loaded.ids.get('leeromgeving', sleutel));

	test('what has no known date is still to come; one of two teams on one day is not lost', () => {
		const coolhaven = lijstVan('werkteam-4');
		expect(coolhaven.komend.map((b) => b.titel)).toEqual([
			'Ontmoet de kracht van Coolhaveneiland: DOEN',
		]);
		expect(coolhaven.geweest.map((b) => b.datum?.dag)).toEqual([
			'2019-10-10',
			'2019-01-28',
			'2018-11-05',
		]);
	});

	test('the invented verslag is a text with acties, a besluit, named versions and writers', () => {
		const [verslag] = file.verslagen;
		const id = loaded.ids.get('bijeenkomst', verslag!.titel);
		const { tekst, status } = detailVerslag(systeem(), id);
		expect(status).toBe('concept');
		expect(koppenOf(tekst).map((kop) => kop.tekst)).toContain('Casus: De brief in de la');
		const rows = db()
			.select()
			.from(actiepunt)
			.where(eq(actiepunt.bijeenkomstId, id))
			.orderBy(actiepunt.volgorde)
			.all();
		expect(rows.map((row) => [row.wie.split(' ')[0], row.klaar])).toEqual([
			['Yıldız', true],
			['Amina', false],
			['Ruben', false],
		]);
		expect(db().select().from(besluit).where(eq(besluit.bijeenkomstId, id)).all()).toHaveLength(1);
		const { opmerkingen } = listOpmerkingen(systeem(), opmerkingWaar(systeem(), id));
		expect(opmerkingen.map((o) => [o.citaat, o.van !== '', o.antwoorden.length])).toEqual(
			verslag!.opmerkingen.map((o) => [o.bij, true, o.antwoorden.length]),
		);
		const { versies } = listVersies(systeem(), id);
		expect(versies.filter((v) => v.soort === 'benoemd').map((v) => v.naam)).toEqual(
			verslag!.versies.map((v) => v.naam).reverse(),
		);
	});
});
