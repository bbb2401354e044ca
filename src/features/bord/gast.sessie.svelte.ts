import type { Doc } from 'yjs';
import type { LiveReader } from '#sync/client/read.svelte.ts';
import type { BordBeeld } from './beeld.ts';
import { plaatsHier } from './plaatshier.ts';
import { BORD, Zitplaats, type Begin } from './zitplaats.svelte.ts';

type Werkvorm = typeof import('./gast.werkvorm.ts');

const TERUG_MS = 4_000;
/** As long as a gast is known: after that nobody can send it. */
const BEWAAR_MS = 12 * 60 * 60 * 1000;

/** The bord on the phone of a gast: it reads along, and what is done here waits for a line. */
export class GastSessie extends Zitplaats {
	/** Of a bord of stellingen or stories. */
	readonly werkvorm: Werkvorm | undefined;
	lezer = $state.raw<LiveReader>();
	/** Just now the line came back. */
	isTerug = $state(false);
	/** How far the clock of the server is ahead of the one of this phone. */
	readonly #voor: number;
	#doc: Doc | undefined;
	#frame: ReturnType<typeof setTimeout> | undefined;
	#terug: ReturnType<typeof setTimeout> | undefined;
	#isClosed = false;

	constructor(begin: Begin, werkvorm: Werkvorm | undefined) {
		super(begin, ['bord']);
		this.werkvorm = werkvorm;
		this.#voor = begin.staat.nu - Date.now();
	}

	/** Milliseconds, by the clock of the server. */
	get nu() {
		return Date.now() + this.#voor;
	}

	/** Sent away, or the bord is gone. */
	get isWeg(): boolean {
		return this.lezer?.ended !== undefined;
	}

	/**
	 * Loads what is needed to read along, after what is needed to look. What a form of the page laid
	 * down by itself, before the script was there, is no draft any more.
	 */
	async open({ isGelegd }: { isGelegd: boolean }): Promise<void> {
		const isNieuw = this.klad.tekst !== '';
		this.gaZitten(plaatsHier(this.staat.ik?.id ?? '', BEWAAR_MS));
		if (isGelegd && !isNieuw) this.klad.leeg();
		await this.#leesMee();
	}

	protected override netTerug() {
		super.netTerug();
		if (!this.lezer) void this.#leesMee();
	}

	/** Without a line it is tried again when there is one. */
	async #leesMee() {
		const lees = await import('./gast.lees.ts').catch(() => undefined);
		if (this.#isClosed || this.lezer || !lees) return;
		const changed = (doc: Doc) => this.#follow(doc, lees.leesBord);
		this.lezer = new lees.LiveReader({ kind: BORD, id: this.id, changed });
	}

	/** The line came or went. */
	lijn(isOnline: boolean, was: boolean) {
		clearTimeout(this.#terug);
		this.isTerug = isOnline && !was;
		if (this.isTerug) this.#terug = setTimeout(() => (this.isTerug = false), TERUG_MS);
		if (isOnline) void this.rij?.verstuur();
	}

	override close() {
		super.close();
		this.#isClosed = true;
		clearTimeout(this.#frame);
		clearTimeout(this.#terug);
		this.lezer?.destroy();
		this.lezer = undefined;
	}

	/** Once for all that comes in at the same time; a new line has a new document. */
	#follow(doc: Doc, lees: (doc: Doc) => BordBeeld) {
		this.#doc = doc;
		this.#frame ??= setTimeout(() => {
			this.#frame = undefined;
			if (!this.#isClosed && !this.#doc!.isDestroyed) this.toon(lees(this.#doc!));
		}, 16);
	}

	/** Of a table that turned, why something did not go before says nothing any more. */
	protected override toon(beeld: BordBeeld): boolean {
		const isTurn = super.toon(beeld);
		if (isTurn) this.fout = '';
		return isTurn;
	}
}
