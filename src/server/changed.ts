import { singleton } from './singleton.ts';

type Listener = () => void;

const listeners = () => singleton('changed', () => new Map<string, Listener>());

/** Something that wants to know that rows may have changed. The same name again replaces it. */
export const onChanged = (name: string, listener: Listener) => void listeners().set(name, listener);

/** After a request that may have changed something, such as who somebody is or what they may. */
export function changed() {
	for (const listener of listeners().values()) listener();
}
