import { version } from '$app/env';
import { eq, sql } from 'drizzle-orm';
import { SESSION_COOKIE, stillValid, validateSession } from '#features/account/session.server.ts';
import { bordKind } from '#features/bord/live.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { verslagKind } from '#features/verslag/live.server.ts';
import { prepared } from '#server/db/prepared.ts';
import type { LiveKind } from './kinds.ts';
import type { ServerKind, SyncOptions, Visitor } from './server/kind.ts';

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

function tokenIn(cookies: string): string {
	const own = cookies.split(/; */).find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
	return own?.slice(SESSION_COOKIE.length + 1) ?? '';
}

/** The list of what is written together, and who may come in: what the sync server is started with. */
export const SYNC: SyncOptions = {
	kinds: { verslag: verslagKind, bord: bordKind } satisfies Record<LiveKind, ServerKind>,
	buildId: version,
	async identify(cookies) {
		const token = tokenIn(cookies);
		const session = token ? await validateSession(token) : null;
		return session && visitorOf(session);
	},
	renew({ sessionHash, persoonId }) {
		const session = stillValid(sessionHash);
		// who went on as another persoon has other documents
		return session?.persoonId === persoonId ? visitorOf(session) : null;
	},
};
