import type { Notice } from '#sync/client.svelte.ts';
import type { SyncRight } from '#sync/kind.ts';

export const DICHT = 'Je kunt hier nu niet schrijven.';

/** What decides whether the text of a file can come in now. */
export interface Stand {
	mayWrite: boolean;
	/** On the line, which may know it earlier or later than the page. */
	right: SyncRight;
	/** Who may write chose to propose. */
	steltVoor: boolean;
	notice: Notice | undefined;
}

/** Why it cannot, in a sentence; undefined when it can. A whole text is no proposal. */
export function waaromNiet({ mayWrite, right, steltVoor, notice }: Stand): string | undefined {
	if (right === 'lezen') return DICHT;
	if (right === 'voorstellen' || !mayWrite) return 'Je kunt hier nu alleen voorstellen doen.';
	if (steltVoor) return 'Je doet nu voorstellen. Zet dat eerst uit.';
	// such as a document that is full: what is refused now would be nowhere
	return notice?.tone === 'danger' ? notice.title : undefined;
}
