import type { Actions } from '@sveltejs/kit';
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
import { daad } from '#features/bord/daad.server.ts';
import { HandInput, KlaarInput } from '#features/bord/deelnemer.input.ts';
import { createDeelnemer, updateHand, updateKlaar } from '#features/bord/deelnemer.write.server.ts';
import { StipInput } from '#features/bord/stip.input.ts';
import { updateStip } from '#features/bord/stip.write.server.ts';
import { NoFields } from '#ui/fields.ts';

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
