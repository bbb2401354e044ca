import type { SyncRight } from '../kind.ts';

export interface OpenOptions {
	kind: string;
	id: string;
	right: SyncRight;
	/** Me: my other tabs are not others, and nobody else gets my copy on this device. */
	persoonId: string;
	/** Not for what a rule marks as sensitive: that stays in the memory of the tab. */
	keepsOffline: boolean;
	/** Who can give somebody more rights: "Vraag Hanneke als je wilt meeschrijven." */
	ask?: string;
}
