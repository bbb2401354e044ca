import { log, errorFields } from '../log.ts';
import { events } from '../metrics/events.ts';

export type Trouble = 'busy' | 'full';

/**
 * What a storage error means for the visitor: `busy` (503, try again) or `full` (507), undefined
 * when it is no storage error. After a failed write to the disk nothing may be reported as saved
 * any more: then the process ends, and starts again from what is on the disk.
 */
export function storageTrouble(error: unknown): Trouble | undefined {
	const code = storageCode(error);
	if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
		events().busy();
		return 'busy';
	}
	if (code.startsWith('SQLITE_FULL')) return 'full';
	if (/^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(code)) {
		log.fatal({ event: 'storage.failed', ...errorFields(error) });
		process.exit(1);
	}
	return undefined;
}

function storageCode(error: unknown): string {
	if (!(error instanceof Error)) return '';
	if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_'))
		return error.code;
	// Drizzle wraps what SQLite said
	return storageCode(error.cause);
}
