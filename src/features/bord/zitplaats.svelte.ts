import { Followed } from '#sync/client/follow.svelte.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import type { BordBeeld } from './beeld.ts';
import { behoud } from './behoud.ts';
import {
	DaadRij,
	type Antwoord,
	type Bewaard,
	type Geweigerd,
	type Tafeldaad,
} from './daadrij.svelte.ts';
import { nieuwId } from './id.ts';
import { keert } from './keerpunt.ts';
import { Kladden, type Klad, type Kladblok } from './klad.svelte.ts';
import type { BriefjeSoort } from './soort.ts';
import type { Staat } from './staat.read.server.ts';
import { stuurDaad } from './stuur.ts';
import {
	aanUit,
	eigenBriefjes,
	eigenStippen,
	isVoorbij,
	type EigenBriefje,
	type EigenStippen,
} from './wachtend.ts';

/** The kind of the live document; `document.ts`, which knows it too, brings Yjs along. */
export const BORD = 'bord';

export interface Begin {
	id: string;
	/** Where its acts go and its `staat` is asked: the page itself. */
	pad: string;
	beeld: BordBeeld;
	staat: Staat;
}

interface Plaats {
	/** Whose: what others wrote on this device is not mine. */
	wie: string;
	/** Where what waits stays, and for how long; undefined when this device keeps nothing. */
	bewaard: Bewaard | undefined;
	blok: Kladblok | undefined;
}

const isFase = (fase: string): fase is Fase => Object.hasOwn(FASEN, fase);

export interface NieuwBriefje {
	tekst: string;
	soort?: BriefjeSoort | '';
	fase: Fase;
	/** For somebody without a device, who looks from this side. */
	namens?: string;
}

/**
 * One seat at one table, with an account or without: what is seen there, and what is done there, which
 * waits for a line and counts once.
 */
export class Zitplaats {
	readonly id: string;
	readonly pad: string;
	/** The table, as everybody sees it. */
	beeld = $state.raw() as BordBeeld;
	readonly volger: Followed<Staat>;
	rij = $state.raw<DaadRij>();
	/** For what has no words: why it did not go. */
	fout = $state('');
	/** As the device says; also before there ever was a line. */
	heeftNet = $state(true);
	/** What I am writing: `mij`, `namens` for somebody else, or the id of a briefje that is there. */
	readonly kladden = new Kladden();
	/** The briefje that I am writing. */
	readonly klad: Klad = this.kladden.van('mij');
	#plaats = $state.raw<Plaats>();
	/** What an act of this page was answered with. */
	#eigen = $state.raw<Staat>();

	constructor({ id, pad, beeld, staat }: Begin, topics: readonly string[]) {
		this.id = id;
		this.pad = pad;
		this.beeld = beeld;
		this.volger = new Followed({ url: `${pad}/staat`, kind: BORD, id, topics, initial: staat });
	}

	/** Of me: what I wrote, my dots, what I may. */
	get staat(): Staat {
		const { current } = this.volger;
		return this.#eigen && this.#eigen.nu > current.nu ? this.#eigen : current;
	}

	/** Out of the answer to an act. */
	took(answer: unknown) {
		const { staat } = (answer ?? {}) as { staat?: Staat };
		if (staat) this.#eigen = staat;
	}

	/** The script runs here. */
	get isLevend(): boolean {
		return this.rij !== undefined;
	}

	/** Of a page whose script does not run nobody says that it has no line. */
	get online(): boolean {
		const isLost = !this.heeftNet || !this.volger.online || this.rij?.hapert === true;
		return !this.isLevend || !isLost;
	}

	get wachtend(): readonly Tafeldaad[] {
		return this.rij?.wachtend ?? [];
	}

	/** What waits is there for the next time too. */
	get bewaart(): boolean {
		return this.#plaats?.bewaard !== undefined;
	}

	readonly eigen: EigenBriefje[] = $derived.by(() =>
		eigenBriefjes(this.staat.briefjes, this.wachtend),
	);

	readonly stippen: EigenStippen | null = $derived.by(() => {
		const { stippen } = this.staat;
		return stippen && eigenStippen(stippen, this.beeld.stand.budget, this.wachtend);
	});

	get klaar(): boolean {
		return aanUit('klaar', this.staat.ik?.klaar ?? false, this.wachtend);
	}

	get hand(): boolean {
		return aanUit('hand', this.staat.ik?.hand ?? false, this.wachtend);
	}

	/** What was sent without script, and refused, stands in its field again. */
	herneem({ tekst, fase, perspectief }: Readonly<Record<string, unknown>> = {}) {
		if (typeof tekst !== 'string' || typeof fase !== 'string' || !isFase(fase)) return;
		this.kladden.van(perspectief === undefined ? 'mij' : 'namens').schrijf(tekst, fase);
	}

	/** Lays a briefje on the table; its id. */
	legTekst({ tekst, soort = '', fase, namens }: NieuwBriefje): string {
		const id = nieuwId();
		const velden = { id, tekst, soort, fase };
		const actie = namens === undefined ? 'leg' : 'namens';
		const wie = namens === undefined ? undefined : { perspectief: namens };
		this.#zend({ sleutel: `leg ${id}`, actie, velden: { ...velden, ...wie } });
		return id;
	}

	/** Other words on what is not there any more: they go on in a briefje of their own. */
	alsNieuw({ daad }: Geweigerd) {
		this.rij?.laat(daad.sleutel);
		this.legTekst({ tekst: daad.velden['tekst'] ?? '', fase: this.beeld.stand.fase });
	}

	wijzig(id: string, tekst: string, soort?: BriefjeSoort | '') {
		const nieuw = { tekst, ...(soort !== undefined && { soort }) };
		// of what did not go out yet only the last words do
		const leg = this.rij?.neemTerug(`leg ${id}`);
		if (leg) this.#zend({ ...leg, velden: { ...leg.velden, ...nieuw } });
		else this.#zend({ sleutel: `wijzig ${id}`, actie: 'wijzigbriefje', velden: { id, ...nieuw } });
	}

	/** Answers how to put it back. */
	haalWeg(id: string): () => void {
		// what nobody has seen yet needs not go out
		const leg = this.rij?.neemTerug(`leg ${id}`);
		if (leg) return () => this.#zend(leg);
		this.#zend({ sleutel: `weg ${id}`, actie: 'haalweg', velden: { id } });
		return () => this.zetTerug(id);
	}

	zetTerug(id: string) {
		this.#zend({ sleutel: `weg ${id}`, actie: 'zetterug', velden: { id } });
	}

	/** Where a story is chosen, with why. */
	stip(groepId: string, aantal: number, reden?: string) {
		const voor = this.beeld.stand.rondeId;
		const velden = { groepId, aantal: String(aantal), ...(reden !== undefined && { reden }) };
		this.#zend({ sleutel: `stip ${groepId}`, actie: 'stip', velden, voor });
	}

	zet(actie: 'klaar' | 'hand', aan: boolean) {
		const voor = actie === 'klaar' ? this.beeld.stand.fase : '';
		this.#zend({ sleutel: actie, actie, velden: { [actie]: aan ? 'ja' : '' }, voor });
	}

	#zend(daad: Tafeldaad) {
		this.fout = '';
		this.rij?.add(daad);
	}

	/** How it lies there now. What changes for me with it is asked; whether something did. */
	protected toon(beeld: BordBeeld): boolean {
		const isTurn = keert(this.beeld, beeld, this.staat);
		this.beeld = behoud(this.beeld, beeld);
		if (isTurn) void this.volger.ask();
		return isTurn;
	}

	/** From now on what is done here is kept until it went out. */
	protected gaZitten(plaats: Plaats) {
		this.#plaats = plaats;
		const { wie, bewaard, blok } = plaats;
		if (blok) this.kladden.bewaarIn(`${this.id} ${wie}`, blok);
		const stuur = (daad: Tafeldaad) => this.#stuur(daad);
		this.rij = new DaadRij({ plek: `${this.id} ${wie}`, bewaard, stuur });
		void this.rij.verstuur();
		addEventListener('online', this.#net);
		addEventListener('offline', this.#net);
		this.#net();
	}

	#net = () => {
		const was = this.heeftNet;
		this.heeftNet = navigator.onLine;
		if (this.heeftNet && !was) this.netTerug();
	};

	/** The device has a line again. */
	protected netTerug() {
		void this.rij?.verstuur();
	}

	close() {
		removeEventListener('online', this.#net);
		removeEventListener('offline', this.#net);
		this.rij?.stop();
	}

	async #stuur(daad: Tafeldaad): Promise<Antwoord> {
		if (isVoorbij(daad, this.beeld.stand)) return 'voorbij';
		const { antwoord, staat } = await stuurDaad(this.pad, daad);
		if (staat) this.#eigen = staat;
		if (typeof antwoord !== 'object') return antwoord;
		void this.volger.ask();
		if (daad.velden['tekst'] !== undefined) return antwoord;
		this.fout = antwoord.zin;
		return 'voorbij';
	}
}
