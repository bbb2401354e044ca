/** One tap that the server has not yet. */
export interface Tik {
	id: string;
	categorie: string;
	aantal: 1 | -1;
}

/** What became of sending one: try again later, never again, or first log in. */
export type Antwoord = 'klaar' | 'later' | 'weigering' | 'inloggen';

interface Opties {
	/** Whose door: taps of another bijeenkomst stay where they are. */
	bijeenkomstId: string;
	/** Where taps stay until they are sent; undefined on a device that others use too. */
	opslag: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'> | undefined;
	stuur: (tik: Tik) => Promise<Antwoord>;
	/** How long until it tries again without a line. */
	wacht?: number;
}

const LATER_MS = 5_000;

/**
 * Taps in the order in which they were made. Each is kept on the device under its own name, so
 * that two tabs do not lose each other's, and its id makes it count once however often it is sent.
 */
export class Wachtrij {
	tikken = $state.raw<Tik[]>([]);
	/** Why nothing goes out now. */
	hapert = $state<'' | Exclude<Antwoord, 'klaar'>>('');

	readonly #o: Opties;
	#bezig = false;
	#volgnummer = 0;
	#straks: ReturnType<typeof setTimeout> | undefined;

	constructor(opties: Opties) {
		this.#o = opties;
		this.tikken = this.#bewaard();
	}

	add(tik: Tik) {
		this.tikken = [...this.tikken, tik];
		this.#bewaar(tik);
		void this.verstuur();
	}

	/** Sends what waits, one after another; call it when the line is back. */
	async verstuur() {
		if (this.#bezig) return;
		this.#bezig = true;
		clearTimeout(this.#straks);
		for (let [eerste] = this.tikken; eerste; [eerste] = this.tikken) {
			const antwoord = await this.#o.stuur(eerste).catch((): Antwoord => 'later');
			this.hapert = antwoord === 'klaar' ? '' : antwoord;
			if (antwoord !== 'klaar') break;
			this.#klaar(eerste);
		}
		this.#bezig = false;
		if (this.hapert === 'later')
			this.#straks = setTimeout(() => void this.verstuur(), this.#o.wacht ?? LATER_MS);
	}

	/** Stops trying; what waits stays on the device. */
	stop() {
		clearTimeout(this.#straks);
	}

	#klaar({ id }: Tik) {
		this.tikken = this.tikken.filter((tik) => tik.id !== id);
		for (const naam of this.#namen())
			if (naam.endsWith(` ${id}`)) this.#met((o) => o.removeItem(naam));
	}

	get #begin() {
		return `samenspel-deur ${this.#o.bijeenkomstId} `;
	}

	#bewaar({ id, categorie, aantal }: Tik) {
		// the order in which they were made, also of two in one millisecond
		const wanneer = `${Date.now()}-${String(this.#volgnummer++).padStart(6, '0')}`;
		const tekst = JSON.stringify({ categorie, aantal });
		this.#met((opslag) => opslag.setItem(`${this.#begin}${wanneer} ${id}`, tekst));
	}

	/** A browser that keeps nothing, or is full, counts in memory. */
	#met(doe: (opslag: NonNullable<Opties['opslag']>) => void) {
		try {
			if (this.#o.opslag) doe(this.#o.opslag);
		} catch {
			// in memory it still counts
		}
	}

	#namen(): string[] {
		const namen: string[] = [];
		this.#met((opslag) => {
			for (let n = 0; n < opslag.length; n++) namen.push(opslag.key(n) ?? '');
		});
		return namen.filter((naam) => naam.startsWith(this.#begin)).sort();
	}

	#bewaard(): Tik[] {
		return this.#namen().flatMap((naam) => {
			let tekst: string | null = null;
			this.#met((opslag) => (tekst = opslag.getItem(naam)));
			const tik = leesTik(naam.slice(naam.lastIndexOf(' ') + 1), tekst ?? '');
			return tik ? [tik] : [];
		});
	}
}

function leesTik(id: string, tekst: string): Tik | undefined {
	try {
		const { categorie, aantal } = JSON.parse(tekst) as Partial<Tik>;
		if (typeof categorie !== 'string' || (aantal !== 1 && aantal !== -1)) return undefined;
		return { id, categorie, aantal };
	} catch {
		return undefined;
	}
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** With an id as the server makes them: 100 bits of chance. */
export function nieuweTik(categorie: string, aantal: 1 | -1): Tik {
	const bytes = crypto.getRandomValues(new Uint8Array(20));
	return { id: [...bytes].map((byte) => LETTERS[byte & 31]).join(''), categorie, aantal };
}
