import type { Outcome } from './command.ts';

export interface SeedOptions {
	/** Where to write ids, log-ins and unique words as JSON. */
	out?: string;
}

/** Fills an empty data folder; on one that is filled already it says so and changes nothing. */
export type Seed = (options: SeedOptions) => Outcome | Promise<Outcome>;

export const SEEDS: Record<string, Seed> = {};
