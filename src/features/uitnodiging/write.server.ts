import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayManagePersonen } from '#access/persoon.ts';
import { mayInvite } from '#access/uitnodiging.ts';
import { mayMail } from '#features/account/bewijs.server.ts';
import { account } from '#features/account/tables.server.ts';
import { isCodeAdres } from '#features/account/adres.ts';
import { mustBeHere } from '#features/leeromgeving/find.server.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { accountPersoon, persoon } from '#features/persoon/tables.server.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { queueMail } from '#server/mail/outbox.ts';
import { uitnodigingBrief } from './brief.ts';
import {
	findUitnodiging,
	mayBecome,
	waarvoor,
	werkplaatsNaam,
	type Uitnodiging,
} from './find.server.ts';
import type { UitnodigingNieuw } from './input.ts';
import { createOverdracht, createGeheim, removeOverdracht } from './overdracht.server.ts';
import { staatOp } from './staat.ts';
import { uitnodiging } from './tables.server.ts';

const LASTS = 7 * 24 * 60 * 60_000;
const verlooptOp = () => new Date(now().getTime() + LASTS);

const write = (actor: Actor, action: string, { id, werkplaatsId }: Uitnodiging) =>
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: `uitnodiging.${action}`,
		object: `uitnodiging:${id}`,
		werkplaatsId,
	});

/** Invites somebody into a team or into the werkplaats, for seven days. */
export function createUitnodiging(actor: Actor, input: UitnodigingNieuw): { id: string } {
	const werkplaatsId = werkplaatsVan(actor);
	const { hoe, ...given } = input;
	// A link that is handed over proves no address: whoever holds it would get that account.
	const values = { ...given, email: hoe === 'link' ? '' : given.email };
	must(mayInvite(actor, { werkplaatsId, ...values }));
	const here = { werkplaatsId };
	mustBeHere(here, { table: leeromgeving, ids: [input.leeromgevingId], field: 'leeromgevingId' });
	mustBeHere(here, { table: organisatie, ids: [input.namensId], field: 'namensId' });
	mustBeHere(here, { table: persoon, ids: [input.persoonId], field: 'persoonId' });
	if (input.persoonId) mustBeWithoutWayIn(actor, input.persoonId);
	const { overdracht, stored } = createGeheim(hoe === 'papier');
	const door = doorWie(actor);
	return db().transaction(() => {
		const row = db()
			.insert(uitnodiging)
			.values({ id: newId(), werkplaatsId, ...values, ...stored, door, verlooptOp: verlooptOp() })
			.returning()
			.get();
		if (hoe === 'mail') send(row, overdracht.link);
		createOverdracht(row.id, door, overdracht);
		write(actor, 'create', row);
		return { id: row.id };
	});
}

/** Only for somebody who has no way in yet, or only codes on paper. */
function mustBeWithoutWayIn(actor: Actor, persoonId: string) {
	const where = { werkplaatsId: werkplaatsVan(actor) };
	must(mayManagePersonen(actor, where));
	must(mayBecome(actor, { ...where, persoonId }));
	const accounts = db()
		.select({ email: account.email })
		.from(accountPersoon)
		.innerJoin(account, eq(account.id, accountPersoon.accountId))
		.where(eq(accountPersoon.persoonId, persoonId))
		.all();
	if (accounts.some(({ email }) => !isCodeAdres(email)))
		throw new Invalid({ persoonId: 'Deze persoon kan al inloggen.' });
}

function send(row: Uitnodiging, link: string) {
	if (!mayMail(row.email))
		throw new Invalid({
			email: 'Dit adres kreeg al een paar mails. Probeer het over een uur weer.',
		});
	const waar = waarvoor(row);
	const brief = uitnodigingBrief({
		waar,
		werkplaats: werkplaatsNaam(row.werkplaatsId),
		door: persoonNaam(row.werkplaatsId, row.door),
		naam: row.naam,
		link,
	});
	queueMail({ to: row.email, ...brief });
}

/** From now on the link and the code open nothing. */
export function withdrawUitnodiging(actor: Actor, { id }: { id: string }) {
	const row = findUitnodiging(actor, id);
	must(mayInvite(actor, row));
	if (staatOp(row, now()) === 'aanvaard') throw new Invalid('Deze uitnodiging is al aanvaard.');
	db().transaction(() => {
		db()
			.update(uitnodiging)
			.set({ ingetrokkenOp: now(), ingetrokkenDoor: doorWie(actor) })
			.where(eq(uitnodiging.id, id))
			.run();
		write(actor, 'withdraw', row);
	});
	removeOverdracht(id);
}

/** A new link or code for seven more days; the old one opens nothing any more. */
export function updateUitnodiging(actor: Actor, { id }: { id: string }) {
	const row = findUitnodiging(actor, id);
	must(mayInvite(actor, row));
	const staat = staatOp(row, now());
	if (staat === 'aanvaard') throw new Invalid('Deze uitnodiging is al aanvaard.');
	if (staat === 'ingetrokken')
		throw new Invalid('Deze uitnodiging is ingetrokken. Maak een nieuwe.');
	if (row.persoonId) mustBeWithoutWayIn(actor, row.persoonId);
	const { overdracht, stored } = createGeheim(row.codeHmac !== null);
	db().transaction(() => {
		db()
			.update(uitnodiging)
			.set({ ...stored, verlooptOp: verlooptOp(), door: doorWie(actor) })
			.where(eq(uitnodiging.id, id))
			.run();
		if (row.email && !row.codeHmac) send({ ...row, door: doorWie(actor) }, overdracht.link);
		write(actor, 'renew', row);
	});
	createOverdracht(id, doorWie(actor), overdracht);
}
