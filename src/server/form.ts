import { createHash } from 'node:crypto';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#access/actor.ts';
import { HIDDEN, type FormFailure, type Values } from '#ui/form.ts';
import { db } from './db/db.ts';
import { Conflict, Doubt, Forbidden, Invalid, NotFound, TooMany } from './errors.ts';
import { setFlash, type Flash } from './flash.ts';
import { secretFor } from './secrets.ts';
import { formRequest } from './tables.server.ts';

/** What an action leaves behind: where to go next, and one sentence to show there. */
export interface Outcome {
	to?: string;
	/** Back to this page. Its address may let in, so it is kept nowhere. */
	here?: boolean;
	/** Goes behind `to`, and is kept nowhere either: it follows from the id. */
	secret?: { purpose: string; id: string };
	melding?: string | Flash;
	/** For the page itself, as `page.form.data`: plain values that survive JSON. */
	data?: unknown;
}

interface Extra {
	event: RequestEvent;
	/** The values the form started from; give them to `merge()`. */
	basis: Record<string, string> | undefined;
	/**
	 * Asks once whether what is odd is so: a sentence per field. The same form sent again means yes.
	 * Within `action()` it may come after the write, which is then taken back.
	 */
	sure(doubts: Record<string, string>): void;
}

/** What goes back with any refusal. */
type Kept = Omit<FormFailure, 'errors'>;
type Saved = { form: string; saved: true; data?: unknown };
type Result = ActionFailure<FormFailure> | Saved;
type Run<S extends v.GenericSchema, R> = (actor: Actor, input: v.InferOutput<S>, extra: Extra) => R;

/**
 * A form action that is one transaction: all of it is saved or nothing is, and the same form
 * sent twice (double click, retry after a broken line) is saved once and answered alike.
 */
export const action =
	<S extends v.GenericSchema>(schema: S, run: Run<S, Outcome | void>) =>
	(event: RequestEvent): Promise<Result> =>
		submit(event, schema, (actor, input, extra, key) => once(key, () => run(actor, input, extra)));

/** A form action that has to wait for something, such as the hashing of a password. */
export const asyncAction =
	<S extends v.GenericSchema>(schema: S, run: Run<S, Promise<Outcome | void>>) =>
	(event: RequestEvent): Promise<Result> =>
		submit(event, schema, (actor, input, extra) => run(actor, input, extra));

async function submit<S extends v.GenericSchema>(
	event: RequestEvent,
	schema: S,
	run: (
		actor: Actor,
		input: v.InferOutput<S>,
		extra: Extra,
		key: RequestKey,
	) => Outcome | void | Promise<Outcome | void>,
): Promise<Result> {
	const data = await event.request.formData();
	const values = toValues(data);
	const form = String(data.get(HIDDEN.name) ?? '');
	const kept: Kept = { form, values: withoutSecrets(values), ...sentAlong(data) };
	const parsed = v.safeParse(schema, values);
	if (!parsed.success) return fail(422, { ...kept, errors: sentences(parsed.issues) });

	let outcome: Outcome | void;
	try {
		const key = requestKey(event, String(data.get(HIDDEN.request) ?? ''), values);
		const sure = (doubts: Record<string, string>) => mustBeSeen(doubts, kept);
		const extra = { event, basis: kept.basis, sure };
		outcome = await run(event.locals.actor, parsed.output, extra, key);
	} catch (error) {
		return refusal(error, kept);
	}
	if (outcome?.melding) setFlash(event.locals.session?.tokenHash, outcome.melding);
	const to = outcome && whereTo(outcome, event);
	if (to) redirect(303, to);
	return { form, saved: true, data: outcome?.data };
}

const whereTo = ({ to, here, secret }: Outcome, { url }: RequestEvent) => {
	if (here) return url.pathname;
	return to && secret ? to + secretFor(secret.purpose, secret.id) : to;
};

/** Translates what a feature threw into what the form shows; anything else is not the form's. */
function refusal(error: unknown, kept: Kept): ActionFailure<FormFailure> {
	if (error instanceof Invalid) return fail(422, { ...kept, errors: error.errors });
	if (error instanceof Doubt) {
		const { doubts } = error;
		const seen = JSON.stringify({ ...parseRecord(kept.seen), ...asked(doubts, kept) });
		return fail(422, { ...kept, errors: {}, doubts, seen });
	}
	if (error instanceof Conflict) {
		return fail(409, {
			...kept,
			errors: {},
			conflicts: error.fields,
			by: error.by,
			basis: error.basis,
		});
	}
	if (error instanceof TooMany) {
		const sentence = `Even rustig aan. Probeer het over ${error.seconds} seconden opnieuw.`;
		return fail(429, { ...kept, errors: { '': sentence } });
	}
	if (error instanceof Forbidden || error instanceof NotFound)
		return fail(403, {
			...kept,
			errors: { '': 'Dit mag je hier niet, of het is er niet meer. Je tekst staat nog hieronder.' },
		});
	throw error;
}

/** What was typed stays on the page, but a password never travels back. */
const withoutSecrets = ({ wachtwoord: _w, huidig: _h, ...rest }: Values): Values => rest;

const hidden: ReadonlySet<string> = new Set(Object.values(HIDDEN));

/** Text fields of a form; a name that occurs more often becomes a list. Files are left out. */
function toValues(data: FormData): Values {
	const values: Values = {};
	for (const name of new Set(data.keys())) {
		if (hidden.has(name)) continue;
		const texts = data
			.getAll(name)
			.filter((value): value is string => typeof value === 'string')
			.map(clean);
		values[name] = texts.length > 1 ? texts : (texts[0] ?? '');
	}
	return values;
}

/**
 * One way of writing each letter, and no control characters but newline and tab; nor those that
 * turn the direction of what stands around them.
 */
const clean = (text: string) =>
	text
		.normalize('NFC')
		.replaceAll('\r\n', '\n')
		// eslint-disable-next-line no-control-regex -- removing them is the point
		.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');

function sentences(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of issues) errors[String(issue.path?.[0]?.key ?? '')] ??= issue.message;
	return errors;
}

function parseRecord(raw: unknown): Record<string, string> | undefined {
	if (typeof raw !== 'string' || !raw) return undefined;
	try {
		return v.parse(v.record(v.string(), v.string()), JSON.parse(raw));
	} catch {
		return undefined;
	}
}

/** Where the form started from and what it was asked: it goes on with that when it comes back. */
function sentAlong(data: FormData): Pick<Kept, 'basis' | 'seen'> {
	const basis = parseRecord(data.get(HIDDEN.basis));
	const seen = data.get(HIDDEN.seen);
	return { ...(basis && { basis }), ...(typeof seen === 'string' && { seen }) };
}

/** With what stands in the field: the same doubt about something else is another doubt. */
const asked = (doubts: Record<string, string>, { values }: Kept) =>
	Object.fromEntries(
		Object.entries(doubts).map(([field, zin]) => [field, `${String(values[field] ?? '')}\n${zin}`]),
	);

function mustBeSeen(doubts: Record<string, string>, kept: Kept) {
	const seen = parseRecord(kept.seen) ?? {};
	const isNew = ([field, what]: [string, string]) => seen[field] !== what;
	if (Object.entries(asked(doubts, kept)).some(isNew)) throw new Doubt(doubts);
}

interface RequestKey {
	key: string;
	scope: string;
}

/**
 * The same key with other content is another request: somebody went back in the browser and
 * sent the old page with new text.
 */
function requestKey(event: RequestEvent, key: string, values: Values): RequestKey {
	const action = [...event.url.searchParams.keys()].find((name) => name.startsWith('/')) ?? '';
	const who = event.locals.session?.accountId ?? '';
	const scope = JSON.stringify([who, event.url.pathname, action, values]);
	return { key, scope: createHash('sha256').update(scope).digest('base64url') };
}

function once(request: RequestKey, run: () => Outcome | void): Outcome | void {
	const same = and(eq(formRequest.key, request.key), eq(formRequest.scope, request.scope));
	return db().transaction(
		() => {
			const earlier = request.key && db().select().from(formRequest).where(same).get();
			if (earlier) return earlier.outcome as Outcome;
			const outcome = run() ?? {};
			if (request.key)
				db()
					.insert(formRequest)
					.values({ ...request, outcome })
					.run();
			return outcome;
		},
		{ behavior: 'immediate' },
	);
}
