import type { LiveDocument } from '#sync/client.svelte.ts';

type Lijn = Pick<LiveDocument, 'right' | 'notice'>;

/** Why the text of a file cannot come in now, in a sentence; a whole text is no proposal. */
export function waaromNietOphalen(
	mayWrite: boolean,
	live: Lijn | undefined,
	/** Who may write chose to propose. */
	zelf: boolean,
): string | undefined {
	if (!live || live.right === 'lezen') return 'Je kunt hier nu niet schrijven.';
	if (live.right === 'voorstellen' || !mayWrite) return 'Je kunt hier nu alleen voorstellen doen.';
	if (zelf) return 'Je doet nu voorstellen. Zet dat eerst uit.';
	// such as a document that is full: what is refused now would be nowhere
	if (live.notice?.tone === 'danger') return live.notice.title;
	return undefined;
}
