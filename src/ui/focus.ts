import { getContext, setContext } from 'svelte';

/** A part of a page in focus mode. On a phone one shows at a time, chosen by a row of buttons. */
export interface FocusDeel {
	id: string;
	label: string;
	/** How many are in it, said after the word. */
	aantal?: number;
}

interface FocusContext {
	readonly open: string;
}

const FOCUS = Symbol('focus');
export const provideFocus = (context: FocusContext) => setContext(FOCUS, context);
export const focusContext = () => getContext<FocusContext>(FOCUS);
