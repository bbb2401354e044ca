import { isActionFailure, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { count } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { NIEMAND } from '#access/actor.ts';
import type { FormFailure } from '#ui/form.ts';
import { db } from './db/db.ts';
import { freshDb } from './db/test-db.ts';
import { Conflict, Invalid } from './errors.ts';
import { action, asyncAction } from './form.ts';
import { secretFor } from './secrets.ts';
import { formRequest, throttle } from './tables.server.ts';

beforeEach(() => void freshDb());

const naam = v.object({ naam: v.pipe(v.string(), v.nonEmpty('Vul een naam in.')) });

function send(fields: Record<string, string>, path = '/dingen?/maak'): RequestEvent {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const url = new URL(path, 'http://localhost');
	const event = {
		url,
		request: new Request(url, { method: 'POST', body }),
		locals: { actor: NIEMAND, session: null },
	};
	return event as unknown as RequestEvent;
}

const make = action(naam, (_actor, input) => {
	db()
		.insert(throttle)
		.values({ key: `${input.naam}-${Math.random()}`, count: 1, windowStart: new Date(0) })
		.run();
	return { data: input.naam };
});
const made = () => db().select({ n: count() }).from(throttle).get()?.n;

function failureOf(result: unknown): FormFailure {
	if (!isActionFailure(result)) throw new Error('it was saved at once');
	return result.data as unknown as FormFailure;
}

test('a mistake gives a sentence at the field and keeps what was typed', async () => {
	const result = await make(send({ formulier: 'ding', naam: '', plaats: 'Spijkenisse' }));
	expect(isActionFailure(result) && result).toMatchObject({
		status: 422,
		data: {
			form: 'ding',
			values: { naam: '', plaats: 'Spijkenisse' },
			errors: { naam: 'Vul een naam in.' },
		},
	});
	expect(made()).toBe(0);
});

test('a password does not come back with the rest', async () => {
	const fields = { naam: '', wachtwoord: 'geheim', huidig: 'geheim' };
	expect(await make(send(fields))).toMatchObject({ data: { values: { naam: '' } } });
	expect(JSON.stringify(await make(send(fields)))).not.toContain('geheim');
});

test('the same form twice counts once and is answered alike', async () => {
	const fields = { verzoek: 'k1', formulier: 'ding', naam: 'kleed' };
	const [first, second] = [await make(send(fields)), await make(send(fields))];
	expect(second).toEqual(first);
	expect(made()).toBe(1);
});

test('the old page sent again with other text is a new request', async () => {
	await make(send({ verzoek: 'k1', naam: 'kleed' }));
	await make(send({ verzoek: 'k1', naam: 'stoel' }));
	await make(send({ verzoek: 'k1', naam: 'stoel' }, '/andere?/maak'));
	expect(made()).toBe(3);
});

test('what fails halfway leaves nothing behind, and may be sent again', async () => {
	let broken = true;
	const halfway = action(naam, (_actor, input) => {
		db()
			.insert(throttle)
			.values({ key: input.naam, count: 1, windowStart: new Date(0) })
			.run();
		if (broken) throw new Invalid({ naam: 'Deze naam is al in gebruik.' });
	});
	const fields = { verzoek: 'k1', naam: 'kleed' };
	expect(await halfway(send(fields))).toMatchObject({ status: 422 });
	expect(made()).toBe(0);
	expect(db().select({ n: count() }).from(formRequest).get()?.n).toBe(0);
	broken = false;
	expect(await halfway(send(fields))).toMatchObject({ saved: true });
	expect(made()).toBe(1);
});

test('an unknown failure is not swallowed', async () => {
	const failing = action(naam, () => {
		throw new RangeError('kapot');
	});
	await expect(failing(send({ naam: 'kleed' }))).rejects.toThrow(RangeError);
});

test('a conflict shows both values and starts from theirs next time', async () => {
	const clash = action(naam, () => {
		throw new Conflict({ naam: { mine: 'stoel', theirs: 'tafel' } }, 'Ruben', { naam: 'tafel' });
	});
	expect(await clash(send({ formulier: 'ding', naam: 'stoel' }))).toMatchObject({
		status: 409,
		data: { by: 'Ruben', conflicts: { naam: { theirs: 'tafel' } }, basis: { naam: 'tafel' } },
	});
});

describe('a doubt', () => {
	const dag = v.object({ dag: v.string(), naam: v.string() });
	const plan = action(dag, (_actor, input, { sure }) => {
		db()
			.insert(throttle)
			.values({ key: `${input.naam}-${Math.random()}`, count: 1, windowStart: new Date(0) })
			.run();
		sure({
			...(input.dag === 'zondag' && { dag: 'Dit is een zondag.' }),
			...(input.naam === 'kleed' && { naam: 'Deze naam bestaat al.' }),
		});
		return { data: input.naam };
	});
	const keep = { verzoek: 'k1', formulier: 'plan', basis: '{"dag":"maandag"}' };
	/** What the form sends after it came back with this. */
	const again = async (fields: Record<string, string>) => {
		const { seen, ...asked } = failureOf(await plan(send({ ...keep, ...fields })));
		expect(made()).toBe(0);
		return { ...asked, gezien: seen ?? '' };
	};

	test('is asked once beside its field, with all that was typed, and then saved', async () => {
		const fields = { dag: 'zondag', naam: 'tafel' };
		const { gezien, ...asked } = await again(fields);
		expect(asked).toMatchObject({
			form: 'plan',
			values: fields,
			errors: {},
			doubts: { dag: 'Dit is een zondag.' },
			basis: { dag: 'maandag' },
		});
		expect(db().select({ n: count() }).from(formRequest).get()?.n).toBe(0);
		const sure = { ...keep, ...fields, gezien };
		expect(await plan(send(sure))).toMatchObject({ saved: true });
		// a double click on the second time, also of a page that lost its hidden field
		expect(await plan(send(sure))).toMatchObject({ saved: true, data: 'tafel' });
		expect(await plan(send({ ...keep, ...fields }))).toMatchObject({ saved: true });
		expect(made()).toBe(1);
	});

	test('twice before an answer is a doubt twice', async () => {
		const fields = { dag: 'zondag', naam: 'tafel' };
		expect(await again(fields)).toEqual(await again(fields));
	});

	test('another one is asked too, and what was seen is not asked again', async () => {
		const { gezien } = await again({ dag: 'zondag', naam: 'tafel' });
		const second = await again({ dag: 'zondag', naam: 'kleed', gezien });
		expect(Object.keys(second.doubts ?? {})).toEqual(['dag', 'naam']);
		const sure = { ...keep, dag: 'zondag', gezien: second.gezien };
		expect(await plan(send({ ...sure, naam: 'kleed' }))).toMatchObject({ saved: true });
		expect(await plan(send({ ...sure, naam: 'stoel' }))).toMatchObject({ saved: true });
	});

	test('the same sentence about something else is another doubt', async () => {
		const same = action(dag, (_actor, _input, { sure }) => sure({ dag: 'Dit is te ver weg.' }));
		const { seen: gezien = '' } = failureOf(await same(send({ dag: '2091', naam: '' })));
		expect(await same(send({ dag: '2092', naam: '', gezien }))).toMatchObject({ status: 422 });
		expect(await same(send({ dag: '2091', naam: '', gezien }))).toMatchObject({ saved: true });
	});

	test.each(['', 'ja', '[]', '{"dag":1}', '{"dag":"Dit is een zondag."}'])(
		'is not answered by %j',
		async (gezien) => {
			const { doubts } = await again({ dag: 'zondag', naam: 'tafel', gezien });
			expect(doubts).toEqual({ dag: 'Dit is een zondag.' });
		},
	);

	test('is not forgotten over a mistake made after it', async () => {
		const { gezien } = await again({ dag: 'zondag', naam: 'tafel' });
		const failure = failureOf(await make(send({ ...keep, naam: '', gezien })));
		expect(failure).toMatchObject({ errors: { naam: 'Vul een naam in.' }, seen: gezien });
	});
});

test('text arrives in one spelling, without control characters', async () => {
	const echo = action(naam, (_actor, input) => ({ data: input.naam }));
	const result = await echo(send({ naam: 'Jordac\u030Covic\u0301\u0000\u202e\r\nx' }));
	expect(result).toMatchObject({ data: 'Jordačović\nx' });
});

test('an action that waits goes on to where it says', async () => {
	const wait = asyncAction(naam, async () => ({ to: '/klaar' }));
	const thrown = await wait(send({ naam: 'kleed' })).catch((error: unknown) => error);
	expect(isRedirect(thrown) && thrown.location).toBe('/klaar');
});

test('where one goes next is kept without what lets in', async () => {
	const back = action(naam, () => ({ here: true }));
	const on = action(naam, () => ({ to: '/plek/', secret: { purpose: 'plek', id: 'een' } }));
	const goes = async (run: typeof back, path: string) => {
		try {
			return await run(send({ verzoek: path, naam: 'kleed' }, path));
		} catch (thrown) {
			return isRedirect(thrown) && thrown.location;
		}
	};
	for (let n = 0; n < 2; n++) {
		expect(await goes(back, '/ding/geheim?/maak')).toBe('/ding/geheim');
		expect(await goes(on, '/ding?/maak')).toBe(`/plek/${secretFor('plek', 'een')}`);
	}
	const kept = JSON.stringify(
		db()
			.select()
			.from(formRequest)
			.all()
			.map((row) => row.outcome),
	);
	expect(kept).not.toMatch(`geheim|${secretFor('plek', 'een')}`);
});
