import { resolve } from 'node:path';
import { endAllSessions } from '#features/account/write.server.ts';
import { restoreBackup } from '#server/restore.ts';
import { shutDown } from '#server/start.ts';
import { raiseAllEpochs } from '#sync/server/store.ts';
import type { Command } from '../command.ts';
import { SYSTEEM } from '../systeem.ts';
import { countLines } from './rows.ts';

export const terugzetten: Command = {
	usage: '<bestand> [--force]',
	summary: 'Zet een reservekopie terug. Samenspel moet dan stilstaan; iedereen wordt uitgelogd.',
	needs: 1,
	options: { force: { type: 'boolean' } },
	opensData: false,
	run: async ({ args: [file = ''], options }) => {
		try {
			const restored = await restoreBackup(resolve(file), {
				force: options.force === true,
				outdate: () => {
					endAllSessions(SYSTEEM);
					raiseAllEpochs();
				},
			});
			const aside = restored.aside ? [`Wat er stond, staat nu in ${restored.aside}`] : [];
			const when = `De reservekopie van ${restored.manifest.made} is teruggezet.`;
			return { lines: [when, ...aside, ...countLines(restored.rows)], data: restored };
		} finally {
			shutDown();
		}
	},
};
