import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { limit } from '#server/limits.ts';
import { hit, unhit, waitFor } from '#server/throttle.ts';

/** The same words for a code that is wrong, expired, used or withdrawn. */
export const CODE_FOUT = 'Deze code klopt niet of is verlopen. Vraag de begeleider om de code.';
const TEN_MINUTES = 10 * 60;
const SLOW = 3000;

const perAddress = () => ({
	name: 'code-address',
	max: limit('codeFailures'),
	seconds: TEN_MINUTES,
});
/** Wrong ones that were made up for. */
const forgiven = () => ({ ...perAddress(), name: 'code-forgiven', max: 3 * limit('codeFailures') });
const inTotal = () => ({
	name: 'code-total',
	max: limit('codeFailuresTotal'),
	seconds: TEN_MINUTES,
});

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function mustWait(address: string, zin: string) {
	if (waitFor(perAddress(), address) > 0) throw new Invalid({ code: zin });
}

/** A room is one address: who comes in makes up for who mistyped, so that nobody there has to wait. */
function makeUp(address: string) {
	if (waitFor(forgiven(), address) > 0) return;
	db().transaction(() => {
		if (unhit(perAddress(), address)) hit(forgiven(), address);
	});
}

/** What a typed code opens. Wrong ones count together, whatever the code was for. */
export async function tryCode<T>(
	address: string,
	find: () => T | undefined,
	zin = CODE_FOUT,
): Promise<T> {
	mustWait(address, zin);
	if (waitFor(inTotal(), '') > 0) {
		await pause(SLOW);
		// many that wait at once are no more tries than one after the other
		mustWait(address, zin);
	}
	const found = find();
	if (found !== undefined) {
		makeUp(address);
		return found;
	}
	db().transaction(() => {
		hit(perAddress(), address);
		hit(inTotal(), '');
	});
	throw new Invalid({ code: zin });
}
