import { isActionFailure, json, type Actions, type RequestHandler } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Actor } from '#access/actor.ts';
import {
	BriefjeId,
	BriefjeNieuw,
	BriefjeWijzig,
	NamensNieuw,
} from '#features/bord/briefje.input.ts';
import {
	createBriefje,
	createNamens,
	removeBriefje,
	updateBriefje,
	withdrawVerwijdering,
} from '#features/bord/briefje.write.server.ts';
import { HandInput, KlaarInput } from '#features/bord/deelnemer.input.ts';
import { createDeelnemer, updateHand, updateKlaar } from '#features/bord/deelnemer.write.server.ts';
import { staatVoor } from '#features/bord/staat.read.server.ts';
import { StipInput } from '#features/bord/stip.input.ts';
import { updateStip } from '#features/bord/stip.write.server.ts';
import { NotFound } from '#server/errors.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';

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

/** What everybody does who sits at the table, with an account or without. */
export const bordActions = {
	kom: daad(NoFields, createDeelnemer),
	leg: daad(BriefjeNieuw, createBriefje),
	wijzigbriefje: daad(BriefjeWijzig, updateBriefje),
	haalweg: daad(BriefjeId, removeBriefje),
	zetterug: daad(BriefjeId, withdrawVerwijdering),
	namens: daad(NamensNieuw, createNamens),
	stip: daad(StipInput, updateStip),
	klaar: daad(KlaarInput, updateKlaar),
	hand: daad(HandInput, updateHand),
} satisfies Actions;
