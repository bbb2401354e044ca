import { hash, verify } from '@node-rs/argon2';
import { TooMany } from '../errors.ts';
import { singleton } from '../singleton.ts';
import { MAX_LENGTH } from './rules.ts';

/** argon2id (the default of the package): 19 MiB, two passes, one lane. One takes about 20 ms. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$';

const CONCURRENT = 2;
const QUEUE = 30;
const MAX_WAIT = 5_000;

const queue = () => singleton('password-queue', () => ({ busy: 0, waiting: [] as (() => void)[] }));

/** Two at a time, thirty in line, nobody longer than five seconds: meetings go on meanwhile. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const line = queue();
	if (line.busy >= CONCURRENT) await wait(line.waiting);
	else line.busy += 1;
	try {
		return await work();
	} finally {
		const next = line.waiting.shift();
		if (next) next();
		else line.busy -= 1;
	}
}

function wait(waiting: (() => void)[]): Promise<void> {
	if (waiting.length >= QUEUE) throw new TooMany(5);
	return new Promise((resolve, reject) => {
		const turn = () => {
			clearTimeout(timer);
			resolve();
		};
		const timer = setTimeout(() => {
			waiting.splice(waiting.indexOf(turn), 1);
			reject(new TooMany(5));
		}, MAX_WAIT);
		waiting.push(turn);
	});
}

export const hashPassword = (password: string): Promise<string> =>
	inTurn(() => hash(password.normalize('NFKC'), PARAMETERS));

/** Made once: an address that is not known takes as long as one that is. */
const nobody = () => singleton('password-nobody', () => hash('niemand heeft dit', PARAMETERS));

/** Without a hash to compare with it does the same work and says no. */
export async function verifyPassword(stored: string | null | undefined, password: string) {
	if (password.length > MAX_LENGTH) return false;
	const against = stored ?? (await nobody());
	const same = await inTurn(() => verify(against, password.normalize('NFKC')));
	return same && !!stored;
}

export const needsRehash = (stored: string) => !stored.startsWith(CURRENT);
