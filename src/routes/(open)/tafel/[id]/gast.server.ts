import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import type { Actor, GastActor } from '#access/actor.ts';
import { BriefjeId, BriefjeNieuw, BriefjeWijzig } from '#features/bord/briefje.input.ts';
import {
	createBriefje,
	removeBriefje,
	updateBriefje,
	withdrawVerwijdering,
} from '#features/bord/briefje.write.server.ts';
import { daad } from '#features/bord/daad.server.ts';
import { HandInput, KlaarInput } from '#features/bord/deelnemer.input.ts';
import { updateHand, updateKlaar } from '#features/bord/deelnemer.write.server.ts';
import { VerderInput } from '#features/bord/gast.input.ts';
import { joinVanTafel } from '#features/bord/gast.server.ts';
import { actorAan } from '#features/bord/open.server.ts';
import { StipInput } from '#features/bord/stip.input.ts';
import { updateStip } from '#features/bord/stip.write.server.ts';
import { gastIn } from '#features/uitnodiging/gastcookie.server.ts';
import { action } from '#server/form.ts';

type Komt = Pick<RequestEvent, 'cookies' | 'locals'> & { params: { id?: string | undefined } };

/** As whom somebody acts at this table: the phone says at which seat. */
export const aanTafel = ({ cookies, locals, params }: Komt): Actor =>
	actorAan({ actor: locals.actor, gast: gastIn(cookies) }, params.id ?? '');

/** Who has an account and a seat goes to the own screen; who has neither, to where one comes in. */
export function mustBeGast(event: Komt): GastActor {
	const actor = aanTafel(event);
	if (actor.soort === 'gast') return actor;
	redirect(303, actor.soort === 'persoon' ? `/borden/${event.params.id}` : '/meedoen');
}

/** The same acts, done by the gast of this phone. */
export const alsGast = (actions: Actions): Actions =>
	Object.fromEntries(
		Object.entries(actions).map(([name, run]) => [
			name,
			(event) => {
				event.locals.actor = aanTafel(event);
				return run(event);
			},
		]),
	);

/** What a gast does: write, give dots, and say that one is done or wants to speak. */
export const gastActions = {
	leg: daad(BriefjeNieuw, createBriefje),
	wijzigbriefje: daad(BriefjeWijzig, updateBriefje),
	haalweg: daad(BriefjeId, removeBriefje),
	zetterug: daad(BriefjeId, withdrawVerwijdering),
	stip: daad(StipInput, updateStip),
	klaar: daad(KlaarInput, updateKlaar),
	hand: daad(HandInput, updateHand),
	/** To another table, or along with everybody: from there on as the gast of that bord. */
	verder: action(VerderInput, (_actor, { naar }, { event }) => {
		const van = event.params['id'] ?? '';
		const { bordId } = joinVanTafel({ van, naar }, { gast: gastIn(event.cookies) });
		return { to: `/tafel/${bordId}` };
	}),
} satisfies Actions;
