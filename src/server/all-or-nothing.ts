import { db } from './db/db.ts';

/** For what is put together from changes of several features: all of it is saved, or nothing. */
export const allOrNothing = <T>(run: () => T): T =>
	db().transaction(run, { behavior: 'immediate' });
