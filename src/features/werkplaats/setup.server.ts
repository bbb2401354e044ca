import { eq } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { singleton } from '#server/singleton.ts';
import { werkplaats } from './tables.server.ts';

const known = () => singleton('setup', () => ({ done: false }));

/** True until there is a werkplaats: every page then leads to the first-time set-up. */
export function needsSetup(): boolean {
	if (!known().done) known().done = !!db().select({ id: werkplaats.id }).from(werkplaats).get();
	return !known().done;
}

/** The example does not count: a real werkplaats can be set up beside it, and replaces it. */
export const hasRealWerkplaats = (): boolean =>
	!!db()
		.select({ id: werkplaats.id })
		.from(werkplaats)
		.where(eq(werkplaats.isVoorbeeld, false))
		.get();

/** After the last werkplaats went away. */
export const forgetSetup = () => void (known().done = false);
