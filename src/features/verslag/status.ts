import type { VerslagStatus } from '#access/verslag.ts';

/** How a status is called on the screen. */
export const VERSLAG_STATUS: Record<VerslagStatus, string> = {
	concept: 'concept',
	'ter-controle': 'ter controle',
	vastgesteld: 'vastgesteld',
};

/** What the page of a verslag depends on; its frame, with the melding of a form, is not asked again. */
export const VERSLAG_STAND = 'verslag:stand';
