import { endAllSessions, endSessions } from '#features/account/write.server.ts';
import type { Command } from '../command.ts';
import { SYSTEEM } from '../systeem.ts';

const WHO = 'Geef een e-mailadres op, of --alle.';

export const sessiesBeeindigen: Command = {
	usage: '<email> | --alle',
	summary: 'Logt iemand uit op alle apparaten, of iedereen.',
	options: { alle: { type: 'boolean' } },
	run: async ({ args: [email], options }) => {
		if (options.alle === true) {
			await endAllSessions(SYSTEEM);
			return { lines: ['Iedereen is uitgelogd.'], data: { alle: true } };
		}
		if (!email) return { lines: [WHO], data: { fout: WHO }, exitCode: 2 };
		await endSessions(SYSTEEM, { email });
		return { lines: [`${email} is overal uitgelogd.`], data: { email } };
	},
};
