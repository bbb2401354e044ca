import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayEditBord } from '#access/bord.ts';
import { findRuimte } from '#features/leeromgeving/find.server.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { tafelVan } from './beeld.read.server.ts';
import { bordgroep, bordplek } from './beeld.tables.server.ts';
import { gelijkend } from './lijkt.ts';
import { readableBorden } from './readable.server.ts';
import { bordRow } from './rows.server.ts';
import { bord } from './tables.server.ts';
import { groepSleutel } from './thema.input.ts';
import { bordthema, bordthemagroep } from './thema.tables.server.ts';

/** The groups with a name on all borden of a team, the oldest bord first. */
function groepenVan(actor: Actor, leeromgevingId: string) {
	const lagen = db()
		.select({ bordId: bordplek.bordId, groepId: bordplek.groepId, n: count() })
		.from(bordplek)
		.innerJoin(bord, eq(bord.id, bordplek.bordId))
		.where(eq(bord.leeromgevingId, leeromgevingId))
		.groupBy(bordplek.bordId, bordplek.groepId)
		.all();
	const aantal = new Map(lagen.map((l) => [groepSleutel(l.bordId, l.groepId ?? ''), l.n]));
	return db()
		.select({ id: bordgroep.id, naam: bordgroep.naam, bordId: bord.id, bord: bord.titel })
		.from(bordgroep)
		.innerJoin(bord, eq(bord.id, bordgroep.bordId))
		.where(and(readableBorden(actor), eq(bord.leeromgevingId, leeromgevingId)))
		.orderBy(asc(bord.createdAt), asc(rowid(bord)), asc(bordgroep.volgorde))
		.all()
		.filter(({ naam }) => naam !== '')
		.map((groep) => {
			const sleutel = groepSleutel(groep.bordId, groep.id);
			return { ...groep, sleutel, aantal: aantal.get(sleutel) ?? 0 };
		});
}
export type ThemaGroepRegel = ReturnType<typeof groepenVan>[number];

/** A groep that went into another is in its thema by that one. */
function groepNu(actor: Actor, bekend: ReadonlySet<string>) {
	return ({ bordId, groepId }: { bordId: string; groepId: string }): string => {
		const sleutel = groepSleutel(bordId, groepId);
		if (bekend.has(sleutel) || bordRow(bordId)?.weggehaaldOp !== null) return sleutel;
		return groepSleutel(bordId, tafelVan(actor, bordId).nu(groepId));
	};
}

function themasVan(actor: Actor, leeromgevingId: string, groepen: readonly ThemaGroepRegel[]) {
	const themas = db()
		.select({ id: bordthema.id, naam: bordthema.naam })
		.from(bordthema)
		.where(eq(bordthema.leeromgevingId, leeromgevingId))
		.orderBy(asc(bordthema.createdAt), asc(rowid(bordthema)))
		.all();
	const ids = themas.map(({ id }) => id);
	const erin = db().select().from(bordthemagroep).where(inArray(bordthemagroep.themaId, ids)).all();
	const nu = groepNu(actor, new Set(groepen.map(({ sleutel }) => sleutel)));
	const sleutels = (themaId: string) =>
		new Set(erin.filter((one) => one.themaId === themaId).map(nu));
	return themas.map((thema) => {
		const hier = sleutels(thema.id);
		return { ...thema, groepen: groepen.filter(({ sleutel }) => hier.has(sleutel)) };
	});
}

/** What comes back over the borden of a team: what people said that does, and what looks alike. */
export function listThemas(actor: Actor, leeromgevingId: string) {
	const team = findRuimte(actor, leeromgevingId);
	const groepen = groepenVan(actor, team.id);
	const themas = themasVan(actor, team.id, groepen);
	const erin = new Set(themas.flatMap((thema) => thema.groepen.map(({ sleutel }) => sleutel)));
	const los = groepen.filter(({ sleutel }) => !erin.has(sleutel));
	const { werkplaatsId } = team;
	return {
		themas,
		los,
		lijken: gelijkend(los),
		may: { write: mayEditBord(actor, { werkplaatsId, leeromgevingIds: [team.id] }) },
	};
}
