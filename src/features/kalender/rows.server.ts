import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { secretFor } from '#server/secrets.ts';
import { hashToken } from '#server/session/token.ts';
import { agendafeed } from './tables.server.ts';

export type FeedRow = typeof agendafeed.$inferSelect;

export const feedToken = (id: string) => secretFor('agendafeed', id);

const find = (which: SQL): FeedRow | undefined =>
	db()
		.select()
		.from(agendafeed)
		.where(and(which, isNull(agendafeed.ingetrokkenOp)))
		.all()
		// under another key of the installation the address that was shown cannot be shown again
		.find(({ id, tokenHash }) => tokenHash === hashToken(feedToken(id)));

/** The address that holds now. */
export const feedVanPersoon = (persoonId: string) => find(eq(agendafeed.persoonId, persoonId));
export const feedVanTeam = (leeromgevingId: string) =>
	find(eq(agendafeed.leeromgevingId, leeromgevingId));
export const feedMetHash = (tokenHash: string) => find(eq(agendafeed.tokenHash, tokenHash));

/** As a calendar asks for it. Whoever has it reads along: it is shown to who may have it only. */
export const adresOf = ({ id, createdAt }: FeedRow) => ({
	url: `${config().origin}/agenda/${feedToken(id)}/bijeenkomsten.ics`,
	gemaaktOp: createdAt,
});
export type FeedAdres = ReturnType<typeof adresOf>;
