import { isActionFailure, json, type Actions, type RequestHandler } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Actor } from '#access/actor.ts';
import { NotFound } from '#server/errors.ts';
import { action } from '#server/form.ts';
import { staatVoor } from './staat.read.server.ts';

type Doe<I> = (
	actor: Actor,
	input: I & { bordId: string },
	basis: Record<string, string> | undefined,
) => unknown;

/**
 * An act at this table. It is answered with how it stands for who acted; what it changed for all
 * comes by the document, so the page need not be asked again.
 */
export const daad = <S extends v.GenericSchema<unknown, object>>(
	schema: S,
	doe: Doe<v.InferOutput<S>>,
) =>
	action(schema, (actor, input, { event, basis }) => {
		const bordId = event.params['id'] ?? '';
		doe(actor, { ...input, bordId }, basis);
		return { data: { staat: staatVoor(actor, bordId) } };
	});

/** The same acts, asked by name and answered as plain data. */
export const alsData =
	(actions: Actions): RequestHandler =>
	async (event) => {
		const name = event.url.searchParams.get('doe') ?? '';
		const run = Object.hasOwn(actions, name) ? actions[name] : undefined;
		if (!run) throw new NotFound();
		const said: unknown = await run(event);
		return isActionFailure(said) ? json(said.data, { status: said.status }) : json(said);
	};
