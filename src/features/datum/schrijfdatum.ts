/**
 * A date as a person wrote it, and what it is taken to mean.
 * Days are `YYYY-MM-DD`.
 */
export interface Schrijfdatum {
	/** What was typed: "eind 2018". */
	geschreven: string;
	/** First possible day: lists sort on it. */
	eerste: string;
	/** The one day it counts as, for instance to decide who was a partner. */
	dag: string;
	/** Last possible day. */
	laatste: string;
	/** True when `dag` is our assumption and not what was written. */
	aangenomen: boolean;
}

/** One day of the calendar, and not what we took it to be. */
export const isEenDag = (datum: Schrijfdatum | null): datum is Schrijfdatum =>
	datum !== null && datum.eerste === datum.laatste && !datum.aangenomen;
