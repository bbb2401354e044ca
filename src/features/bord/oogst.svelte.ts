import type * as Y from 'yjs';

/** How the document holds things of one kind. */
interface Hand<T> {
	lijst: () => readonly T[];
	doe: (act: (doc: Y.Doc) => void) => void;
	maak: (doc: Y.Doc, ding: T) => void;
	verplaats: (doc: Y.Doc, waar: { id: string; voor: string | null }) => void;
	haalWeg: (doc: Y.Doc, id: string) => void;
	/** Where the focus goes when what had it is gone. */
	kop: () => HTMLElement | undefined;
}

/**
 * A list of what members make of a bord, and what is done with it on this screen. When somebody else
 * takes away what is being changed here it stays where it is, as a copy of one's own: nothing closes
 * under somebody's hands.
 */
export class Oogst<T extends { id: string }> {
	/** Which one is being changed; empty for none. */
	id = $state('');
	/** The last one that was taken away here, and what came after it. */
	weg = $state.raw<{ ding: T; voor: string | null }>();
	#laatst = $state.raw<{ ding: T; at: number }>();
	readonly #hand: Hand<T>;
	/** The list, with the copy in its place. */
	readonly getoond: readonly T[] = $derived.by(() => {
		const lijst = this.#hand.lijst();
		const laatst = this.#laatst;
		const isKopie = laatst && laatst.ding.id === this.id && this.isWeg(this.id);
		return isKopie ? lijst.toSpliced(laatst.at, 0, laatst.ding) : lijst;
	});

	constructor(hand: Hand<T>) {
		this.#hand = hand;
		$effect.pre(() => {
			const lijst = this.#hand.lijst();
			const at = lijst.findIndex(({ id }) => id === this.id);
			const ding = lijst[at];
			if (ding) this.#laatst = { ding, at };
		});
	}

	/** Somebody else took it away. */
	isWeg(id: string): boolean {
		return !this.#hand.lijst().some((ding) => ding.id === id);
	}

	haalWeg(ding: T) {
		const { lijst, kop, doe, haalWeg } = this.#hand;
		const at = lijst().findIndex(({ id }) => id === ding.id);
		this.id = '';
		this.weg = { ding, voor: lijst()[at + 1]?.id ?? null };
		kop()?.focus();
		doe((doc) => haalWeg(doc, ding.id));
	}

	/** What was taken away here, to where it was. */
	zetTerug() {
		if (!this.weg) return;
		const { ding, voor } = this.weg;
		const { kop, doe, maak, verplaats } = this.#hand;
		doe((doc) => {
			maak(doc, ding);
			verplaats(doc, { id: ding.id, voor });
		});
		this.weg = undefined;
		kop()?.focus();
	}

	/** What somebody else took away, as it is here. */
	maakWeer(ding: T) {
		this.#hand.doe((doc) => this.#hand.maak(doc, ding));
	}
}
