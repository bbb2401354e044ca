/** What somebody does at the table; each is a form action of the page. */
export interface Tafeldaad {
	/** What it is about: of two that wait for the same thing the later one counts. */
	sleutel: string;
	actie: 'leg' | 'namens' | 'wijzigbriefje' | 'haalweg' | 'zetterug' | 'stip' | 'klaar' | 'hand';
	velden: Readonly<Record<string, string>>;
	/** The round or phase it is for; in another one it means nothing any more. */
	voor?: string;
}

/**
 * What became of sending one: done; no way, or too many at once, so later; the server tripped over it;
 * for nothing any more; or a sentence that says why not.
 */
export type Antwoord = 'klaar' | 'later' | 'druk' | 'stuk' | 'voorbij' | { zin: string };

export interface Geweigerd {
	daad: Tafeldaad;
	zin: string;
}

export interface Bewaard {
	opslag: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;
	/** Milliseconds; after that it can be sent by nobody, or nobody waits for it. */
	duur: number;
}

interface Opties {
	/** Whose, at which table: what others wrote on this device is not sent as mine. */
	plek: string;
	/** Where it stays until it is sent; undefined when this device keeps nothing. */
	bewaard: Bewaard | undefined;
	stuur: (daad: Tafeldaad) => Promise<Antwoord>;
	/** How long until it tries again without a line. */
	wacht?: number;
}

const BEGIN = 'samenspel-tafel ';
const LATER_MS = 4_000;
/** So often the server may trip over one act; after that what was done since goes first. */
const MEEST = 3;
const STUK = 'Er ging iets mis bij ons. Wat je deed is bewaard.';

/**
 * What was done and is not on the server yet, in the order in which it was done. Each is kept on the
 * device under its own name, so that two tabs do not lose each other's; sent twice it counts once.
 */
export class DaadRij {
	wachtend = $state.raw<Tafeldaad[]>([]);
	geweigerd = $state.raw<Geweigerd[]>([]);
	/** The last one found no way. */
	hapert = $state(false);

	readonly #o: Opties;
	#onderweg: Tafeldaad | undefined;
	#nummer = 0;
	#struikelt = 0;
	#straks: ReturnType<typeof setTimeout> | undefined;

	constructor(opties: Opties) {
		this.#o = opties;
		this.wachtend = this.#bewaard();
	}

	add(daad: Tafeldaad) {
		this.#vergeet(daad.sleutel);
		this.wachtend = [...this.wachtend, daad];
		const nummer = String(this.#nummer++).padStart(6, '0');
		this.#met(({ opslag, duur }) => {
			const tot = `${Date.now() + duur}-${nummer}`;
			opslag.setItem(`${this.#begin}${tot} ${daad.sleutel}`, JSON.stringify(daad));
		});
		void this.verstuur();
	}

	/** Takes back what did not go out yet; undefined when it is too late for that. */
	neemTerug(sleutel: string): Tafeldaad | undefined {
		const waits = this.wachtend.find((daad) => daad.sleutel === sleutel);
		if (!waits || this.#onderweg?.sleutel === sleutel) return undefined;
		this.#vergeet(sleutel);
		return waits;
	}

	/** Once more, what was refused. */
	opnieuw({ daad }: Geweigerd) {
		this.laat(daad.sleutel);
		this.add(daad);
	}

	/** Of what was refused, nobody needs it any more. */
	laat(sleutel: string) {
		this.geweigerd = this.geweigerd.filter(({ daad }) => daad.sleutel !== sleutel);
		this.#wis(sleutel);
	}

	/** Sends what waits, one after another; call it when the line is back. */
	async verstuur() {
		if (this.#onderweg) return;
		clearTimeout(this.#straks);
		for (let [eerste] = this.wachtend; eerste; [eerste] = this.wachtend) {
			this.#onderweg = eerste;
			const antwoord = await this.#o.stuur(eerste).catch((): Antwoord => 'later');
			this.#onderweg = undefined;
			this.hapert = antwoord === 'later';
			const isStuk = antwoord === 'stuk' && ++this.#struikelt < MEEST;
			if (isStuk || antwoord === 'later' || antwoord === 'druk') return this.#probeerStraks();
			this.#struikelt = 0;
			this.#klaar(eerste, antwoord === 'stuk' ? { zin: STUK } : antwoord);
		}
	}

	#probeerStraks() {
		this.#straks = setTimeout(() => void this.verstuur(), this.#o.wacht ?? LATER_MS);
	}

	/** Stops trying; what waits stays on the device. */
	stop() {
		clearTimeout(this.#straks);
	}

	/** Words that were refused stay on the device, until whoever wrote them lets go of them. */
	#klaar(daad: Tafeldaad, antwoord: Antwoord) {
		this.wachtend = this.wachtend.filter((one) => one !== daad);
		const zin = typeof antwoord === 'object' ? antwoord.zin : undefined;
		if (zin !== undefined) this.geweigerd = [...this.geweigerd, { daad, zin }];
		const isNewer = this.wachtend.some(({ sleutel }) => sleutel === daad.sleutel);
		const keeps = zin !== undefined && daad.velden['tekst'] !== undefined;
		if (!isNewer && !keeps) this.#wis(daad.sleutel);
	}

	/** What is on its way counts too, and first. */
	#vergeet(sleutel: string) {
		const stays = (daad: Tafeldaad) => daad.sleutel !== sleutel || daad === this.#onderweg;
		this.wachtend = this.wachtend.filter(stays);
		this.geweigerd = this.geweigerd.filter(({ daad }) => daad.sleutel !== sleutel);
		this.#wis(sleutel);
	}

	get #begin() {
		return `${BEGIN}${this.#o.plek} `;
	}

	#wis(sleutel: string) {
		for (const naam of this.#namen())
			if (naam.slice(this.#begin.length).replace(/^\S+ /, '') === sleutel)
				this.#met(({ opslag }) => opslag.removeItem(naam));
	}

	/** A browser that keeps nothing, or is full, keeps it in memory. */
	#met(doe: (bewaard: Bewaard) => void) {
		try {
			if (this.#o.bewaard) doe(this.#o.bewaard);
		} catch {
			// as long as the page is there, so is what was done
		}
	}

	#alle(): string[] {
		const namen: string[] = [];
		this.#met(({ opslag }) => {
			for (let n = 0; n < opslag.length; n++) namen.push(opslag.key(n) ?? '');
		});
		return namen.filter((naam) => naam.startsWith(BEGIN)).sort();
	}

	#namen = () => this.#alle().filter((naam) => naam.startsWith(this.#begin));

	#bewaard(): Tafeldaad[] {
		for (const naam of this.#alle())
			if (totVan(naam) < Date.now()) this.#met(({ opslag }) => opslag.removeItem(naam));
		return this.#namen().flatMap((naam) => {
			let tekst: string | null = null;
			this.#met(({ opslag }) => (tekst = opslag.getItem(naam)));
			return leesDaad(tekst ?? '');
		});
	}
}

/** `samenspel-tafel <bord> <ik> <tot>-<nummer> <sleutel>`; of what is no such name the begin of time. */
const totVan = (naam: string) => Number.parseInt(naam.split(' ')[3] ?? '', 10) || 0;

function leesDaad(tekst: string): Tafeldaad[] {
	try {
		const daad = JSON.parse(tekst) as Partial<Tafeldaad>;
		const { sleutel, actie, velden } = daad;
		if (typeof sleutel !== 'string' || typeof actie !== 'string' || !velden) return [];
		return [daad as Tafeldaad];
	} catch {
		return [];
	}
}
