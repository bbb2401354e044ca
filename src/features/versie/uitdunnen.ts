import { dagVanMoment } from '#features/datum/toon.ts';

interface Moment {
	id: string;
	op: Date;
}

const WEEK = 7 * 86_400_000;
const HOUR = 3_600_000;

/** Versies that share this text are one in the long run: the last of them stays. */
function bakje(op: Date, nu: Date): string | undefined {
	if (dagVanMoment(op) === dagVanMoment(nu)) return undefined;
	if (nu.getTime() - op.getTime() < WEEK) return `uur ${Math.floor(op.getTime() / HOUR)}`;
	return `dag ${dagVanMoment(op)}`;
}

/**
 * Which automatic versies of one verslag may go: all of today stay, of this week the last of each
 * hour, of before that the last of each day.
 */
export function teVeel(versies: readonly Moment[], nu: Date): string[] {
	const seen = new Set<string>();
	return [...versies]
		.sort((a, b) => b.op.getTime() - a.op.getTime())
		.filter(({ op }) => {
			const key = bakje(op, nu);
			if (key === undefined || !seen.has(key)) {
				if (key !== undefined) seen.add(key);
				return false;
			}
			return true;
		})
		.map(({ id }) => id);
}
