import { gunzipSync, gzipSync } from 'node:zlib';
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import type { Contribution } from '#sync/kind.ts';
import { document, documentUpdate } from '#sync/server/tables.server.ts';
import { telWoorden } from './blok.ts';
import { verslagNaam } from './document.ts';
import type { VersieSoort } from './soort.ts';
import { versie, verslagSchrijver } from './tables.server.ts';
import { canoniek, hashVan } from './tekst.server.ts';

export type VersieRow = typeof versie.$inferSelect;

export const inhoudVan = (row: Pick<VersieRow, 'inhoud'>): TekstNode =>
	JSON.parse(gunzipSync(row.inhoud).toString()) as TekstNode;

/** Newest first; what came in one millisecond in the order in which it came. */
export const NIEUWSTE = [desc(versie.createdAt), desc(rowid(versie))];

export const laatsteVersie = (bijeenkomstId: string) =>
	db()
		.select()
		.from(versie)
		.where(eq(versie.bijeenkomstId, bijeenkomstId))
		.orderBy(...NIEUWSTE)
		.limit(1)
		.get();

const ofBijeenkomst = (id: string) => eq(verslagSchrijver.bijeenkomstId, id);

/** Who wrote since the last versie, the one who began first. */
export const schrijversVan = (bijeenkomstId: string) =>
	db()
		.select()
		.from(verslagSchrijver)
		.where(ofBijeenkomst(bijeenkomstId))
		.orderBy(verslagSchrijver.eerst)
		.all();

/** A text may outlive its bijeenkomst for a moment: a store must not fail on that. */
const isThere = (id: string) =>
	db().select({ id: bijeenkomst.id }).from(bijeenkomst).where(eq(bijeenkomst.id, id)).get();

/** Called after each store, in its transaction: remembers who wrote, for the next versie. */
export function keepSchrijvers(bijeenkomstId: string, contributions: readonly Contribution[]) {
	const ids = [...new Set(contributions.map((part) => part.persoonId))];
	if (ids.length === 0 || !isThere(bijeenkomstId)) return;
	const known = db().select({ id: persoon.id }).from(persoon).where(inArray(persoon.id, ids)).all();
	const at = now();
	for (const { id } of known)
		db()
			.insert(verslagSchrijver)
			.values({ bijeenkomstId, persoonId: id, eerst: at, laatst: at })
			.onConflictDoUpdate({
				target: [verslagSchrijver.bijeenkomstId, verslagSchrijver.persoonId],
				set: { laatst: at },
			})
			.run();
}

export const forgetSchrijvers = (bijeenkomstId: string) =>
	void db().delete(verslagSchrijver).where(ofBijeenkomst(bijeenkomstId)).run();

/** Who wrote what is stored and was not projected yet: the last seconds. */
export const netGeschreven = (bijeenkomstId: string): string[] =>
	db()
		.selectDistinct({ persoonId: documentUpdate.persoonId })
		.from(documentUpdate)
		.innerJoin(document, eq(document.name, documentUpdate.name))
		.where(
			and(
				eq(documentUpdate.name, verslagNaam(bijeenkomstId)),
				gt(documentUpdate.seq, document.projectedSeq),
			),
		)
		.all()
		.flatMap(({ persoonId }) => persoonId ?? []);

interface Nieuw {
	bijeenkomstId: string;
	soort: VersieSoort;
	tekst: TekstNode;
	naam?: string;
	door?: string | null;
}

/** Keeps a text with who wrote it since the one before. */
export function addVersie({ bijeenkomstId, soort, tekst, naam = '', door = null }: Nieuw): string {
	const eerder = schrijversVan(bijeenkomstId).map((row) => row.persoonId);
	const schrijvers = [...new Set([...eerder, ...netGeschreven(bijeenkomstId)])];
	const values = {
		bijeenkomstId,
		soort,
		naam,
		door,
		schrijvers,
		inhoud: gzipSync(canoniek(tekst)),
		hash: hashVan(tekst),
		woorden: telWoorden(tekst),
	};
	const { id } = db().insert(versie).values(values).returning({ id: versie.id }).get();
	forgetSchrijvers(bijeenkomstId);
	return id;
}
