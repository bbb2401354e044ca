import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayManagePersonen } from '#access/persoon.ts';
import { mayInvite, mayReadUitnodiging } from '#access/uitnodiging.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { sendsMail } from '#server/mail/deliver.ts';
import { mail } from '#server/tables.server.ts';
import {
	findUitnodiging,
	staatVan,
	waarvoor,
	werkplaatsNaam,
	type Uitnodiging,
} from './find.server.ts';
import { findOverdracht } from './overdracht.server.ts';
import { uitnodiging } from './tables.server.ts';

function plain(actor: Actor, row: Uitnodiging) {
	const staat = staatVan(row);
	const may = mayInvite(actor, row);
	return {
		id: row.id,
		naam: row.naam || persoonNaam(row.werkplaatsId, row.persoonId),
		email: row.email,
		waar: waarvoor(row),
		leeromgevingId: row.leeromgevingId,
		leeromgevingRol: row.leeromgevingRol,
		perspectief: row.perspectief,
		werkplaatsRol: row.werkplaatsRol,
		opPapier: row.codeHmac !== null,
		door: persoonNaam(row.werkplaatsId, row.door),
		gemaaktOp: row.createdAt,
		verlooptOp: row.verlooptOp,
		staat,
		may: {
			withdraw: may && staat === 'open',
			renew: may && (staat === 'open' || staat === 'verlopen'),
		},
	};
}

/** The invitations this actor may see, of one team or of the whole werkplaats, the latest first. */
export function listUitnodigingen(
	actor: Actor,
	{ leeromgevingId }: { leeromgevingId?: string } = {},
) {
	const here = eq(uitnodiging.werkplaatsId, werkplaatsVan(actor));
	const where = leeromgevingId ? and(here, eq(uitnodiging.leeromgevingId, leeromgevingId)) : here;
	const rows = db()
		.select()
		.from(uitnodiging)
		.where(where)
		.orderBy(desc(uitnodiging.createdAt))
		.all();
	return rows.filter((row) => mayReadUitnodiging(actor, row)).map((row) => plain(actor, row));
}

/** One invitation; to who made it, for an hour, also the link or the code to hand over. */
export function detailUitnodiging(actor: Actor, id: string) {
	const row = findUitnodiging(actor, id);
	const secret = findOverdracht(id, doorWie(actor));
	const overdracht = row.email && sendsMail() && !row.codeHmac ? undefined : secret;
	return {
		...plain(actor, row),
		werkplaats: werkplaatsNaam(row.werkplaatsId),
		gemaild: row.email !== '' && row.codeHmac === null && sendsMail(),
		overdracht,
	};
}

/**
 * Mail to people of this werkplaats that could not be delivered. Not what it was about: another
 * werkplaats may have sent it.
 */
export function listMislukteMail(actor: Actor) {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayManagePersonen(actor, { werkplaatsId }));
	const people = db()
		.select({ email: persoon.email })
		.from(persoon)
		.where(eq(persoon.werkplaatsId, werkplaatsId))
		.all();
	const invited = db()
		.select({ email: uitnodiging.email })
		.from(uitnodiging)
		.where(eq(uitnodiging.werkplaatsId, werkplaatsId))
		.all();
	const own = new Set([...people, ...invited].map((row) => row.email.toLowerCase()));
	return db()
		.select({ id: mail.id, aan: mail.recipient, op: mail.failedAt })
		.from(mail)
		.where(isNotNull(mail.failedAt))
		.orderBy(desc(mail.failedAt))
		.limit(200)
		.all()
		.filter((row) => own.has(row.aan.toLowerCase()));
}
