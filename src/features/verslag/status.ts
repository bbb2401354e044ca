import type { VerslagRecht, VerslagStatus } from '#access/verslag.ts';
import type { SyncRight } from '#sync/kind.ts';

/** How a status is called on the screen. */
export const VERSLAG_STATUS: Record<VerslagStatus, string> = {
	concept: 'concept',
	'ter-controle': 'ter controle',
	vastgesteld: 'vastgesteld',
};

/** A remark is a row: who may only remark changes nothing in the text. */
export const overDeLijn = (recht: VerslagRecht): SyncRight =>
	recht === 'opmerken' ? 'lezen' : recht;

/** What the page of a verslag depends on; its frame, with the melding of a form, is not asked again. */
export const VERSLAG_STAND = 'verslag:stand';
