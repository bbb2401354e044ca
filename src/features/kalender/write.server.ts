import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayHaveFeed, mayRenewTeamfeed } from '#access/kalender.ts';
import { must } from '#access/must.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { newId } from '#server/id.ts';
import { hashToken } from '#server/session/token.ts';
import { feedToken, feedVanPersoon, feedVanTeam, type FeedRow } from './rows.server.ts';
import { agendafeed } from './tables.server.ts';

type Van = { persoonId: string } | { leeromgevingId: string };

function write(actor: Actor, action: 'create' | 'withdraw', id: string) {
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: `agendafeed.${action}`,
		object: `agendafeed:${id}`,
		werkplaatsId: werkplaatsVan(actor),
	});
}

function make(actor: Actor, van: Van) {
	const id = newId();
	const own = { id, werkplaatsId: werkplaatsVan(actor), door: doorWie(actor) };
	db()
		.insert(agendafeed)
		.values({ ...own, ...van, tokenHash: hashToken(feedToken(id)) })
		.run();
	write(actor, 'create', id);
}

/** From now on this address answers as one that never was. */
function withdraw(actor: Actor, row: FeedRow | undefined) {
	if (!row) return;
	db()
		.update(agendafeed)
		.set({ ingetrokkenOp: now(), ingetrokkenDoor: doorWie(actor) })
		.where(eq(agendafeed.id, row.id))
		.run();
	write(actor, 'withdraw', row.id);
}

function mustHaveOwn(actor: Actor): string {
	const persoonId = doorWie(actor) ?? '';
	must(mayHaveFeed(actor, { werkplaatsId: werkplaatsVan(actor), persoonId }));
	return persoonId;
}

function mustRenew(actor: Actor, leeromgevingId: string): string {
	const row = team.findRuimte(actor, leeromgevingId);
	must(mayRenewTeamfeed(actor, team.factsOf(row)));
	return row.id;
}

/** An address for one's own calendar; the one there is stays. */
export function createFeed(actor: Actor) {
	const persoonId = mustHaveOwn(actor);
	if (!feedVanPersoon(persoonId)) make(actor, { persoonId });
}

export function renewFeed(actor: Actor) {
	const persoonId = mustHaveOwn(actor);
	db().transaction(() => {
		withdraw(actor, feedVanPersoon(persoonId));
		make(actor, { persoonId });
	});
}

export function removeFeed(actor: Actor) {
	withdraw(actor, feedVanPersoon(mustHaveOwn(actor)));
}

/** One address for everybody of the team. */
export function createTeamfeed(actor: Actor, leeromgevingId: string) {
	const id = mustRenew(actor, leeromgevingId);
	if (!feedVanTeam(id)) make(actor, { leeromgevingId: id });
}

export function renewTeamfeed(actor: Actor, leeromgevingId: string) {
	const id = mustRenew(actor, leeromgevingId);
	db().transaction(() => {
		withdraw(actor, feedVanTeam(id));
		make(actor, { leeromgevingId: id });
	});
}
