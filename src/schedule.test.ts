import { Cron } from 'croner';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { runJob } from '#server/jobs/schedule.ts';
import { formRequest, mail } from '#server/tables.server.ts';
import { SCHEDULE } from './schedule.ts';

beforeEach(freshDb);

const job = (name: string) => SCHEDULE.find((one) => one.name === name)!;
const days = (n: number) => new Date(Date.now() - n * 86_400_000);

describe.each(SCHEDULE)('$name', ({ cron, run }) => {
	it('has an hour, and runs on an empty database', async () => {
		expect(new Cron(cron, { paused: true }).nextRun()).not.toBeNull();
		expect(await run()).toBeUndefined();
	});
});

it('keeps what was sent for a week, and to whom a letter went for a month', async () => {
	for (const [key, createdAt] of [
		['oud', days(8)],
		['nieuw', days(6)],
	] as const)
		db().insert(formRequest).values({ key, scope: 's', createdAt }).run();
	for (const [id, createdAt] of [
		['oud', days(31)],
		['nieuw', days(29)],
	] as const)
		db()
			.insert(mail)
			.values({ id, recipient: 'a@b.nl', subject: 's', createdAt, nextAttemptAt: createdAt })
			.run();
	await job('formulieren').run();
	await job('oude mail').run();
	expect(
		db()
			.select()
			.from(formRequest)
			.all()
			.map(({ key }) => key),
	).toEqual(['nieuw']);
	expect(
		db()
			.select()
			.from(mail)
			.all()
			.map(({ id }) => id),
	).toEqual(['nieuw']);
});

it('goes on when a job fails', async () => {
	const failing = () => Promise.reject(new Error('geheim'));
	expect(await runJob({ name: 'stuk', cron: '* * * * *', run: failing })).toBeUndefined();
});
