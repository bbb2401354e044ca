import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { record, verifyAudit } from './audit.ts';
import { db } from './db/db.ts';
import { freshDb } from './db/test-db.ts';
import { audit } from './tables.server.ts';

beforeEach(() => {
	freshDb();
	for (const action of ['inloggen', 'uitschakelen', 'uitloggen'])
		record({ actor: 'a', action, object: 'account:b' });
});

describe('the chain of the audit', () => {
	it('is whole after ordinary use', () => {
		expect(verifyAudit()).toEqual({ rows: 3, broken: [] });
	});

	it('shows that a row in the middle was taken away', () => {
		db().delete(audit).where(eq(audit.seq, 2)).run();
		expect(verifyAudit().broken).toEqual([3]);
	});

	it('shows that the first row was taken away', () => {
		db().delete(audit).where(eq(audit.seq, 1)).run();
		expect(verifyAudit().broken).toEqual([2]);
	});

	it('shows that the last row was taken away', () => {
		db().delete(audit).where(eq(audit.seq, 3)).run();
		expect(verifyAudit().broken).toEqual([3]);
	});

	it('shows that a row was changed', () => {
		db().update(audit).set({ result: 'mislukt' }).where(eq(audit.seq, 1)).run();
		expect(verifyAudit().broken).toEqual([1]);
	});
});
