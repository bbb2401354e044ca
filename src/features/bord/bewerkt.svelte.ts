/**
 * Which of a list is being changed on this screen. When somebody else takes that away it stays where
 * it is, as a copy of one's own: nothing closes under somebody's hands.
 */
export class Bewerkt<T extends { id: string }> {
	/** Empty: none. */
	id = $state('');
	#laatst = $state.raw<{ ding: T; at: number }>();
	readonly #lijst: () => readonly T[];
	/** The list, with the copy in its place. */
	readonly getoond: readonly T[] = $derived.by(() => {
		const lijst = this.#lijst();
		const laatst = this.#laatst;
		const isKopie = laatst && laatst.ding.id === this.id && this.isWeg(this.id);
		return isKopie ? lijst.toSpliced(laatst.at, 0, laatst.ding) : lijst;
	});

	constructor(lijst: () => readonly T[]) {
		this.#lijst = lijst;
		$effect.pre(() => {
			const at = this.#lijst().findIndex(({ id }) => id === this.id);
			const ding = this.#lijst()[at];
			if (ding) this.#laatst = { ding, at };
		});
	}

	isWeg(id: string): boolean {
		return !this.#lijst().some((ding) => ding.id === id);
	}
}
