import { eq } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { limit } from '#server/limits.ts';
import { hashToken, newToken } from '#server/session/token.ts';
import { hit, waitFor } from '#server/throttle.ts';
import { findOpenByCode } from './find.server.ts';
import { uitnodiging } from './tables.server.ts';

/** The same words for a code that is wrong, expired, used or withdrawn. */
const CODE_FOUT = 'Deze code klopt niet of is verlopen. Vraag de begeleider om de code.';
const TEN_MINUTES = 10 * 60;
const SLOW = 3000;

const perAddress = () => ({
	name: 'code-address',
	max: limit('codeFailures'),
	seconds: TEN_MINUTES,
});
const inTotal = () => ({
	name: 'code-total',
	max: limit('codeFailuresTotal'),
	seconds: TEN_MINUTES,
});

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/**
 * The invitation of a code on paper, as the address of its page. That page gets a fresh token: the
 * code itself is in no address and stays good until somebody accepts.
 */
export async function findMeedoen(typed: string, address: string): Promise<string> {
	if (waitFor(perAddress(), address) > 0) throw new Invalid({ code: CODE_FOUT });
	if (waitFor(inTotal(), '') > 0) await pause(SLOW);
	const code = typed.replaceAll(/\D/g, '');
	const row = code.length === 12 ? findOpenByCode(code) : undefined;
	if (!row) {
		db().transaction(() => {
			hit(perAddress(), address);
			hit(inTotal(), '');
		});
		throw new Invalid({ code: CODE_FOUT });
	}
	const token = newToken();
	db()
		.update(uitnodiging)
		.set({ tokenHash: hashToken(token) })
		.where(eq(uitnodiging.id, row.id))
		.run();
	return `/uitnodiging/${token}`;
}
