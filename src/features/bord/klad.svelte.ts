import type { Fase } from '#ui/fase.ts';
import type { BordSessie } from './sessie.svelte.ts';
import type { BriefjeSoort } from './soort.ts';

/** What somebody is writing, not sent yet: it stays when the phase or the view changes. */
export class Klad {
	tekst = $state('');
	soort = $state<BriefjeSoort | ''>('');
	/** Of what is made of it: sent twice it counts once. Empty as long as nothing was written. */
	id = $state('');
	/** The phase in which it was begun. */
	fase = $state<Fase | ''>('');
	/** As it was sent, while the answer is not there. */
	#gezonden = '';

	begin(id: string, fase: Fase) {
		if (this.id) return;
		this.id = id;
		this.fase = fase;
	}

	zend() {
		this.#gezonden = this.tekst;
	}

	/** It was laid down: what was typed since is the next one. */
	klaar() {
		const rest = this.tekst.startsWith(this.#gezonden)
			? this.tekst.slice(this.#gezonden.length).trimStart()
			: this.tekst;
		this.tekst = rest;
		this.soort = '';
		this.id = '';
		this.fase = '';
	}
}

type Waarvoor = 'mij' | 'namens';
const kladden = new WeakMap<BordSessie, Record<Waarvoor, Klad>>();

/** One at each bord, in whichever view it is written; and one for who has no device. */
export function kladVan(sessie: BordSessie, waarvoor: Waarvoor = 'mij'): Klad {
	const there = kladden.get(sessie);
	if (there) return there[waarvoor];
	const made = { mij: new Klad(), namens: new Klad() };
	kladden.set(sessie, made);
	return made[waarvoor];
}
