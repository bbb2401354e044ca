import { and, asc, eq } from 'drizzle-orm';
import type { Actor, Perspectief } from '#access/actor.ts';
import { mayWijzigBord } from '#access/bord.ts';
import { mayReadLeervraag, mayWritePraktijkvraag, mayKoppelLeervraag } from '#access/leervraag.ts';
import { mustFind } from '#access/must.ts';
import { mayReadVerslag, mayWriteVerslag } from '#access/verslag.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { factsOf, findRuimte } from '#features/leeromgeving/find.server.ts';
import { findPraktijkvraag } from '#features/leervraag/find.server.ts';
import { leervraag } from '#features/leervraag/tables.server.ts';
import { factsOfVerslag, verslagRow } from '#features/verslag/find.server.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { NotFound } from '#server/errors.ts';
import { watMist } from './afspraak.ts';
import { tafelVan } from './beeld.read.server.ts';
import type { BordBeeld } from './beeld.ts';
import { factsOfBord, findBord, type BordRow } from './find.server.ts';
import { kantenVan, verhalenOnder, type Bron } from './herkomst.ts';
import { koppelingenOf } from './koppeling.rows.server.ts';
import { readableBorden } from './readable.server.ts';
import { bord } from './tables.server.ts';
import {
	adresVan,
	staatIn,
	verderRows,
	verslagAlsTekst,
	type VerderRow,
} from './verder.rows.server.ts';
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

/** A piece of a verslag is one as long as it stands there; each text is read once, if at all. */
function inVerslagen() {
	const teksten = new Map<string, string>();
	return (row: VerderRow) => {
		const { bijeenkomstId: id } = row;
		if (id === null) return true;
		const tekst = teksten.get(id) ?? verslagAlsTekst(id);
		teksten.set(id, tekst);
		return staatIn(tekst, row);
	};
}

/** What came of a bord, by what it came of as that lies there now; '' is the whole bord. */
function gevolgenPerDing(actor: Actor, rows: readonly VerderRow[], nu: (id: string) => string) {
	const per = new Map<string, Gevolg[]>();
	const staatEr = inVerslagen();
	for (const row of rows) {
		const ding = row.uitId && nu(row.uitId);
		if (row.uitId && !ding) continue;
		const al = per.get(ding) ?? [];
		const isNieuw = ({ href }: Gevolg) => !al.some((een) => een.href === href);
		const nieuw = gevolgVan(actor, row).filter((een) => isNieuw(een) && staatEr(row));
		if (nieuw.length > 0) per.set(ding, [...al, ...nieuw]);
	}
	return per;
}

const rijenVan = (bordId: string) => verderRows(eq(bordverder.bordId, bordId));

/** What came of each thing on the table, for the table itself; of most borden nothing yet. */
export function listGevolgen(actor: Actor, bordId: string): Record<string, Gevolg[]> {
	const rows = rijenVan(findBord(actor, bordId).id);
	if (rows.length === 0) return {};
	return Object.fromEntries(gevolgenPerDing(actor, rows, tafelVan(actor, bordId).nu));
}

/** In whose verslag it may be put: those of the bijeenkomsten at which the bord is used. */
const verslagenVoor = (actor: Actor, { id }: BordRow) =>
	koppelingenOf(id)
		.filter(({ row }) => mayWriteVerslag(actor, factsOfVerslag(row)))
		.sort((a, b) => vergelijkDatum(a.row.datum, b.row.datum))
		.map(({ row }) => ({ id: row.id, titel: row.titel }));

function mayOf(actor: Actor, row: BordRow) {
	const facts = factsOf(findRuimte(actor, row.leeromgevingId));
	return {
		leervraag: mayKoppelLeervraag(actor, facts),
		praktijkvraag: mayWritePraktijkvraag(actor, facts),
		/** Of the bord: also at which bijeenkomsten it is used. */
		wijzig: mayWijzigBord(actor, factsOfBord(row)),
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

const isActie = ({ afspraken }: BordBeeld, id: string) =>
	afspraken.some((afspraak) => afspraak.id === id && !watMist(afspraak));

/** One thing on the table with its trail: back to the stories, and on to what came of it. */
export function detailVerder(actor: Actor, { bordId, uit }: { bordId: string; uit: string }) {
	const row = findBord(actor, bordId);
	const { beeld, bronnen, nu } = tafelVan(actor, row.id);
	const id = uit && nu(uit);
	const ding = uit === '' ? null : mustFind(bronnen.get(id));
	const verhalen = ding && ding.soort !== 'briefje' ? verhalenOnder(beeld, id) : [];
	const eigen = beeld.briefjes.filter((briefje) => briefje.id === id);
	return {
		bord: { id: row.id, titel: row.titel },
		/** Null: the whole bord. */
		ding,
		uit: uitVan(beeld, id).map((van) => bronnen.get(van)!),
		verhalen: verhalen.map(({ id: van, tekst, perspectief }) => ({ id: van, tekst, perspectief })),
		kanten: kantenVan([...verhalen, ...eigen]),
		gebruikt: gebruiktIn(beeld, id, bronnen),
		gevolgen: gevolgenPerDing(actor, rijenVan(row.id), nu).get(id) ?? [],
		leervraagId: row.leervraagId,
		verslagen: verslagenVoor(actor, row),
		/** It is used somewhere, so there is a verslag. */
		isGekoppeld: koppelingenOf(row.id).length > 0,
		/** Where it is kept up with, when it is an afspraak. */
		acties: isActie(beeld, id) ? `/leeromgevingen/${row.leeromgevingId}/afspraken` : '',
		teamId: row.leeromgevingId,
		may: mayOf(actor, row),
	};
}

/** One side only: then the vraag is of that side. */
const kantOf = (kanten: readonly Perspectief[]): Perspectief | null =>
	kanten.length === 1 ? kanten[0]! : null;

/** What a vraag begins with that comes of something on the table. */
export function beginVraag(actor: Actor, { bordId, uit }: { bordId: string; uit: string }) {
	const { leeromgevingId, leervraagId } = findBord(actor, bordId);
	const { beeld, nu } = tafelVan(actor, bordId);
	const id = mustFind(nu(uit) || undefined);
	return { leeromgevingId, leervraagId, perspectief: kantOf(kantenVan(verhalenOnder(beeld, id))) };
}

/** From which borden this came: for the page of what came of it. */
export function listHerkomst(
	actor: Actor,
	doel: { leervraagId: string } | { praktijkvraagId: string },
) {
	const [[key, id]] = Object.entries(doel) as [['leervraagId' | 'praktijkvraagId', string]];
	return db()
		.select({ verder: bordverder, titel: bord.titel })
		.from(bordverder)
		.innerJoin(bord, eq(bord.id, bordverder.bordId))
		.where(and(eq(bordverder[key], id), readableBorden(actor)))
		.orderBy(asc(bordverder.createdAt), asc(rowid(bordverder)))
		.all()
		.map(({ verder: { id: verderId, bordId, uitId }, titel }) => {
			const { bronnen, nu } = tafelVan(actor, bordId);
			const ding = bronnen.get(nu(uitId));
			const href = adresVan(bordId, ding?.id ?? '');
			return { id: verderId, bord: titel, tekst: ding?.tekst ?? '', href };
		});
}
export type Herkomst = ReturnType<typeof listHerkomst>[number];
