import type * as Y from 'yjs';
import type { LiveDocument } from '#sync/client.svelte.ts';
import type { SyncRight } from '#sync/kind.ts';
import type { BordBeeld } from './beeld.ts';
import { plaatsHier } from './plaatshier.ts';
import { BORD, Zitplaats, type Begin } from './zitplaats.svelte.ts';

/** As long as what is arranged on this device without a line. */
const BEWAAR_MS = 30 * 24 * 60 * 60 * 1000;

type Werkvorm = typeof import('./bord.werkvorm.ts');

interface Opening {
	right: SyncRight;
	persoonId: string;
	keepsOffline: boolean;
	/** Who can give somebody more rights. */
	ask?: string;
}

/** One bord on one page: first as the server brought it, and then live. */
export class BordSessie extends Zitplaats {
	live = $state.raw<LiveDocument>();
	#lees: ((doc: Y.Doc) => BordBeeld) | undefined;
	#frame: ReturnType<typeof setTimeout> | undefined;
	/** What this kind of bord has more than any. */
	readonly werkvorm: Werkvorm | undefined;
	#isClosed = false;
	#opening: Opening | undefined;

	constructor(begin: Begin, werkvorm?: Werkvorm) {
		super(begin, ['bord', 'code', 'regie']);
		this.werkvorm = werkvorm;
	}

	get doc(): Y.Doc | undefined {
		return this.live?.loaded ? this.live.doc : undefined;
	}

	/** Changes the table by hand, as far as this actor may; without a line it goes out later. */
	doe(act: (doc: Y.Doc) => void) {
		if (this.doc && this.live?.right === 'schrijven') act(this.doc);
	}

	/** Loads what is needed to join in, after what is needed to look. */
	async open(opening: Opening): Promise<void> {
		const { persoonId, keepsOffline } = opening;
		const plaats = plaatsHier(persoonId, BEWAAR_MS);
		this.gaZitten(keepsOffline ? plaats : { wie: persoonId, bewaard: undefined, blok: undefined });
		await this.#doeMee(opening);
	}

	/** Without a line it is tried again when there is one. */
	async #doeMee(opening: Opening) {
		this.#opening = opening;
		const parts = [import('#sync/client.svelte.ts'), import('./document.lees.ts')] as const;
		const [client, lees] = await Promise.all(parts).catch(() => []);
		if (this.#isClosed || this.live || !client || !lees) return;
		const { openDocument } = client;
		this.#lees = lees.leesBord;
		const taken = { watch: () => import('#sync/client/taken.ts') };
		const live = openDocument({ kind: BORD, id: this.id, ...opening, taken });
		live.doc.on('update', () => this.#follow());
		this.live = live;
	}

	protected override netTerug() {
		super.netTerug();
		if (!this.live && this.#opening) void this.#doeMee(this.#opening);
	}

	/** Once for all that comes in at the same time. */
	#follow() {
		this.#frame ??= setTimeout(() => {
			this.#frame = undefined;
			if (this.doc && this.#lees) this.toon(this.#lees(this.doc));
			else if (!this.#isClosed) this.#follow();
		}, 16);
	}

	override close() {
		super.close();
		this.#isClosed = true;
		clearTimeout(this.#frame);
		this.live?.destroy();
		this.live = undefined;
	}
}
