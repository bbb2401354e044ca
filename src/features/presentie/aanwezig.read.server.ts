import { inArray } from 'drizzle-orm';
import type { Actor, Vermelding } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayExportPresentie } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { vergelijkTekst } from '#features/datum/naam.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { fold } from '#server/search/stem.ts';
import { findLijst } from './find.server.ts';
import { geldendeMinuten } from './minuten.ts';
import { regelsOf, type RegelRow } from './rows.server.ts';
import { vasteMinuten, type Vast } from './vast.server.ts';

/** Who was there, for in a stuk that leaves. */

/** What the list says, until a correctie says otherwise: who was not there has no minutes left. */
function wasErbij(regel: RegelRow, vast: Vast | undefined): boolean {
	if (!vast?.correcties.length) return regel.status === 'aanwezig';
	return (geldendeMinuten(regel, undefined, vast) ?? 0) > 0;
}

const wieVan = ({ persoonId, naam }: RegelRow) => persoonId ?? fold(naam.trim());

/** Who was there in several parts is one; a name that stands twice in one part is two people. */
function mensenOf(row: BijeenkomstRow): RegelRow[] {
	const vast = vasteMinuten(row.id);
	const erbij = regelsOf(row.id).filter((regel) => wasErbij(regel, vast.get(regel.id)));
	const zelfde = Map.groupBy(erbij, (regel) => `${regel.dagdeelId} ${wieVan(regel)}`);
	const mensen = [...zelfde.values()].flatMap((regels) =>
		regels.map((regel, nummer) => [`${nummer} ${wieVan(regel)}`, regel] as const),
	);
	return [...new Map(mensen).values()];
}

/** People, not lines. */
export const countAanwezigen = (actor: Actor, bijeenkomstId: string): number =>
	mensenOf(findLijst(actor, bijeenkomstId)).length;

interface Naam {
	voornaam: string;
	vermelding: Vermelding;
}

/** As they want to be named in a stuk; empty for without a name. A guest as on the list. */
function naamVan({ naam }: RegelRow, gekozen: Naam | undefined): string {
	if (gekozen?.vermelding === 'anoniem') return '';
	return gekozen?.vermelding === 'voornaam' ? gekozen.voornaam : naam;
}

/** The names of who was there and may be named, for who may take the list along. */
export function listAanwezigen(actor: Actor, bijeenkomstId: string): string[] {
	const row = findLijst(actor, bijeenkomstId);
	must(mayExportPresentie(actor, factsOf(row)));
	const mensen = mensenOf(row);
	const ids = mensen.flatMap(({ persoonId }) => persoonId ?? []);
	const { id, voornaam, vermelding } = persoon;
	const rows = db()
		.select({ id, voornaam, vermelding })
		.from(persoon)
		.where(inArray(id, ids))
		.all();
	const namen = new Map(rows.map((found) => [found.id, found]));
	return mensen
		.map((regel) => naamVan(regel, namen.get(regel.persoonId ?? '')))
		.filter(Boolean)
		.sort(vergelijkTekst);
}
