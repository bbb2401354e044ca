import type * as Y from 'yjs';
import { Followed } from '#sync/client/follow.svelte.ts';
import type { LiveDocument } from '#sync/client.svelte.ts';
import type { SyncRight } from '#sync/kind.ts';
import type { BordBeeld } from './beeld.ts';
import { keerpunt, mijnOpTafel } from './keerpunt.ts';
import type { Staat } from './staat.read.server.ts';

/** The kind of the live document; `document.ts`, which knows it too, brings Yjs along. */
const BORD = 'bord';

interface Begin {
	id: string;
	/** Where its acts go and its `staat` is asked: the page itself. */
	pad: string;
	beeld: BordBeeld;
	staat: Staat;
}

interface Opening {
	right: SyncRight;
	persoonId: string;
	keepsOffline: boolean;
	/** Who can give somebody more rights. */
	ask?: string;
}

/** One bord on one page: first as the server brought it, and then live. */
export class BordSessie {
	readonly id: string;
	readonly pad: string;
	/** The table, as everybody sees it. */
	beeld = $state.raw() as BordBeeld;
	live = $state.raw<LiveDocument>();
	readonly volger: Followed<Staat>;
	/** What an act of this page was answered with. */
	#eigen = $state.raw<Staat>();
	#lees: ((doc: Y.Doc) => BordBeeld) | undefined;
	#frame: ReturnType<typeof setTimeout> | undefined;
	#isClosed = false;

	constructor({ id, pad, beeld, staat }: Begin) {
		this.id = id;
		this.pad = pad;
		this.beeld = beeld;
		const topics = ['bord', 'code', 'regie'];
		this.volger = new Followed({ url: `${pad}/staat`, kind: BORD, id, topics, initial: staat });
	}

	/** Of me: what I wrote, my dots, what I may. */
	get staat(): Staat {
		const { current } = this.volger;
		return this.#eigen && this.#eigen.nu > current.nu ? this.#eigen : current;
	}

	get doc(): Y.Doc | undefined {
		return this.live?.loaded ? this.live.doc : undefined;
	}

	/** Changes the table by hand, as far as this actor may; without a line it goes out later. */
	doe(act: (doc: Y.Doc) => void) {
		if (this.doc && this.live?.right === 'schrijven') act(this.doc);
	}

	/** Out of the answer to an act. */
	took(answer: unknown) {
		const { staat } = (answer ?? {}) as { staat?: Staat };
		if (staat) this.#eigen = staat;
	}

	/** Loads what is needed to join in, after what is needed to look. */
	async open(opening: Opening): Promise<void> {
		const [{ openDocument }, { leesBord }] = await Promise.all([
			import('#sync/client.svelte.ts'),
			import('./document.ts'),
		]);
		if (this.#isClosed) return;
		this.#lees = leesBord;
		const live = openDocument({ kind: BORD, id: this.id, ...opening });
		live.doc.on('update', () => this.#follow());
		this.live = live;
	}

	/** Once for all that comes in at the same time. */
	#follow() {
		this.#frame ??= setTimeout(() => {
			this.#frame = undefined;
			if (this.doc && this.#lees) this.#toon(this.#lees(this.doc));
			else if (!this.#isClosed) this.#follow();
		}, 16);
	}

	#toon(beeld: BordBeeld) {
		const houdtRegie = this.staat.regie !== null;
		const mijn = this.staat.briefjes.map(({ id }) => id);
		const isTurn =
			keerpunt(beeld, houdtRegie) !== keerpunt(this.beeld, houdtRegie) ||
			mijnOpTafel(beeld, mijn) !== mijnOpTafel(this.beeld, mijn);
		this.beeld = beeld;
		if (isTurn) void this.volger.ask();
	}

	close() {
		this.#isClosed = true;
		clearTimeout(this.#frame);
		this.live?.destroy();
		this.live = undefined;
	}
}
