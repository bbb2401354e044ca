import { inArray, sql } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import type { PerCategorie } from './input.ts';
import { bezoek, deurtik } from './tables.server.ts';
import { telBezoek } from './tel.ts';

/** What was counted of these bijeenkomsten: written down afterwards, and tapped at the door. */
function getallenVan(ids: readonly string[]) {
	const geschreven = db()
		.select({ id: bezoek.bijeenkomstId, categorie: bezoek.categorie, aantal: bezoek.aantal })
		.from(bezoek)
		.where(inArray(bezoek.bijeenkomstId, [...ids]))
		.all();
	const getikt = db()
		.select({
			id: deurtik.bijeenkomstId,
			categorie: deurtik.categorie,
			aantal: sql<number>`sum(${deurtik.aantal})`,
		})
		.from(deurtik)
		.where(inArray(deurtik.bijeenkomstId, [...ids]))
		.groupBy(deurtik.bijeenkomstId, deurtik.categorie)
		.all();
	const van = (rows: typeof geschreven) => (id: string) =>
		Object.fromEntries(
			rows.filter((row) => row.id === id).map((row) => [row.categorie, row.aantal]),
		) as PerCategorie;
	return { bezoekVan: van(geschreven), tikkenVan: van(getikt) };
}

type Telling = ReturnType<typeof telBezoek> & { circa: boolean; tikken: PerCategorie };

/** Each with its visits per category and in total. */
export function tellingenVan(rows: readonly BijeenkomstRow[]): Map<string, Telling> {
	const { bezoekVan, tikkenVan } = getallenVan(rows.map(({ id }) => id));
	return new Map(
		rows.map(({ id, aantal, circa }) => {
			const tikken = tikkenVan(id);
			const telling = telBezoek({ totaal: aantal, bezoek: bezoekVan(id), tikken });
			return [id, { ...telling, circa: circa && aantal !== null, tikken }];
		}),
	);
}

/** Only what somebody wrote down, to change it. */
export const geschrevenBezoek = (id: string): PerCategorie => getallenVan([id]).bezoekVan(id);
