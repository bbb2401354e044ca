import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StartError } from '../start-error.ts';

/**
 * Refuses a damaged database before anything is written to it. It is opened for reading only, so
 * that the file stays as it was found, byte for byte.
 */
export function checkDatabase(path: string) {
	if (!existsSync(path)) return;
	const found = examine(path);
	if (found === 'ok') return;
	throw new StartError(
		`Het databasebestand ${path} is beschadigd (${found}). Er is niets aan veranderd. Zet een reservekopie terug met: npm run beheer -- terugzetten BESTAND --force`,
	);
}

function examine(path: string): string {
	let sqlite: Database.Database | undefined;
	try {
		sqlite = new Database(path, { readonly: true });
		sqlite.pragma('cell_size_check = ON');
		return String(sqlite.pragma('quick_check(1)', { simple: true })).split('\n')[0] ?? 'onbekend';
	} catch (error) {
		return (error as { code?: string }).code ?? 'onleesbaar';
	} finally {
		sqlite?.close();
	}
}
