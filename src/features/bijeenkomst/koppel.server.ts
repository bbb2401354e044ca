import { and, eq, notInArray } from 'drizzle-orm';
import type { InWerkplaats } from '#access/actor.ts';
import { mustBeHere } from '#features/leeromgeving/find.server.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { organisatieRow } from '#features/partner/rows.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { periode } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import type { DagdeelNieuw } from './dagdeel.input.ts';
import type { BijeenkomstNieuw } from './input.ts';
import { dagdeelRows } from './rows.server.ts';
import {
	dagdeel,
	medeleeromgeving,
	medeorganisator,
	reeks,
	voorbereider,
} from './tables.server.ts';

/** What a bijeenkomst points at, and who organises it together. */

/** Every field that points at something of the werkplaats. */
export function mustPointHere(where: InWerkplaats, input: Partial<BijeenkomstNieuw>) {
	const { periodeId = null, reeksId = null } = input;
	mustBeHere(where, { table: periode, ids: [periodeId], field: 'periodeId' });
	mustBeHere(where, { table: reeks, ids: [reeksId], field: 'reeksId' });
	mustBeHere(where, { table: persoon, ids: input.voorbereiders ?? [], field: 'voorbereiders' });
	mustBeHere(where, { table: leeromgeving, ids: input.mede ?? [], field: 'mede' });
	mustBeHere(where, { table: organisatie, ids: input.organisatoren ?? [], field: 'organisatoren' });
}

export function assignMede(
	{ id, leeromgevingId }: { id: string; leeromgevingId: string | null },
	mede: readonly string[],
	door: string | null,
) {
	db().delete(medeleeromgeving).where(eq(medeleeromgeving.bijeenkomstId, id)).run();
	const teams = mede.filter((team) => team !== leeromgevingId);
	for (const team of new Set(teams))
		db().insert(medeleeromgeving).values({ bijeenkomstId: id, leeromgevingId: team, door }).run();
}

/** Who stays keeps the row: who chose them, and when. */
export function assignVoorbereiders(
	bijeenkomstId: string,
	voorbereiders: readonly string[],
	door: string | null,
) {
	const weg = and(
		eq(voorbereider.bijeenkomstId, bijeenkomstId),
		notInArray(voorbereider.persoonId, [...voorbereiders]),
	);
	db().delete(voorbereider).where(weg).run();
	for (const persoonId of new Set(voorbereiders))
		db()
			.insert(voorbereider)
			.values({ bijeenkomstId, persoonId, door })
			.onConflictDoNothing()
			.run();
}

/** Organisaties of the list keep the name that they have now, for later. */
export function assignOrganisatoren(
	{ id, werkplaatsId }: InWerkplaats & { id: string },
	{ organisatoren, organisatorNamen }: { organisatoren: string[]; organisatorNamen: string[] },
) {
	const al = db().select().from(medeorganisator).where(eq(medeorganisator.bijeenkomstId, id)).all();
	db().delete(medeorganisator).where(eq(medeorganisator.bijeenkomstId, id)).run();
	const naamVan = (organisatieId: string) =>
		al.find((row) => row.organisatieId === organisatieId)?.naam ??
		organisatieRow(werkplaatsId, organisatieId)?.naam ??
		'';
	const rows = [
		...organisatoren.map((organisatieId) => ({ organisatieId, naam: naamVan(organisatieId) })),
		...organisatorNamen.map((naam) => ({ organisatieId: null, naam })),
	];
	for (const row of rows)
		db()
			.insert(medeorganisator)
			.values({ bijeenkomstId: id, ...row })
			.run();
}

/** What makes a stretch another one. */
export const sleutelVan = ({ dag, begin, eind, pauzes }: DagdeelNieuw) =>
	JSON.stringify([dag, begin, eind, pauzes]);

const opDagEnUur = (a: DagdeelNieuw) => (b: DagdeelNieuw) => a.dag === b.dag && a.begin === b.begin;

/**
 * A stretch that moves or becomes longer keeps its id: who was there hangs on it. By day and hour
 * first, then in order; only what is left over goes.
 */
export function zetDagdelen(bijeenkomstId: string, delen: readonly DagdeelNieuw[]) {
	const al = dagdeelRows(bijeenkomstId);
	const zelfde = new Map(delen.map((deel) => [deel, al.find(opDagEnUur(deel))]));
	const over = al.filter((row) => !delen.some(opDagEnUur(row)));
	for (const deel of delen) {
		const row = zelfde.get(deel) ?? over.shift();
		if (row) db().update(dagdeel).set(deel).where(eq(dagdeel.id, row.id)).run();
		else
			db()
				.insert(dagdeel)
				.values({ bijeenkomstId, ...deel })
				.run();
	}
	for (const { id } of over) db().delete(dagdeel).where(eq(dagdeel.id, id)).run();
}
