import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Actor, doorWie, isInEen } from '#access/actor.ts';
import { persoon, rol } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { listLeden } from './lid.read.server.ts';

/** First names of who can let somebody into a team. */
export function listCoordinatoren(actor: Actor): string[] {
	if (!isInEen(actor)) return [];
	const here = and(
		eq(persoon.werkplaatsId, actor.werkplaatsId),
		eq(rol.rol, 'coordinator'),
		isNull(rol.ingetrokkenOp),
	);
	return db()
		.selectDistinct({ naam: persoon.voornaam })
		.from(rol)
		.innerJoin(persoon, eq(persoon.id, rol.persoonId))
		.where(here)
		.orderBy(asc(persoon.voornaam))
		.all()
		.map((row) => row.naam);
}

/** First names of who can let somebody write in the ruimte of a team: its trekkers, or else who lets in. */
export function listTrekkers(actor: Actor, leeromgevingId: string): string[] {
	const trekkers = listLeden(actor, leeromgevingId)
		.filter(({ rol, nu, persoonId }) => rol === 'trekker' && nu && persoonId !== doorWie(actor))
		.map(({ voornaam }) => voornaam);
	return trekkers.length ? [...new Set(trekkers)] : listCoordinatoren(actor);
}
