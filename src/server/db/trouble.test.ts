import { afterEach, expect, test, vi } from 'vitest';
import { storageTrouble } from './trouble.ts';

afterEach(() => vi.restoreAllMocks());

/** As SQLite says it, and as it comes out of Drizzle. */
const failing = (code: string) => [
	Object.assign(new Error(), { code }),
	new Error('query', { cause: Object.assign(new Error(), { code }) }),
];
/** The process that runs this has to go on. */
const watchExit = () =>
	vi.spyOn(process, 'exit').mockImplementation((code) => {
		throw new Error(`exit ${code}`);
	});

test.each([
	['SQLITE_BUSY', 'busy'],
	['SQLITE_BUSY_SNAPSHOT', 'busy'],
	['SQLITE_LOCKED', 'busy'],
	['SQLITE_FULL', 'full'],
	['SQLITE_CONSTRAINT_UNIQUE', undefined],
	['EIO', undefined],
])('%s is %s, and the server goes on', (code, trouble) => {
	const exit = watchExit();
	for (const error of failing(code)) expect(storageTrouble(error)).toBe(trouble);
	expect(exit).not.toHaveBeenCalled();
});

/** R4: what was not written may be in the file or not; nothing may be called saved after it. */
test.each(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'])(
	'%s ends the process as a failure, before anybody hears that it was saved',
	(code) => {
		watchExit();
		for (const error of failing(code)) expect(() => storageTrouble(error)).toThrow('exit 1');
	},
);
