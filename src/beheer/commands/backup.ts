import { resolve } from 'node:path';
import { record } from '#server/audit.ts';
import { createBackup, verifyBackup } from '#server/backup.ts';
import { textOption, type Command } from '../command.ts';
import { countLines } from './rows.ts';

export const backup: Command = {
	usage: '[--naar MAP]',
	summary: 'Maakt een reservekopie en leest die terug. Dat mag terwijl Samenspel draait.',
	options: { naar: { type: 'string' } },
	run: async (input) => {
		const folder = textOption(input, 'naar');
		const { file, manifest } = await createBackup(folder ? { to: resolve(folder) } : {});
		await verifyBackup(file);
		record({ actor: 'systeem', action: 'reservekopie', object: `backup:${manifest.made}` });
		return {
			lines: [`De reservekopie staat in ${file}`, ...countLines(manifest.rows)],
			data: { file, manifest },
		};
	},
};
