import { version } from '$app/env';
import { eq, sql } from 'drizzle-orm';
import type { GastActor } from '#access/actor.ts';
import { SESSION_COOKIE, stillValid, validateSession } from '#features/account/session.server.ts';
import { deelnemerRow } from '#features/bord/deelnemer.rows.server.ts';
import { BORD } from '#features/bord/document.ts';
import { rightOf } from '#features/bord/live.server.ts';
import { gastVan, isNogGast } from '#features/bord/open.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { GAST_COOKIE } from '#features/uitnodiging/gastcookie.server.ts';
import { prepared } from '#server/db/prepared.ts';
import { KINDS } from './kinds.all.server.ts';
import { parseName } from './name.ts';
import type { SyncOptions, Visitor } from './server/kind.ts';

interface Login {
	tokenHash: string;
	accountId: string;
	persoonId: string | null;
}

const personen = prepared((db) =>
	db
		.select()
		.from(persoon)
		.where(eq(persoon.id, sql.placeholder('id')))
		.prepare(),
);

/** Who this log-in is today; nobody without a place in a werkplaats has a live document. */
function visitorOf({ tokenHash, accountId, persoonId }: Login): Visitor | null {
	const actor = loadActor({ accountId, persoonId });
	if (actor.soort !== 'persoon') return null;
	const naam = personen().get({ id: actor.persoonId });
	if (!naam) return null;
	return {
		actor,
		accountId,
		persoonId: actor.persoonId,
		sessionHash: tokenHash,
		voornaam: naam.voornaam,
		naam: voluit(naam),
	};
}

/** Who sits at the table of a bord without account: the cookie of the phone says at which seat. */
function gastAan(bordId: string, cookies: string): Visitor | null {
	const actor = gastVan(cookieIn(cookies, GAST_COOKIE), bordId);
	return actor.soort === 'gast' ? gastVisitor(actor) : null;
}

function gastVisitor(actor: GastActor): Visitor | null {
	const seat = isNogGast(actor) ? deelnemerRow(actor.bordId, actor.deelnemerId) : undefined;
	if (!seat) return null;
	return {
		actor,
		accountId: `gast:${seat.id}`,
		persoonId: seat.id,
		sessionHash: `gast:${seat.id}`,
		voornaam: seat.naam,
		naam: `${seat.naam} (gast)`,
	};
}

function cookieIn(cookies: string, name: string): string {
	const own = cookies.split(/; */).find((cookie) => cookie.startsWith(`${name}=`));
	return own?.slice(name.length + 1) ?? '';
}

async function identify(cookies: string, name: string): Promise<Visitor | null> {
	const token = cookieIn(cookies, SESSION_COOKIE);
	const session = token ? await validateSession(token) : null;
	const visitor = session && visitorOf(session);
	const { kind, id = '' } = parseName(name) ?? {};
	if (kind !== BORD || (visitor && rightOf(visitor.actor, id))) return visitor;
	// also somebody of another werkplaats, or another team, may have come in by the code
	return gastAan(id, cookies) ?? visitor;
}

/** The list of what is written together, and who may come in: what the sync server is started with. */
export const SYNC: SyncOptions = {
	kinds: KINDS,
	buildId: version,
	identify,
	renew({ actor, sessionHash, persoonId }) {
		if (actor.soort === 'gast') return gastVisitor(actor);
		const session = stillValid(sessionHash);
		// who went on as another persoon has other documents
		return session?.persoonId === persoonId ? visitorOf(session) : null;
	},
};
