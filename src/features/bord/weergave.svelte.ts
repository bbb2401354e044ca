export type Kijk = 'tafel' | 'lijst';

const BEWAARD = 'samenspel-bord-weergave';
/** As narrow as a phone: one column. */
const SMAL = '(width < 48rem)';

/** How somebody looks at a bord: as a table or as a list. A phone begins with the list. */
export class Weergave {
	#keuze = $state<Kijk>();
	#isSmal = $state(false);

	get kijk(): Kijk {
		return this.#keuze ?? (this.#isSmal ? 'lijst' : 'tafel');
	}

	/** On mount; until the function it returns is called. */
	begin(): () => void {
		const smal = matchMedia(SMAL);
		const meet = () => (this.#isSmal = smal.matches);
		smal.addEventListener('change', meet);
		meet();
		this.#keuze = bewaard();
		return () => smal.removeEventListener('change', meet);
	}

	/** From now on, also next time on this device. */
	kies(kijk: Kijk) {
		this.#keuze = kijk;
		try {
			localStorage.setItem(BEWAARD, kijk);
		} catch {
			// then it is for as long as this page is open
		}
	}
}

function bewaard(): Kijk | undefined {
	try {
		const kijk = localStorage.getItem(BEWAARD);
		return kijk === 'tafel' || kijk === 'lijst' ? kijk : undefined;
	} catch {
		return undefined;
	}
}
