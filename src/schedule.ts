import { lt } from 'drizzle-orm';
import { removeExpiredSessions } from '#features/account/session.server.ts';
import { nightlyBackup } from '#server/backup.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import type { Job } from '#server/jobs/schedule.ts';
import { formRequest, throttle } from '#server/tables.server.ts';

const DAY = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * DAY);

/** Everything that happens by the clock, in Amsterdam time. Features give the work, this the hour. */
export const SCHEDULE: readonly Job[] = [
	{ name: 'reservekopie', cron: '30 2 * * *', run: async () => void (await nightlyBackup()) },
	{ name: 'verlopen sessies', cron: '5 * * * *', run: () => removeExpiredSessions() },
	{
		name: 'verstuurde formulieren',
		cron: '10 * * * *',
		run: () =>
			void db()
				.delete(formRequest)
				.where(lt(formRequest.createdAt, ago(7)))
				.run(),
	},
	{
		name: 'oude pogingen',
		cron: '15 * * * *',
		run: () =>
			void db()
				.delete(throttle)
				.where(lt(throttle.windowStart, ago(1)))
				.run(),
	},
];
