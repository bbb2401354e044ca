import { eq } from 'drizzle-orm';
import { organisatieRows, partnerschapRows } from '#features/partner/rows.server.ts';
import { holdsOn } from '#features/partner/status.ts';
import { trekker } from '#features/partner/tables.server.ts';
import { db } from '#server/db/db.ts';
import type { Bak, BakWereld } from './bak.ts';

/** What has to be known of the organisaties of a werkplaats to say where hours count. */
export function wereldVan(werkplaatsId: string): BakWereld & { naamVan(id: string): string } {
	const organisaties = new Map(organisatieRows(werkplaatsId).map((row) => [row.id, row]));
	const partners = Map.groupBy(partnerschapRows(werkplaatsId), (row) => row.organisatieId);
	const trekkers = db()
		.select({ id: trekker.organisatieId })
		.from(trekker)
		.where(eq(trekker.werkplaatsId, werkplaatsId))
		.all();
	return {
		trekkers: new Set(trekkers.map(({ id }) => id)),
		partnerOp: (id, dag) => (partners.get(id) ?? []).some((spanne) => holdsOn(spanne, dag)),
		koepelsBoven: (id) => organisaties.get(id)?.koepelIds ?? [],
		naamVan: (id) => organisaties.get(id)?.naam ?? '',
	};
}

/** A bak with names instead of ids, for a page. */
export interface BakNaam {
	soort: Bak['soort'];
	sub: 'organisaties' | 'bewoners' | 'buiten-regio' | null;
	organisatie: string;
	/** The umbrella for which the hours count. */
	koepel: string;
}

export function bakNaam(bak: Bak, { naamVan }: { naamVan(id: string): string }): BakNaam {
	const { soort } = bak;
	return {
		soort,
		sub: 'sub' in bak ? bak.sub : null,
		organisatie: 'organisatieId' in bak ? naamVan(bak.organisatieId) : '',
		koepel: 'koepelId' in bak && bak.koepelId ? naamVan(bak.koepelId) : '',
	};
}
