import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { watMist } from '#features/bord/afspraak.ts';
import { bordafspraak } from '#features/bord/beeld.tables.server.ts';
import type { BordRow } from '#features/bord/find.server.ts';
import { bord } from '#features/bord/tables.server.ts';
import { isDag } from '#features/tekst/wanneer.ts';
import type { VerslagRow } from '#features/verslag/find.server.ts';
import { actiepunt } from '#features/verslag/tables.server.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { actievervolg, afspraakvervolg } from './tables.server.ts';

type Actiepunt = typeof actiepunt.$inferSelect;
type Vervolgrij = typeof actievervolg.$inferSelect;

interface Rij {
	punt: Pick<Actiepunt, 'id' | 'tekst' | 'wie' | 'wieId' | 'wanneer' | 'klaar'>;
	/** What became of it, in the order in which it did. */
	vervolgen: Pick<Vervolgrij, 'soort' | 'tekst' | 'wanneer'>[];
}

/** Agreed in a verslag. */
export interface VerslagRij extends Rij {
	bij: VerslagRow;
}

/** Agreed on a bord, with an owner and a day: without those it is no afspraak yet (AC-17). */
export interface BordRij extends Rij {
	bord: BordRow;
	/** As written, when that is no day. */
	geschreven: string;
}

export type ActieRij = VerslagRij | BordRij;

const keyOf = (inId: string, id: string) => `${inId}/${id}`;

function vervolgenVan(bijeenkomstIds: string[]) {
	const rows = db()
		.select()
		.from(actievervolg)
		.where(inArray(actievervolg.bijeenkomstId, bijeenkomstIds))
		.orderBy(asc(actievervolg.createdAt), asc(rowid(actievervolg)))
		.all();
	return Map.groupBy(rows, (row) => keyOf(row.bijeenkomstId, row.actiepuntId));
}

/** What was agreed in these verslagen, each with what became of it. */
export function actieRows(which: SQL): VerslagRij[] {
	const rows = db()
		.select({ punt: actiepunt, bij: bijeenkomst })
		.from(actiepunt)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, actiepunt.bijeenkomstId))
		.where(which)
		.orderBy(asc(actiepunt.volgorde))
		.all();
	const vervolgen = vervolgenVan([...new Set(rows.map(({ bij }) => bij.id))]);
	return rows.map(({ punt, bij }) => ({
		punt,
		bij,
		vervolgen: vervolgen.get(keyOf(bij.id, punt.id)) ?? [],
	}));
}

function vervolgenOp(bordIds: string[]) {
	const rows = db()
		.select()
		.from(afspraakvervolg)
		.where(inArray(afspraakvervolg.bordId, bordIds))
		.orderBy(asc(afspraakvervolg.createdAt), asc(rowid(afspraakvervolg)))
		.all();
	return Map.groupBy(rows, (row) => keyOf(row.bordId, row.afspraakId));
}

/** What was agreed on these borden, each with what became of it. */
export function afspraakRows(which: SQL): BordRij[] {
	const rows = db()
		.select({ afspraak: bordafspraak, bord })
		.from(bordafspraak)
		.innerJoin(bord, eq(bord.id, bordafspraak.bordId))
		.where(which)
		.orderBy(asc(bordafspraak.volgorde))
		.all()
		.filter(({ afspraak }) => !watMist({ ...afspraak, wieId: afspraak.wieId ?? '' }));
	const vervolgen = vervolgenOp([...new Set(rows.map((row) => row.bord.id))]);
	return rows.map(({ afspraak: { id, wat, wie, wieId, wanneer }, bord: van }) => {
		const dag = isDag(wanneer) ? wanneer : '';
		return {
			punt: { id, tekst: wat, wie, wieId, wanneer: dag, klaar: false },
			bord: van,
			geschreven: dag ? '' : wanneer,
			vervolgen: vervolgen.get(keyOf(van.id, id)) ?? [],
		};
	});
}
