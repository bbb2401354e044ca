import { eq } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { werkplaats } from './tables.server.ts';

/**
 * Whom to call or ask, for pages without a log-in. Only when this installation holds one
 * werkplaats: otherwise it would tell which ones there are.
 */
export function openContact(): { hulpTelefoon: string; privacyContact: string } {
	const real = db()
		.select({ hulpTelefoon: werkplaats.hulpTelefoon, privacyContact: werkplaats.privacyContact })
		.from(werkplaats)
		.where(eq(werkplaats.isVoorbeeld, false))
		.limit(2)
		.all();
	return (real.length === 1 && real[0]) || { hulpTelefoon: '', privacyContact: '' };
}
