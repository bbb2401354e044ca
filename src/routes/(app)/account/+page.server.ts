import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { detailAccount } from '#features/account/account.server.ts';
import { isCodeAdres } from '#features/account/adres.ts';
import { requestEmail } from '#features/account/email.server.ts';
import { WijzigWachtwoord } from '#features/account/input.ts';
import { endOtherSessions, endSession, listSessions } from '#features/account/session.server.ts';
import { checkRecent, isRecent, updatePassword } from '#features/account/wachtwoord.server.ts';
import { feedFor } from '#features/kalender/read.server.ts';
import { createFeed, removeFeed, renewFeed } from '#features/kalender/write.server.ts';
import {
	leave,
	listEigenWerkplaatsen,
	sessionOf,
	updateEigenWerkplaats,
} from '#features/persoon/entry.server.ts';
import { email, PersoonId, PersoonInput } from '#features/persoon/input.ts';
import { detailMij, detailPersoon } from '#features/persoon/read.server.ts';
import { updatePersoon } from '#features/persoon/write.server.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { action, asyncAction } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { actor } = locals;
	const session = sessionOf(locals);
	const sessies = listSessions(session.accountId).map(({ tokenHash, ...rest }) => ({
		...rest,
		// enough to name one of one's own, useless to anybody else
		id: tokenHash.slice(0, 16),
		nu: tokenHash === session.tokenHash,
	}));
	return {
		titel: 'Account',
		ik: detailPersoon(actor, detailMij(actor).id),
		email: isCodeAdres(session.email) ? '' : session.email,
		heeftWachtwoord: !!detailAccount(session.accountId)?.wachtwoordHash,
		recent: isRecent(session),
		sessies,
		werkplaatsen: listEigenWerkplaatsen(session),
		feed: feedFor(actor),
	};
};

const Bevestigd = v.object({ email, huidig: v.optional(v.string(), '') });
const Sessie = v.object({ id: v.pipe(v.string(), v.length(16)) });

export const actions: Actions = {
	naam: action(PersoonInput, (actor, input, { basis }) => {
		updatePersoon(actor, { ...input, id: detailMij(actor).id }, basis);
		return { melding: 'Bewaard.' };
	}),
	email: asyncAction(Bevestigd, async (_actor, input, { event }) => {
		const session = sessionOf(event.locals);
		await checkRecent(session, input.huidig);
		requestEmail(session.accountId, input.email);
		return { to: '/account', melding: 'Kijk in je mail. Daar bevestig je het nieuwe adres.' };
	}),
	wachtwoord: asyncAction(WijzigWachtwoord, async (actor, input, { event }) => {
		const context = [detailMij(actor).naam, detailWerkplaats(actor).naam];
		await updatePassword(sessionOf(event.locals), input, context);
		return { to: '/account', melding: 'Je nieuwe wachtwoord geldt vanaf nu.' };
	}),
	beeindig: action(Sessie, (_actor, { id }, { event }) => {
		const { accountId } = sessionOf(event.locals);
		const found = listSessions(accountId).find((s) => s.tokenHash.startsWith(id));
		if (found) endSession(accountId, found.tokenHash);
		return { to: '/account', melding: 'Dat apparaat is uitgelogd.' };
	}),
	beeindigAndere: action(NoFields, (_actor, _input, { event }) => {
		endOtherSessions(sessionOf(event.locals));
		return { to: '/account', melding: 'Alle andere apparaten zijn uitgelogd.' };
	}),
	feed: action(NoFields, (actor) => {
		createFeed(actor);
		return { melding: 'Je adres is er.' };
	}),
	feednieuw: action(NoFields, (actor) => {
		renewFeed(actor);
		return { melding: 'Je nieuwe adres is er. Het oude werkt niet meer.' };
	}),
	feedweg: action(NoFields, (actor) => {
		removeFeed(actor);
		return { melding: 'Het adres werkt niet meer.' };
	}),
	wissel: action(PersoonId, (_actor, { persoonId }, { event }) => {
		updateEigenWerkplaats(sessionOf(event.locals), persoonId);
		return { to: '/' };
	}),
	uit: (event) => {
		leave(event);
		event.setHeaders({ 'Clear-Site-Data': '"cache", "storage"' });
		redirect(303, '/inloggen');
	},
};
