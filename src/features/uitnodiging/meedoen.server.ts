import { eq } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { hashToken, newToken } from '#server/session/token.ts';
import { findOpenByCode } from './find.server.ts';
import { tryCode } from './poging.server.ts';
import { uitnodiging } from './tables.server.ts';

/**
 * The invitation of a code on paper, as the address of its page. That page gets a fresh token: the
 * code itself is in no address and stays good until somebody accepts.
 */
export async function findMeedoen(typed: string, address: string): Promise<string> {
	const code = typed.replaceAll(/\D/g, '');
	const row = await tryCode(address, () => (code.length === 12 ? findOpenByCode(code) : undefined));
	const token = newToken();
	db()
		.update(uitnodiging)
		.set({ tokenHash: hashToken(token) })
		.where(eq(uitnodiging.id, row.id))
		.run();
	return `/uitnodiging/${token}`;
}
