import type { RequestEvent } from '@sveltejs/kit';
import { visitorOf } from '#features/persoon/entry.server.ts';
import { BezoekerInput, TerugInput } from '#features/presentie/gast.input.ts';
import { checkIn, leaveEarly, undoCheckIn, WAAROM } from '#features/presentie/gast.server.ts';
import { openCode, toegangVan, type Bezoeker } from '#features/presentie/open.server.ts';
import { asyncAction } from '#server/form.ts';
import { newToken } from '#server/session/token.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** By which a phone without account is known again, so that a reload leads straight back in. */
const COOKIE = '__Host-gast';
const HOURS = 12;

const bezoekerOf = ({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): Bezoeker => ({
	actor: locals.actor,
	gast: cookies.get(COOKIE) ?? '',
});

type Komt = Pick<RequestEvent, 'cookies' | 'locals'> & { params: { token?: string | undefined } };

/** Before anything is sent: a form that arrives twice then comes from one phone. */
function gastOf(event: Komt): Bezoeker {
	const bezoeker = bezoekerOf(event);
	// who is logged in elsewhere is a guest here
	if (bezoeker.gast || toegangVan(event.params.token ?? '', bezoeker)?.persoon) return bezoeker;
	const gast = newToken();
	const options = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
	event.cookies.set(COOKIE, gast, { ...options, maxAge: HOURS * 60 * 60 });
	return { ...bezoeker, gast };
}

export const load: PageServerLoad = (event) => {
	const bijeenkomst = openCode(event.params.token, bezoekerOf(event));
	if (bijeenkomst.staat === 'onbekend')
		return { titel: 'Doe mee', waarom: WAAROM.onbekend, bijeenkomst: null };
	if (bijeenkomst.staat !== 'open')
		return { titel: 'Doe mee', waarom: WAAROM[bijeenkomst.staat], bijeenkomst };
	gastOf(event);
	const titel = bijeenkomst.ik ? 'Je zit aan tafel' : 'Doe mee';
	return { titel, waarom: '', bijeenkomst };
};

/** Not counted once: the address lets in, and is kept nowhere. One phone is one line all the same. */
const here = ({ url }: RequestEvent) => ({ to: url.pathname });

export const actions: Actions = {
	erbij: asyncAction(BezoekerInput, async (_actor, input, { event }) => {
		const { address } = visitorOf(event);
		checkIn(event.params.token ?? '', input, { ...gastOf(event), address });
		return here(event);
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
