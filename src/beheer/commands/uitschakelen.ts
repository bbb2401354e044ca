import { blockAccount } from '#features/account/write.server.ts';
import { textOption, type Command } from '../command.ts';
import { SYSTEEM } from '../systeem.ts';

export const uitschakelen: Command = {
	usage: '<email> [--reden TEKST]',
	summary: 'Schakelt een account uit: inloggen kan niet meer en alle sessies eindigen.',
	needs: 1,
	options: { reden: { type: 'string' } },
	run: async (input) => {
		const [email = ''] = input.args;
		await blockAccount(SYSTEEM, { email, reden: textOption(input, 'reden') ?? '' });
		return { lines: [`${email} is uitgeschakeld.`], data: { email, uitgeschakeld: true } };
	},
};
