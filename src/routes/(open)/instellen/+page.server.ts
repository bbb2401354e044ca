import { sameEmail } from '#features/account/account.server.ts';
import { checkPassword } from '#features/account/wachtwoord.server.ts';
import { enter } from '#features/persoon/entry.server.ts';
import { forgetSetup, hasRealWerkplaats } from '#features/werkplaats/setup.server.ts';
import { firstVisit } from '#server/first-visit.ts';
import { asyncAction } from '#server/form.ts';
import { hashPassword } from '#server/password/hash.ts';
import { NoFields } from '#ui/fields.ts';
import { stapActie } from './stap.server.ts';
import { Account } from './stappen.ts';
import { bewaarStap, ingevuld, mustInstellen } from './toegang.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	const { toegang } = await parent();
	const { wachtwoordHash = '', ...texts } = toegang ? ingevuld('account') : {};
	return {
		titel: 'Jouw account',
		ingevuld: texts as Record<string, string>,
		heeftWachtwoord: wachtwoordHash !== '',
		voorbeeld: !hasRealWerkplaats() && (await firstVisit()) !== undefined,
	};
};

export const actions: Actions = {
	account: stapActie('account', Account, async (input, texts) => {
		const known = ingevuld('account').wachtwoordHash ?? '';
		const { wachtwoord, voornaam, achternaam } = input;
		if (wachtwoord || !known) checkPassword(wachtwoord, [voornaam, achternaam, input.email]);
		const wachtwoordHash = wachtwoord ? await hashPassword(wachtwoord) : known;
		bewaarStap('account', { ...texts, email: sameEmail(input.email), wachtwoordHash });
		return '/instellen/werkplaats';
	}),
	/** Look around first: the example, in the name of its coördinator. */
	voorbeeld: asyncAction(NoFields, async (_actor, _input, { event }) => {
		mustInstellen(event);
		const visitor = !hasRealWerkplaats() && (await (await firstVisit())?.open());
		if (!visitor) return { to: '/instellen' };
		forgetSetup();
		await enter(event, visitor);
		return { to: '/' };
	}),
};
