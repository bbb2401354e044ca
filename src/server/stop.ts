import { singleton } from './singleton.ts';

type Stop = () => void | Promise<void>;

const state = () => singleton('stop', () => ({ stopping: false, steps: [] as Stop[] }));

/** Something to close before the database closes. The one that was added last goes first. */
export function onStop(step: Stop) {
	state().steps.push(step);
}

export const isStopping = () => state().stopping;

/** Closes everything, once. Returns false when that was going on already. */
export async function runStop(): Promise<boolean> {
	if (state().stopping) return false;
	state().stopping = true;
	for (const step of state().steps.toReversed()) await step();
	return true;
}
