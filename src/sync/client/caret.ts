/**
 * Lets the browser tell now where one put the own caret. By itself it does that in a task of its
 * own, a moment after the tap or the key. Who draws the text in between puts the caret back where
 * it was, and what is typed next comes there; on a slow phone among people who type, that happens.
 */
export function tellCaret() {
	document.dispatchEvent(new Event('selectionchange'));
}
