import { and, asc, inArray } from 'drizzle-orm';
import { doorWie, type Actor, type LeeromgevingRol } from '#access/actor.ts';
import type { Antwoord } from '#features/aanmelding/antwoord.ts';
import { antwoordenOp, genodigdenVan } from '#features/aanmelding/rows.server.ts';
import { factsOf, ruimtenOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { holdsOn } from '#features/leeromgeving/lidmaatschap.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { db } from '#server/db/db.ts';

/** Who comes as a matter of course. An agendalid comes when asked; who observes does not take part. */
const VASTE_ROLLEN: readonly LeeromgevingRol[] = [
	'trekker',
	'procesbegeleider',
	'kernlid',
	'lid',
	'student',
];

/** What each who was asked said last. */
export function antwoordenOf(bijeenkomstId: string): Map<string, Antwoord | null> {
	const gevraagd = genodigdenVan(bijeenkomstId).map(({ row }) => row);
	const antwoorden = antwoordenOp(gevraagd.map(({ id }) => id));
	return new Map(
		gevraagd.map(({ id, persoonId }) => [persoonId, antwoorden.get(id)?.antwoord ?? null]),
	);
}

/** What the rules ask of one line of the list. */
export const factsOfRegel = (
	actor: Actor,
	row: BijeenkomstRow,
	{ persoonId }: { persoonId: string | null },
) => ({
	...factsOf(row),
	genodigd: antwoordenOf(row.id).has(doorWie(actor) ?? ''),
	persoonId,
});

/** The people of its teams on that day, each once. */
function ledenOp(row: BijeenkomstRow, dag: string): string[] {
	const spells = db()
		.select()
		.from(lidmaatschap)
		.where(
			and(
				inArray(lidmaatschap.leeromgevingId, ruimtenOf(row)),
				inArray(lidmaatschap.rol, [...VASTE_ROLLEN]),
			),
		)
		.orderBy(asc(lidmaatschap.van), asc(lidmaatschap.createdAt))
		.all();
	const then = spells.filter((spell) => holdsOn(spell, dag));
	return [...new Set(then.map(({ persoonId }) => persoonId))];
}

/** Who is expected, and who said not to come: leden of that day, and who was asked. */
export function verwachtOp(row: BijeenkomstRow, dag: string) {
	const antwoorden = antwoordenOf(row.id);
	const all = [...new Set([...ledenOp(row, dag), ...antwoorden.keys()])];
	const isAf = (persoonId: string) => antwoorden.get(persoonId) === 'komt-niet';
	return {
		verwacht: all.filter((persoonId) => !isAf(persoonId)),
		afgemeld: all.filter(isAf),
	};
}
