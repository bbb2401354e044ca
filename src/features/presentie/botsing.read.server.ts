import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayReadPresentie } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import type { Deel } from '#features/bijeenkomst/duur.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { db } from '#server/db/db.ts';
import { botst, type Aanwezig } from './minuten.ts';
import { deelOf, type RegelRow } from './rows.server.ts';
import { presentieregel } from './tables.server.ts';

/** Where and when somebody was by this line; nothing when no times are known. */
function aanwezigOf(regel: RegelRow, delen: readonly Deel[]): Aanwezig | undefined {
	const deel = deelOf(delen, regel.dagdeelId);
	if (!deel || regel.status !== 'aanwezig') return undefined;
	const { persoonId, van, tot } = regel;
	return { persoonId, dag: deel.dag, begin: van || deel.begin, eind: tot || deel.eind };
}

/** Lines of these people on other lists of the werkplaats. */
const elders = (actor: Actor, { id }: BijeenkomstRow, persoonIds: string[]) =>
	db()
		.select({ regel: presentieregel, row: bijeenkomst })
		.from(presentieregel)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, presentieregel.bijeenkomstId))
		.where(
			and(
				eq(presentieregel.werkplaatsId, werkplaatsVan(actor)),
				inArray(presentieregel.persoonId, persoonIds),
				ne(presentieregel.bijeenkomstId, id),
				eq(presentieregel.status, 'aanwezig'),
				isNull(presentieregel.weggehaaldOp),
				isNull(bijeenkomst.weggehaaldOp),
			),
		)
		.all();

/**
 * Who was on another list at the same time, by line: a sentence to look at (§12.3). Of a list that
 * the reader may not see it says that there is one, and no more.
 */
export function listBotsingen(
	actor: Actor,
	row: BijeenkomstRow,
	regels: readonly RegelRow[],
): Map<string, string> {
	const delen = delenOf(row);
	const hier = regels.flatMap((regel) => {
		const plek = aanwezigOf(regel, delen);
		return plek?.persoonId ? [{ regel, plek }] : [];
	});
	const persoonIds = [...new Set(hier.map(({ plek }) => plek.persoonId!))];
	const zinnen = new Map<string, string>();
	if (persoonIds.length === 0) return zinnen;
	for (const ander of elders(actor, row, persoonIds)) {
		const daar = aanwezigOf(ander.regel, delenOf(ander.row));
		const botsen = hier.filter(({ plek }) => daar && botst(plek, daar));
		const waar = mayReadPresentie(actor, factsOf(ander.row))
			? `de lijst van '${ander.row.titel}'`
			: 'een andere lijst';
		for (const { regel } of botsen)
			zinnen.set(regel.id, `${regel.naam.split(' ')[0]} stond toen ook op ${waar}.`);
	}
	return zinnen;
}
