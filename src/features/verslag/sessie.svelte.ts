import type { VerslagRecht } from '#access/verslag.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import type { LiveDocument } from '#sync/client.svelte.ts';
import { overDeLijn } from './status.ts';

interface Options {
	id: string;
	recht: VerslagRecht;
	persoonId: string;
	keepsOffline: boolean;
	/** Who can give somebody more rights. */
	ask: string;
}

/** The lists beside the text follow it this many milliseconds later. */
const FOLLOW_MS = 250;

/** The verslag on one page: the text that came with it, and then the live one. */
export class VerslagSessie {
	live = $state.raw<LiveDocument>();
	/** The text as it is now, for the lists beside it. */
	tekst = $state.raw<TekstNode>({ type: 'doc' });
	#plainOf: ((doc: LiveDocument['doc']) => TekstNode) | undefined;
	#later: ReturnType<typeof setTimeout> | undefined;
	#closed = false;

	constructor(tekst: TekstNode) {
		this.tekst = tekst;
	}

	/** Of a text that stays as it is: only for words of an earlier visit that were saved nowhere. */
	async openUnsent(options: Options): Promise<void> {
		if (!options.keepsOffline || this.live) return;
		const [{ copyKey, hasUnsent }, { verslagNaam }] = await Promise.all([
			import('#sync/client/device.ts'),
			import('./document.ts'),
		]);
		const key = copyKey(options.persoonId, verslagNaam(options.id));
		if ((await hasUnsent(key)) && !this.live) await this.open(options);
	}

	/** The text stays as it is from now on; what could not be saved of it stays to be copied. */
	settle() {
		if (this.live && !this.live.hasUnsent) this.close();
	}

	/** What there is to say; of a text that stays as it is only what somebody has to copy. */
	melding(isVast: boolean) {
		const notice = this.live?.notice;
		return isVast && !notice?.copy ? undefined : notice;
	}

	/** Loads what is needed to write, after what is needed to read. */
	async open({ id, recht, persoonId, keepsOffline, ask }: Options): Promise<void> {
		const [{ openDocument }, { VERSLAG, toPlain }] = await Promise.all([
			import('#sync/client.svelte.ts'),
			import('./document.ts'),
		]);
		if (this.#closed) return;
		this.#plainOf = toPlain;
		const right = overDeLijn(recht);
		const watch = () => import('#sync/client/taken.ts');
		const taken = { watch, plain: 'paragraph' };
		const wie = { right, persoonId, keepsOffline, ask };
		const live = openDocument({ kind: VERSLAG, id, ...wie, taken });
		live.doc.on('update', () => this.#follow());
		this.live = live;
	}

	#follow() {
		this.#later ??= setTimeout(() => {
			this.#later = undefined;
			if (this.live?.loaded && this.#plainOf) this.tekst = this.#plainOf(this.live.doc);
			else if (!this.#closed) this.#follow();
		}, FOLLOW_MS);
	}

	close() {
		this.#closed = true;
		clearTimeout(this.#later);
		this.live?.destroy();
		this.live = undefined;
	}
}
