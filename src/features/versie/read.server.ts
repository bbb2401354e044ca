import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { mayWriteVerslag } from '#access/verslag.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoonRow } from '#features/persoon/rows.server.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { versie } from '#features/verslag/tables.server.ts';
import { isStuk, tekstNu } from '#features/verslag/tekst.server.ts';
import {
	inhoudVan,
	netGeschreven,
	NIEUWSTE,
	schrijversVan,
	type VersieRow,
} from '#features/verslag/versie.rows.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { telVerschil, verschilTussen } from './diff.ts';

/** Somebody whose last edit is so recent is still at it. */
const BEZIG = 60_000;

const wie = (werkplaatsId: string, ids: readonly (string | null)[]): string[] =>
	ids.flatMap((id) => {
		const row = id && persoonRow(werkplaatsId, id);
		return row ? [voluit(row)] : [];
	});

/** All but the text itself, which is by far the largest. */
const { id, soort, naam, createdAt, door, schrijvers, woorden } = versie;
const ABOUT = { id, soort, naam, createdAt, door, schrijvers, woorden };

const versieOf = (werkplaatsId: string, row: Pick<VersieRow, keyof typeof ABOUT>) => ({
	id: row.id,
	soort: row.soort,
	naam: row.naam,
	op: row.createdAt,
	door: wie(werkplaatsId, [row.door])[0] ?? '',
	schrijvers: wie(werkplaatsId, row.schrijvers),
	woorden: row.woorden,
});

const rowsOf = (bijeenkomstId: string) =>
	db()
		.select(ABOUT)
		.from(versie)
		.where(eq(versie.bijeenkomstId, bijeenkomstId))
		.orderBy(...NIEUWSTE)
		.all();

/** First names of who writes at this moment, without the actor. */
export function listBezig(actor: Actor, bijeenkomstId: string): string[] {
	const { row } = findVerslag(actor, bijeenkomstId);
	const since = now().getTime() - BEZIG;
	const net = schrijversVan(row.id).filter(({ laatst }) => laatst.getTime() >= since);
	const ids = new Set([...net.map(({ persoonId }) => persoonId), ...netGeschreven(row.id)]);
	return [...ids]
		.filter((id) => id !== doorWie(actor))
		.flatMap((id) => persoonRow(row.werkplaatsId, id)?.voornaam ?? []);
}

export type VersieRegel = ReturnType<typeof versieOf> & {
	/** Words more or less than the one before. */
	verschil: number;
};

/** Every versie of a verslag, newest first: for everyone who may read the verslag. */
export function listVersies(actor: Actor, bijeenkomstId: string) {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	const versies = rowsOf(row.id).map((found) => versieOf(row.werkplaatsId, found));
	return {
		versies: versies.map((one, index) => ({
			...one,
			verschil: one.woorden - (versies[index + 1]?.woorden ?? 0),
		})),
		status: facts.status,
		/** The text itself cannot be opened: putting one of these back is the way on. */
		stuk: isStuk(row.id),
		may: { write: mayWriteVerslag(actor, facts) },
	};
}

const versieRow = (versieId: string) =>
	mustFind(db().select().from(versie).where(eq(versie.id, versieId)).get());

/** A versie of a verslag the actor may read. */
function findVersie(actor: Actor, versieId: string) {
	const found = versieRow(versieId);
	return { found, ...findVerslag(actor, found.bijeenkomstId) };
}

/** One versie with its whole text. */
export function detailVersie(actor: Actor, versieId: string) {
	const { found, row, facts } = findVersie(actor, versieId);
	return {
		...versieOf(row.werkplaatsId, found),
		bijeenkomstId: row.id,
		tekst: inhoudVan(found),
		/** The text of now cannot be opened: nobody writes in it, and nothing is to be compared with it. */
		stuk: isStuk(row.id),
		may: { write: mayWriteVerslag(actor, facts) },
	};
}

/** `vorige`: what the writers of this versie changed. `nu`: what changed since. */
export function detailVerschil(actor: Actor, versieId: string, met: 'vorige' | 'nu') {
	const { found, row } = findVersie(actor, versieId);
	const tekst = inhoudVan(found);
	const blokken =
		met === 'nu' ? verschilTussen(tekst, tekstNu(row.id)) : verschilTussen(vorige(found), tekst);
	return { met, blokken, telling: telVerschil(blokken) };
}

/** The text of the versie before this one; an empty text for the first. */
function vorige(found: VersieRow) {
	const rows = rowsOf(found.bijeenkomstId);
	const before = rows[rows.findIndex(({ id }) => id === found.id) + 1];
	return before ? inhoudVan(versieRow(before.id)) : { type: 'doc', content: [] };
}
