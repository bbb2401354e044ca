import { Followed } from '#sync/client/follow.svelte.ts';
import type { LiveDocument } from '#sync/client.svelte.ts';
import { beamerOf, type BeamerBeeld } from './beamer.ts';
import type { BeamerDetail } from './beamer.read.server.ts';

/** The kind of the live document; `document.ts`, which knows it too, brings Yjs along. */
const BORD = 'bord';
const OPNIEUW_MS = 5_000;

/** The bord on the screen in the room: first as the server brought it, and then live. */
export class BeamerLijn {
	readonly volger: Followed<BeamerDetail>;
	live = $state.raw<LiveDocument>();
	#beeld = $state.raw<BeamerBeeld>();
	#lees: (() => void) | undefined;
	#frame: ReturnType<typeof setTimeout> | undefined;
	#isClosed = false;
	readonly #id: string;

	constructor(id: string, initial: BeamerDetail) {
		this.#id = id;
		const topics = ['bord', 'code', 'regie'];
		this.volger = new Followed({
			url: `/borden/${id}/beamer/staat`,
			kind: BORD,
			id,
			topics,
			initial,
		});
	}

	get beeld(): BeamerBeeld {
		return this.#beeld ?? this.volger.current.beeld;
	}

	/** Loads what is needed to follow along, after what is needed to look. Nobody is there to try again. */
	async open(persoonId: string): Promise<void> {
		const parts = [import('#sync/client.svelte.ts'), import('./document.lees.ts')] as const;
		const [client, document] = await Promise.all(parts).catch(() => []);
		if (this.#isClosed) return;
		if (!client || !document) {
			this.#frame = setTimeout(() => {
				this.#frame = undefined;
				void this.open(persoonId);
			}, OPNIEUW_MS);
			return;
		}
		const { openDocument } = client;
		const { leesBord } = document;
		// the device in the room is of nobody: it keeps nothing
		const opening = { right: 'lezen', persoonId, keepsOffline: false } as const;
		const live = openDocument({ kind: BORD, id: this.#id, ...opening });
		this.#lees = () => (this.#beeld = beamerOf(leesBord(live.doc)));
		live.doc.on('update', () => this.#follow());
		this.live = live;
	}

	/** Once for all that comes in at the same time. */
	#follow() {
		this.#frame ??= setTimeout(() => {
			this.#frame = undefined;
			if (this.#isClosed) return;
			if (this.live?.loaded) this.#lees?.();
			else this.#follow();
		}, 16);
	}

	close() {
		this.#isClosed = true;
		clearTimeout(this.#frame);
		this.live?.destroy();
		this.live = undefined;
	}
}
