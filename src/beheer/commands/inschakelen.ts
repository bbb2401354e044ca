import { unblockAccount } from '#features/account/write.server.ts';
import type { Command } from '../command.ts';
import { SYSTEEM } from '../systeem.ts';

export const inschakelen: Command = {
	usage: '<email>',
	summary: 'Schakelt een account weer in.',
	needs: 1,
	run: async ({ args: [email = ''] }) => {
		await unblockAccount(SYSTEEM, { email });
		return { lines: [`${email} kan weer inloggen.`], data: { email, uitgeschakeld: false } };
	},
};
