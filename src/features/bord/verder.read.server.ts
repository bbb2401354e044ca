import { eq } from 'drizzle-orm';
import type { Actor, Perspectief } from '#access/actor.ts';
import { mayReadLeervraag, mayWritePraktijkvraag, mayKoppelLeervraag } from '#access/leervraag.ts';
import { mustFind } from '#access/must.ts';
import { mayReadVerslag, mayWriteVerslag } from '#access/verslag.ts';
import { findRuimte, factsOf } from '#features/leeromgeving/find.server.ts';
import { findPraktijkvraag } from '#features/leervraag/find.server.ts';
import { leervraag } from '#features/leervraag/tables.server.ts';
import { factsOfVerslag, verslagRow } from '#features/verslag/find.server.ts';
import { db } from '#server/db/db.ts';
import { NotFound } from '#server/errors.ts';
import { beeldVan } from './beeld.read.server.ts';
import type { BordBeeld } from './beeld.ts';
import { findBord, type BordRow } from './find.server.ts';
import { bronnenVan, kantenVan, verhalenOnder, type Bron } from './herkomst.ts';
import { koppelingenOf } from './koppeling.rows.server.ts';
import { readableBorden } from './readable.server.ts';
import { bord } from './tables.server.ts';
import { uitDing, verderRows, type VerderRow } from './verder.rows.server.ts';
import { bordverder } from './verder.tables.server.ts';

/** What came of it, with where that is. */
export interface Gevolg {
	soort: 'leervraag' | 'praktijkvraag' | 'verslag';
	tekst: string;
	href: string;
}

function alsLeervraag(actor: Actor, id: string): Gevolg[] {
	const row = db().select().from(leervraag).where(eq(leervraag.id, id)).get();
	if (!row || !mayReadLeervraag(actor, row)) return [];
	return [{ soort: 'leervraag', tekst: row.tekst, href: `/leervragen/${id}` }];
}

function alsPraktijkvraag(actor: Actor, id: string): Gevolg[] {
	try {
		const { row } = findPraktijkvraag(actor, id);
		const href = `/leeromgevingen/${row.leeromgevingId}/leervragen/${id}`;
		return [{ soort: 'praktijkvraag', tekst: row.tekst, href }];
	} catch (error) {
		if (error instanceof NotFound) return [];
		throw error;
	}
}

function alsVerslag(actor: Actor, id: string): Gevolg[] {
	const row = verslagRow(actor, id);
	if (!row || !mayReadVerslag(actor, factsOfVerslag(row))) return [];
	return [{ soort: 'verslag', tekst: row.titel, href: `/bijeenkomsten/${id}` }];
}

function gevolgVan(actor: Actor, row: VerderRow): Gevolg[] {
	if (row.leervraagId) return alsLeervraag(actor, row.leervraagId);
	if (row.praktijkvraagId) return alsPraktijkvraag(actor, row.praktijkvraagId);
	return row.bijeenkomstId ? alsVerslag(actor, row.bijeenkomstId) : [];
}

/** In whose verslag it may be put: those of the bijeenkomsten at which the bord is used. */
const verslagenVoor = (actor: Actor, { id }: BordRow) =>
	koppelingenOf(id)
		.filter(({ row }) => mayWriteVerslag(actor, factsOfVerslag(row)))
		.map(({ row }) => ({ id: row.id, titel: row.titel }));

function mayOf(actor: Actor, row: BordRow) {
	const facts = factsOf(findRuimte(actor, row.leeromgevingId));
	return {
		leervraag: mayKoppelLeervraag(actor, facts),
		praktijkvraag: mayWritePraktijkvraag(actor, facts),
	};
}

/** What was made of it on the bord itself: of a groep, inzicht or briefje. */
function gebruiktIn({ inzichten, afspraken }: BordBeeld, id: string, bronnen: Map<string, Bron>) {
	return [...inzichten, ...afspraken]
		.filter(({ uit }) => uit.includes(id))
		.map((ding) => bronnen.get(ding.id)!);
}

const uitVan = ({ inzichten, afspraken }: BordBeeld, id: string) =>
	[...inzichten, ...afspraken].find((ding) => ding.id === id)?.uit ?? [];

/** One thing on the table with its trail: back to the stories, and on to what came of it. */
export function detailVerder(actor: Actor, { bordId, uit }: { bordId: string; uit: string }) {
	const row = findBord(actor, bordId);
	const beeld = beeldVan(actor, row.id);
	const bronnen = bronnenVan(beeld);
	const ding = uit === '' ? null : mustFind(bronnen.get(uit));
	const verhalen = ding && ding.soort !== 'briefje' ? verhalenOnder(beeld, uit) : [];
	const eigen = beeld.briefjes.filter(({ id }) => id === uit);
	return {
		bord: { id: row.id, titel: row.titel },
		/** Null: the whole bord. */
		ding,
		uit: uitVan(beeld, uit).map((id) => bronnen.get(id)!),
		verhalen: verhalen.map(({ id, tekst, perspectief }) => ({ id, tekst, perspectief })),
		kanten: kantenVan([...verhalen, ...eigen]),
		gebruikt: gebruiktIn(beeld, uit, bronnen),
		gevolgen: verderRows(uitDing(row.id, uit)).flatMap((one) => gevolgVan(actor, one)),
		leervraagId: row.leervraagId,
		verslagen: verslagenVoor(actor, row),
		teamId: row.leeromgevingId,
		may: mayOf(actor, row),
	};
}
export type VerderDetail = ReturnType<typeof detailVerder>;

/** One side only: then the vraag is of that side. */
export const kantOf = ({ kanten }: { kanten: readonly Perspectief[] }): Perspectief | null =>
	kanten.length === 1 ? kanten[0]! : null;

/** From which borden this came: for the page of what came of it. */
export function listHerkomst(
	actor: Actor,
	doel: { leervraagId: string } | { praktijkvraagId: string },
) {
	const [[key, id]] = Object.entries(doel) as [['leervraagId' | 'praktijkvraagId', string]];
	const readable = new Map(
		db()
			.select()
			.from(bord)
			.where(readableBorden(actor))
			.all()
			.map((row) => [row.id, row]),
	);
	return verderRows(eq(bordverder[key], id)).flatMap(({ id: verderId, bordId, uitId }) => {
		const row = readable.get(bordId);
		if (!row) return [];
		const ding = uitId ? bronnenVan(beeldVan(actor, bordId)).get(uitId) : undefined;
		const href = ding ? `/borden/${bordId}/verder?uit=${uitId}` : `/borden/${bordId}`;
		return [{ id: verderId, bord: row.titel, tekst: ding?.tekst ?? '', href }];
	});
}
export type Herkomst = ReturnType<typeof listHerkomst>[number];
