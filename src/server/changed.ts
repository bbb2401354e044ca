import { singleton } from './singleton.ts';

type Listener = () => void;

const listeners = () => singleton('changed', () => new Map<string, Listener>());

/** Something that wants to know that rows may have changed. The same name again replaces it. */
export const onChanged = (name: string, listener: Listener) => void listeners().set(name, listener);

/** After a form was saved: rights, and what is shown of them elsewhere, may hang on it. */
export function changed() {
	for (const listener of listeners().values()) listener();
}
