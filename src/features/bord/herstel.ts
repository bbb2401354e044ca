import type * as Y from 'yjs';

/** What this changes belongs to the last step, and is no step of its own to take back. */
export function bijStap(herstel: Y.UndoManager | undefined, doe: () => void) {
	if (herstel) herstel.captureTimeout = Infinity;
	doe();
	if (herstel) herstel.captureTimeout = 0;
}
