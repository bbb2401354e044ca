import type { SyncRight } from '../kind.ts';

/** Origin of what is put back: it is undone as what one typed. */
export const PUT_BACK = 'put-back';

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
	/** Looks after what others take away. Fetched by who writes, and not before. */
	taken?: {
		watch: () => Promise<typeof import('./taken.ts')>;
		/** Of a text: name of a block that is nothing but words. */
		plain?: string;
	};
}
