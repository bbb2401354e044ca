import { today } from './clock.ts';

const DAYS = 7;
const WEEKS = 5;
const MONTHS = 6;

/** The Monday of the week of a day `2026-11-21`. */
function weekOf(day: string): string {
	const date = new Date(`${day}T12:00:00Z`);
	date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
	return date.toISOString().slice(0, 10);
}

/** The newest of each of the last `count` periods that have a backup. */
function newestOf<T extends { made: Date }>(
	backups: T[],
	count: number,
	period: (day: string) => string,
) {
	const kept = new Map<string, T>();
	for (const backup of backups) {
		const name = period(today(backup.made));
		if (!kept.has(name) && kept.size < count) kept.set(name, backup);
	}
	return kept.values();
}

/**
 * Keeps the newest of 7 days, 5 weeks and 6 months. It counts periods that have a backup: an
 * installation that stood still for a year keeps what it had.
 */
export function backupsToRemove<T extends { made: Date }>(backups: T[]): T[] {
	const newestFirst = backups.toSorted((a, b) => b.made.getTime() - a.made.getTime());
	const keep = new Set([
		...newestOf(newestFirst, DAYS, (day) => day),
		...newestOf(newestFirst, WEEKS, weekOf),
		...newestOf(newestFirst, MONTHS, (day) => day.slice(0, 7)),
	]);
	return newestFirst.filter((backup) => !keep.has(backup));
}
