import { singleton } from '#server/singleton.ts';

/** Milliseconds in one go. What took longer is followed by as long for everybody else. */
const AT_ONCE = 20;

const turns = () => singleton('sync-turns', () => ({ line: [] as (() => void)[], isTaken: false }));

/**
 * Does it when its turn has come. Gives what it gave, and rejects with what it threw. Where many come
 * together each of them may wait a little longer; but a loop lets one new connection in each time it
 * goes round, and who comes for something else would stand behind them all.
 */
export function inTurn<T>(work: () => T): Promise<T> {
	const state = turns();
	return new Promise((resolve, reject) => {
		state.line.push(() => {
			try {
				resolve(work());
			} catch (error) {
				reject(error as Error);
			}
		});
		if (state.isTaken) return;
		state.isTaken = true;
		setImmediate(takeTurn);
	});
}

function takeTurn() {
	const state = turns();
	const began = performance.now();
	let took = 0;
	while (state.line.length > 0 && took < AT_ONCE) {
		state.line.shift()!();
		took = performance.now() - began;
	}
	// also when nobody stands in line: who comes now waits for others too
	if (took >= AT_ONCE) setTimeout(takeTurn, took);
	else state.isTaken = false;
}
