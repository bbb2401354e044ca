import { db } from './db/db.ts';

/** All of it is saved, or nothing; what is read in it nobody changes meanwhile. */
export const allOrNothing = <T>(run: () => T): T =>
	db().transaction(run, { behavior: 'immediate' });
