import { and, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayNeemMee } from '#access/bord.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { db } from '#server/db/db.ts';
import { bordafspraak } from './beeld.tables.server.ts';
import { factsOfBord, findBord } from './find.server.ts';

const genoemdOp = (bordId: string): string[] =>
	db()
		.selectDistinct({ id: bordafspraak.wieId })
		.from(bordafspraak)
		.where(and(eq(bordafspraak.bordId, bordId), isNotNull(bordafspraak.wieId)))
		.all()
		.map(({ id }) => id!);

/**
 * Who can be named in an afspraak, and who is named already and left the team since: the table itself
 * knows them by their id alone. Nobody for who does not enter the team.
 */
export function listMensen(actor: Actor, bordId: string) {
	const row = findBord(actor, bordId);
	if (!mayNeemMee(actor, factsOfBord(row))) return [];
	const leden = ledenNu([row.leeromgevingId]).map(({ id, naam }) => ({ id, naam, isLid: true }));
	const known = new Set(leden.map(({ id }) => id));
	const eerder = genoemdOp(row.id)
		.filter((id) => !known.has(id))
		.map((id) => ({ id, naam: persoonNaam(row.werkplaatsId, id), isLid: false }));
	return [...leden, ...eerder];
}
export type MensOpBord = ReturnType<typeof listMensen>[number];
