import { resolve } from 'node:path';
import { verifyBackup } from '#server/backup.ts';
import type { Command } from '../command.ts';
import { countLines } from './rows.ts';

export const nakijken: Command = {
	usage: '<bestand>',
	summary: 'Leest een reservekopie helemaal en zegt of hij goed is.',
	needs: 1,
	opensData: false,
	run: async ({ args: [file = ''] }) => {
		const manifest = await verifyBackup(resolve(file));
		return {
			lines: [`De reservekopie van ${manifest.made} is goed.`, ...countLines(manifest.rows)],
			data: manifest,
		};
	},
};
