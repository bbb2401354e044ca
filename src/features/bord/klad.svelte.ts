import { FASEN, type Fase } from '#ui/fase.ts';
import type { BriefjeSoort } from './soort.ts';

/** As long as a tab is there; some browsers refuse it. */
export type Kladblok = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const BEGIN = 'samenspel-klad ';

/**
 * What somebody is writing and did not lay down: it stays when the phase, the view or the rights
 * change, and for who loads the page anew.
 */
export class Klad {
	tekst = $state('');
	soort = $state<BriefjeSoort | ''>('');
	/** The phase in which it was begun; empty as long as nothing was written. */
	fase = $state<Fase | ''>('');
	#plek: { naam: string; blok: Kladblok } | undefined;

	schrijf(tekst: string, fase: Fase) {
		this.tekst = tekst;
		this.fase = tekst ? this.fase || fase : '';
		this.#bewaar();
	}

	kies(soort: BriefjeSoort | '') {
		this.soort = soort;
		this.#bewaar();
	}

	/** As it lies there, or empty: nothing was begun. */
	zoals({ tekst, soort }: { tekst: string; soort: BriefjeSoort | '' }) {
		this.tekst = tekst;
		this.soort = soort;
		this.fase = '';
		this.#bewaar();
	}

	leeg() {
		this.zoals({ tekst: '', soort: '' });
	}

	/** From now on it is kept there. What was typed before the script was there goes first. */
	bewaarIn(naam: string, blok: Kladblok) {
		this.#plek = { naam: BEGIN + naam, blok };
		if (this.fase) this.#bewaar();
		else this.#lees();
	}

	#bewaar() {
		const { naam, blok } = this.#plek ?? {};
		if (!naam || !blok) return;
		const { tekst, soort, fase } = this;
		try {
			if (fase) blok.setItem(naam, JSON.stringify({ tekst, soort, fase }));
			else blok.removeItem(naam);
		} catch {
			// as long as the page is there, so is what was begun
		}
	}

	#lees() {
		try {
			const kept = JSON.parse(this.#plek?.blok.getItem(this.#plek.naam) ?? '') as Partial<Klad>;
			const { tekst, soort, fase } = kept;
			if (typeof tekst !== 'string' || !fase || !Object.hasOwn(FASEN, fase)) return;
			this.tekst = tekst;
			this.fase = fase;
			if (typeof soort === 'string') this.soort = soort;
		} catch {
			// there is none, or it is none of ours
		}
	}
}

/** All that one person is writing at one table. */
export class Kladden {
	readonly #kladden: Record<string, Klad> = {};
	#plek: { naam: string; blok: Kladblok } | undefined;

	van(waarvoor: string): Klad {
		const there = this.#kladden[waarvoor];
		if (there) return there;
		const made = new Klad();
		this.#kladden[waarvoor] = made;
		this.#bewaar(made, waarvoor);
		return made;
	}

	/** From now on they are kept there, each under its own name. */
	bewaarIn(naam: string, blok: Kladblok) {
		this.#plek = { naam, blok };
		for (const [waarvoor, klad] of Object.entries(this.#kladden)) this.#bewaar(klad, waarvoor);
	}

	#bewaar(klad: Klad, waarvoor: string) {
		if (this.#plek) klad.bewaarIn(`${this.#plek.naam} ${waarvoor}`, this.#plek.blok);
	}
}
