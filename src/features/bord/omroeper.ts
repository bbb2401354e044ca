import type { BordBeeld } from './beeld.ts';
import { geraakt, isMeteen, omroep } from './omroep.ts';

const SAMEN_MS = 10_000;

interface Luisteraar {
	/** Asked when something is to be said: ids of what I wrote, and whether I hold regie. */
	ik(): { briefjes: readonly { id: string }[]; regie: boolean };
	zeg(tekst: string): void;
}

/** Says what others do at one table: together once in a while, and at once what is of all. */
export class Omroeper {
	readonly #wie: Luisteraar;
	/** How it was when something was last said, and how it is. */
	#begin: BordBeeld | undefined;
	#nu: BordBeeld | undefined;
	#eigen: string[] = [];
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor(wie: Luisteraar) {
		this.#wie = wie;
	}

	/** What it is like now. What it is like first is the table as one finds it. */
	kijk(beeld: BordBeeld, isEigen = false) {
		const was = this.#nu;
		this.#nu = beeld;
		this.#begin ??= beeld;
		if (!was || was === beeld) return;
		if (isEigen) this.#eigen.push(...geraakt(was, beeld));
		if (isMeteen(was, beeld)) this.#spreek(beeld);
		else this.#later ??= setTimeout(() => this.#spreek(this.#nu!), SAMEN_MS);
	}

	#spreek(nu: BordBeeld) {
		this.stop();
		const { briefjes, regie } = this.#wie.ik();
		const eigen = new Set([...this.#eigen, ...briefjes.map(({ id }) => id)]);
		const zinnen = omroep(this.#begin!, nu, { eigen, regie });
		this.#begin = nu;
		this.#eigen = [];
		if (zinnen.length > 0) this.#wie.zeg(zinnen.join(' '));
	}

	stop() {
		clearTimeout(this.#later);
		this.#later = undefined;
	}
}
