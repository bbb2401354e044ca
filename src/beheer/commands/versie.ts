import { codeVersion } from '#server/db/migrate.ts';
import { appVersion } from '#server/paths.ts';
import type { Command } from '../command.ts';

export const versie: Command = {
	usage: '',
	summary: 'Toont de versie van Samenspel en van het schema van de database.',
	opensData: false,
	run: () => {
		const data = { samenspel: appVersion(), schema: codeVersion(), node: process.version };
		return {
			lines: [`Samenspel ${data.samenspel} (schema ${data.schema}, Node ${data.node})`],
			data,
		};
	},
};
