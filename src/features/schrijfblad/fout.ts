/** A refusal is an Error with our sentence; what a browser throws is of another kind, and in English. */
export const zinVanFout = (error: unknown): string | undefined =>
	error instanceof Error && error.name === 'Error' ? error.message : undefined;
