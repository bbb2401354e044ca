import type { Actions, RequestEvent } from '@sveltejs/kit';
import { ErbijInput, LoopInput, PauzeInput, StartInput } from '#features/agenda/input.ts';
import {
	extendPunt,
	finaliseAgenda,
	nextPunt,
	pausePunt,
	startPunt,
} from '#features/agenda/loop.write.server.ts';
import { action } from '#server/form.ts';

const of = ({ params }: RequestEvent) => ({ bijeenkomstId: params['id'] ?? '' });

/**
 * Through the agenda together, beside the verslag. Each says what the actor saw, so that sending it
 * twice does nothing twice: these forms need no key of their own.
 */
export const agendaActions = {
	start: action(StartInput, (actor, input, { event }) => {
		startPunt(actor, { ...of(event), ...input });
	}),
	volgende: action(LoopInput, (actor, input, { event }) => {
		nextPunt(actor, { ...of(event), ...input });
	}),
	pauze: action(PauzeInput, (actor, input, { event }) => {
		pausePunt(actor, { ...of(event), ...input });
	}),
	erbij: action(ErbijInput, (actor, input, { event }) => {
		extendPunt(actor, { ...of(event), ...input });
	}),
	klaar: action(LoopInput, (actor, input, { event }) => {
		finaliseAgenda(actor, { ...of(event), ...input });
	}),
} satisfies Actions;
