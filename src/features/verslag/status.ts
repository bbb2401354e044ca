import type { VerslagStatus } from '#access/verslag.ts';

/** How a status is called on the screen. */
export const VERSLAG_STATUS: Record<VerslagStatus, string> = {
	concept: 'concept',
	'ter-controle': 'ter controle',
	vastgesteld: 'vastgesteld',
};
