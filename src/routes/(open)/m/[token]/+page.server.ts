import type { RequestEvent } from '@sveltejs/kit';
import { joinVanBijeenkomst } from '#features/bord/gast.server.ts';
import { bordBij } from '#features/bord/open.server.ts';
import { visitorOf } from '#features/persoon/entry.server.ts';
import { BezoekerInput, TerugInput } from '#features/presentie/gast.input.ts';
import { checkIn, leaveEarly, undoCheckIn, WAAROM } from '#features/presentie/gast.server.ts';
import { openCode, toegangVan, type Bezoeker } from '#features/presentie/open.server.ts';
import { gastIn, giveGast } from '#features/uitnodiging/gastcookie.server.ts';
import { asyncAction } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const bezoekerOf = ({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): Bezoeker => ({
	actor: locals.actor,
	gast: gastIn(cookies),
});

type Komt = Pick<RequestEvent, 'cookies' | 'locals'> & { params: { token?: string | undefined } };

function gastOf(event: Komt): Bezoeker {
	const bezoeker = bezoekerOf(event);
	// who is logged in elsewhere is a guest here
	if (bezoeker.gast || toegangVan(event.params.token ?? '', bezoeker)?.persoon) return bezoeker;
	return { ...bezoeker, gast: giveGast(event.cookies) };
}

/** At which those go on who checked in. */
function bordVan(event: Komt) {
	const toegang = toegangVan(event.params.token ?? '', bezoekerOf(event));
	return toegang && bordBij(toegang.row.id);
}

export const load: PageServerLoad = (event) => {
	const bijeenkomst = openCode(event.params.token, bezoekerOf(event));
	if (bijeenkomst.staat === 'onbekend')
		return { titel: 'Doe mee', waarom: WAAROM.onbekend, bijeenkomst: null, bord: undefined };
	const bord = bijeenkomst.ik ? bordVan(event) : undefined;
	if (bijeenkomst.staat !== 'open')
		return { titel: 'Doe mee', waarom: WAAROM[bijeenkomst.staat], bijeenkomst, bord };
	gastOf(event);
	const titel = bijeenkomst.ik ? 'Je zit aan tafel' : 'Doe mee';
	return { titel, waarom: '', bijeenkomst, bord };
};

/** Not counted once: the address lets in, and is kept nowhere. One phone is one line all the same. */
const here = ({ url }: RequestEvent) => ({ to: url.pathname });

export const actions: Actions = {
	erbij: asyncAction(BezoekerInput, async (_actor, input, { event }) => {
		const { address } = visitorOf(event);
		checkIn(event.params.token ?? '', input, { ...gastOf(event), address });
		return here(event);
	}),
	bord: asyncAction(NoFields, async (_actor, _input, { event }) => {
		const { address } = visitorOf(event);
		const bezoeker = { ...bezoekerOf(event), gast: giveGast(event.cookies), address };
		const { bordId } = joinVanBijeenkomst(event.params.token ?? '', bezoeker);
		return { to: `/tafel/${bordId}` };
	}),
	terug: asyncAction(TerugInput, async (_actor, input, { event }) => {
		undoCheckIn(event.params.token ?? '', input, bezoekerOf(event));
		return here(event);
	}),
	weg: asyncAction(NoFields, async (_actor, _input, { event }) => {
		leaveEarly(event.params.token ?? '', bezoekerOf(event));
		return here(event);
	}),
};
