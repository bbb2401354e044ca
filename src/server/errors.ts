/** What a feature throws; `hooks.server.ts` and `sync/server/connect.ts` alone translate it. */

/** It is not there, or this actor may not know that it is: the two answer alike. */
export class NotFound extends Error {
	override name = 'NotFound';
}

/** The actor may know that it exists, but may not do this. */
export class Forbidden extends Error {
	override name = 'Forbidden';
}

/** Input that a rule refuses: a plain sentence per field of the form (`''` is the whole form). */
export class Invalid extends Error {
	override name = 'Invalid';
	readonly errors: Record<string, string>;
	constructor(errors: Record<string, string> | string) {
		super('invalid input');
		this.errors = typeof errors === 'string' ? { '': errors } : errors;
	}
}

/** Odd, but it may well be so: a plain sentence per field to look at before it is saved. */
export class Doubt extends Error {
	override name = 'Doubt';
	readonly doubts: Record<string, string>;
	constructor(doubts: Record<string, string>) {
		super('odd input');
		this.doubts = doubts;
	}
}

/** Somebody else changed the same fields meanwhile: both values, as text, per field. */
export class Conflict extends Error {
	override name = 'Conflict';
	readonly fields: Record<string, { mine: string; theirs: string }>;
	/** Who changed it. */
	readonly by: string;
	/** All values as they are stored now: where the form starts from next. */
	readonly basis: Record<string, string>;
	constructor(
		fields: Record<string, { mine: string; theirs: string }>,
		by: string,
		basis: Record<string, string> = {},
	) {
		super('changed by somebody else');
		this.fields = fields;
		this.by = by;
		this.basis = basis;
	}
}

/** Too much at once: how long to wait, in whole seconds. */
export class TooMany extends Error {
	override name = 'TooMany';
	readonly seconds: number;
	constructor(seconds: number) {
		super('too many requests');
		this.seconds = Math.ceil(seconds);
	}
}
