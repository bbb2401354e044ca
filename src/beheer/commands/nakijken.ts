import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { verifyBackup } from '#server/backup.ts';
import { checkDocuments } from '#sync/server/check-documents.ts';
import type { Command } from '../command.ts';
import { documentLines } from './documenten-nakijken.ts';
import { countLines } from './rows.ts';

export const nakijken: Command = {
	usage: '<bestand>',
	summary: 'Leest een reservekopie helemaal, met elk live document, en zegt of hij goed is.',
	needs: 1,
	opensData: false,
	run: async ({ args: [file = ''] }) => {
		const manifest = await verifyBackup(resolve(file));
		const documents = await documentsOf(resolve(file));
		return {
			lines: [
				`De reservekopie van ${manifest.made} is goed.`,
				...documentLines(documents),
				...countLines(manifest.rows),
			],
			data: { ...manifest, documents },
			exitCode: documents.some(({ state }) => state === 'damaged') ? 1 : 0,
		};
	},
};

async function documentsOf(file: string) {
	const sqlite = new Database(file, { readonly: true });
	try {
		return await checkDocuments(sqlite);
	} finally {
		sqlite.close();
	}
}
