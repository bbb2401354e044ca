import { and, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayNeemMee } from '#access/bord.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { db } from '#server/db/db.ts';
import { bordafspraak } from './beeld.tables.server.ts';
import { zittenIn } from './regie.rows.server.ts';
import type { BordRow } from './rows.server.ts';

const genoemdOp = (bordId: string): string[] =>
	db()
		.selectDistinct({ id: bordafspraak.wieId })
		.from(bordafspraak)
		.where(and(eq(bordafspraak.bordId, bordId), isNotNull(bordafspraak.wieId)))
		.all()
		.map(({ id }) => id!);

/**
 * Who can be named in an afspraak or get regie, and who is named already and left the team since: the
 * table itself knows them by their id alone. Nobody for who does not enter the team.
 */
export function listMensen(actor: Actor, row: BordRow) {
	const { werkplaatsId, leeromgevingId } = row;
	if (!mayNeemMee(actor, { werkplaatsId, leeromgevingIds: [leeromgevingId] })) return [];
	const zitten = zittenIn(row);
	const leden = ledenNu([leeromgevingId]).map(({ id, naam }) => ({
		...{ id, naam, isLid: true },
		/** Can lead here. */
		zit: zitten.has(id),
	}));
	const known = new Set(leden.map(({ id }) => id));
	const eerder = genoemdOp(row.id)
		.filter((id) => !known.has(id))
		.map((id) => ({ id, naam: persoonNaam(werkplaatsId, id), isLid: false, zit: false }));
	return [...leden, ...eerder];
}
export type MensOpBord = ReturnType<typeof listMensen>[number];
