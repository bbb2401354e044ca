import { redirect, type RequestEvent } from '@sveltejs/kit';
import { GastInput } from '#features/bord/gast.input.ts';
import { joinBord } from '#features/bord/gast.server.ts';
import { actorAan, openTafel } from '#features/bord/open.server.ts';
import { visitorOf } from '#features/persoon/entry.server.ts';
import type { Bezoeker } from '#features/presentie/open.server.ts';
import { gastIn, giveGast } from '#features/uitnodiging/gastcookie.server.ts';
import { CODE_FOUT } from '#features/uitnodiging/poging.server.ts';
import { asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const bezoekerOf = ({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): Bezoeker => ({
	actor: locals.actor,
	gast: gastIn(cookies),
});

export const load: PageServerLoad = (event) => {
	const bezoeker = bezoekerOf(event);
	const tafel = openTafel(event.params.token, bezoeker);
	const titel = 'Doe mee';
	if (tafel.staat === 'dicht') return { titel, waarom: CODE_FOUT, tafel: null };
	// who has an account sits there under the own name, and who sits there already goes straight on
	if (tafel.zelf) redirect(303, `/borden/${tafel.bordId}`);
	const isGast = actorAan(bezoeker, tafel.bordId).soort === 'gast';
	if (tafel.staat === 'binnen')
		redirect(303, isGast ? `/tafel/${tafel.bordId}` : `/borden/${tafel.bordId}`);
	giveGast(event.cookies);
	return { titel, waarom: '', tafel };
};

export const actions: Actions = {
	erbij: asyncAction(GastInput, async (_actor, input, { event }) => {
		const { address } = visitorOf(event);
		const bezoeker = { actor: event.locals.actor, gast: giveGast(event.cookies), address };
		const { bordId } = joinBord(event.params.token ?? '', input, bezoeker);
		return { to: `/tafel/${bordId}` };
	}),
};
