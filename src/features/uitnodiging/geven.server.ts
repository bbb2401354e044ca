import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { rol } from '#features/persoon/tables.server.ts';
import { record } from '#server/audit.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import type { Uitnodiging } from './find.server.ts';

/** What an invitation gives, in the name of who made it. */

const write = ({ door, werkplaatsId }: Uitnodiging, action: string, object: string) =>
	record({ actor: door ?? 'systeem', action, object, werkplaatsId });

/** The same hat twice at one table is one hat. */
export function takeSeat(row: Uitnodiging, persoonId: string) {
	const { leeromgevingId, leeromgevingRol, namensId, door } = row;
	if (!leeromgevingId) return;
	const perspectief = row.perspectief ?? 'anders';
	const sits = and(
		eq(lidmaatschap.leeromgevingId, leeromgevingId),
		eq(lidmaatschap.persoonId, persoonId),
		eq(lidmaatschap.perspectief, perspectief),
		lte(lidmaatschap.van, today()),
		or(isNull(lidmaatschap.tot), gte(lidmaatschap.tot, today())),
	);
	if (db().select({ id: lidmaatschap.id }).from(lidmaatschap).where(sits).get()) return;
	const seat = { leeromgevingId, persoonId, perspectief, rol: leeromgevingRol ?? 'lid', namensId };
	const { id } = db()
		.insert(lidmaatschap)
		.values({ ...seat, van: today(), aangehaaktVia: 'uitnodiging', updatedBy: door })
		.returning()
		.get();
	write(row, `lidmaatschap.create.${seat.rol}`, `lidmaatschap:${id}`);
}

export function giveRol(row: Uitnodiging, persoonId: string) {
	const { werkplaatsRol, door } = row;
	if (!werkplaatsRol) return;
	const organisatieId = werkplaatsRol === 'partnercontact' ? row.namensId : null;
	const has = db()
		.select()
		.from(rol)
		.where(and(eq(rol.persoonId, persoonId), eq(rol.rol, werkplaatsRol), isNull(rol.ingetrokkenOp)))
		.all();
	if (has.some((r) => r.organisatieId === organisatieId)) return;
	db().insert(rol).values({ persoonId, rol: werkplaatsRol, organisatieId, door }).run();
	write(row, `rol.assign.${werkplaatsRol}`, `persoon:${persoonId}`);
}
