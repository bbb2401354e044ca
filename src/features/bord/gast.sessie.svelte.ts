import type { Doc } from 'yjs';
import { Followed } from '#sync/client/follow.svelte.ts';
import type { LiveReader } from '#sync/client/read.svelte.ts';
import type { Fase } from '#ui/fase.ts';
import type { BordBeeld } from './beeld.ts';
import { bewaarConcept, GEEN_CONCEPT, leesConcept, type Concept } from './gast.concept.ts';
import { DaadRij, opslag, type Antwoord, type Tafeldaad } from './daadrij.svelte.ts';
import { stuurDaad } from './stuur.ts';
import { aanUit, eigenBriefjes, eigenStippen, type EigenBriefje } from './wachtend.ts';
import { nieuwId } from './id.ts';
import type { Staat } from './staat.read.server.ts';

/** The kind of the live document; `document.ts`, which knows it too, brings Yjs along. */
const BORD = 'bord';
const TERUG_MS = 4_000;

interface Begin {
	id: string;
	/** Where its acts go and its `staat` is asked: the page itself. */
	pad: string;
	beeld: BordBeeld;
	staat: Staat;
}

/** What changes of the table decides what a gast may and has: then that is asked again. */
const keerpunt = ({ stand, briefjes }: BordBeeld, mijn: readonly string[]) =>
	[
		...[stand.fase, stand.stil, stand.ronde, stand.rondeId, stand.klaarMet, stand.slot],
		briefjes.filter(({ id }) => mijn.includes(id)).length,
	].join(' ');

/** The bord on the phone of a gast: it reads along, and what is done here waits for a line. */
export class GastSessie {
	readonly id: string;
	readonly pad: string;
	/** The table, as everybody sees it. */
	beeld = $state.raw() as BordBeeld;
	lezer = $state.raw<LiveReader>();
	/** Begun and not laid down yet, with the phase in which that was. */
	concept = $state.raw<Concept>(GEEN_CONCEPT);
	/** Just now the line came back. */
	isTerug = $state(false);
	/** For what is neither a briefje nor a text: why it did not go. */
	fout = $state('');
	/** The script runs here. */
	isLevend = $state(false);
	rij = $state.raw<DaadRij>();
	/** As the device says; also before there ever was a line. */
	heeftNet = $state(true);
	readonly volger: Followed<Staat>;
	/** How far the clock of the server is ahead of the one of this phone. */
	readonly #voor: number;
	#eigen = $state.raw<Staat>();
	#frame: ReturnType<typeof setTimeout> | undefined;
	#terug: ReturnType<typeof setTimeout> | undefined;
	#isClosed = false;

	constructor({ id, pad, beeld, staat }: Begin) {
		this.id = id;
		this.pad = pad;
		this.beeld = beeld;
		this.#voor = staat.nu - Date.now();
		const topics = ['bord'];
		this.volger = new Followed({ url: `${pad}/staat`, kind: BORD, id, topics, initial: staat });
	}

	/** Of me: what I wrote, my dots, what I may. */
	get staat(): Staat {
		const { current } = this.volger;
		return this.#eigen && this.#eigen.nu > current.nu ? this.#eigen : current;
	}

	/** Milliseconds, by the clock of the server. */
	get nu() {
		return Date.now() + this.#voor;
	}

	/** Whose, at which table: what others wrote on this device is not mine. */
	get #plek() {
		return `${this.id} ${this.staat.ik?.id ?? ''}`;
	}

	get wachtend(): readonly Tafeldaad[] {
		return this.rij?.wachtend ?? [];
	}

	/** Of a page whose script does not run nobody says that it has no line. */
	get online(): boolean {
		const isLost = !this.heeftNet || !this.volger.online || this.rij?.hapert === true;
		return !this.isLevend || !isLost;
	}

	/** Sent away, or the bord is gone. */
	get isWeg(): boolean {
		return this.lezer?.ended !== undefined;
	}

	get eigen(): EigenBriefje[] {
		return eigenBriefjes(this.staat.briefjes, this.wachtend);
	}

	get stippen() {
		const { stippen } = this.staat;
		return stippen && eigenStippen(stippen, this.beeld.stand.budget, this.wachtend);
	}

	get klaar(): boolean {
		return aanUit('klaar', this.staat.ik?.klaar ?? false, this.wachtend);
	}

	get hand(): boolean {
		return aanUit('hand', this.staat.ik?.hand ?? false, this.wachtend);
	}

	schrijf(tekst: string) {
		const fase = this.concept.fase || this.beeld.stand.fase;
		this.concept = { tekst, fase: tekst ? fase : '' };
		bewaarConcept(this.#plek, this.concept);
	}

	/** Lays down what was begun. */
	leg() {
		const { tekst, fase } = this.concept;
		if (!tekst.trim()) return;
		this.legTekst(tekst, fase || this.beeld.stand.fase);
		this.schrijf('');
	}

	legTekst(tekst: string, fase: Fase) {
		const id = nieuwId();
		this.doe({ sleutel: `leg ${id}`, actie: 'leg', velden: { id, tekst, fase } });
	}

	wijzig(id: string, tekst: string) {
		const sleutel = `wijzig ${id}`;
		this.doe({ sleutel, actie: 'wijzigbriefje', velden: { id, tekst } });
	}

	haalWeg(id: string) {
		// what nobody has seen yet needs not go out
		if (!this.rij?.neemTerug(`leg ${id}`))
			this.doe({ sleutel: `weg ${id}`, actie: 'haalweg', velden: { id } });
	}

	zetTerug(id: string) {
		this.doe({ sleutel: `weg ${id}`, actie: 'zetterug', velden: { id } });
	}

	stip(groepId: string, aantal: number) {
		const voor = this.beeld.stand.rondeId;
		const velden = { groepId, aantal: String(aantal) };
		this.doe({ sleutel: `stip ${groepId}`, actie: 'stip', velden, voor });
	}

	zet(actie: 'klaar' | 'hand', aan: boolean) {
		const voor = actie === 'klaar' ? this.beeld.stand.fase : '';
		this.doe({ sleutel: actie, actie, velden: { [actie]: aan ? 'ja' : '' }, voor });
	}

	doe(daad: Tafeldaad) {
		this.fout = '';
		this.rij?.add(daad);
	}

	/** Loads what is needed to read along, after what is needed to look. */
	async open(): Promise<void> {
		const plek = this.#plek;
		this.rij = new DaadRij({ plek, opslag: opslag(), stuur: (daad) => this.#stuur(daad) });
		this.isLevend = true;
		// what was typed before the script was there goes first
		if (!this.concept.tekst) this.concept = leesConcept(plek);
		void this.rij.verstuur();
		addEventListener('online', this.#net);
		addEventListener('offline', this.#net);
		this.#net();
		await this.#leesMee();
	}

	#net = () => {
		const was = this.heeftNet;
		this.heeftNet = navigator.onLine;
		if (this.heeftNet && !was && !this.lezer) void this.#leesMee();
	};

	/** Without a line it is tried again when there is one. */
	async #leesMee() {
		const parts = [import('#sync/client/read.svelte.ts'), import('./document.ts')] as const;
		const [read, document] = await Promise.all(parts).catch(() => []);
		if (this.#isClosed || this.lezer || !read || !document) return;
		const { leesBord } = document;
		const changed = (doc: Doc) => this.#follow(doc, leesBord);
		this.lezer = new read.LiveReader({ kind: BORD, id: this.id, changed });
	}

	/** The line came or went. */
	lijn(isOnline: boolean, was: boolean) {
		clearTimeout(this.#terug);
		this.isTerug = isOnline && !was;
		if (this.isTerug) this.#terug = setTimeout(() => (this.isTerug = false), TERUG_MS);
		if (isOnline) void this.rij?.verstuur();
	}

	close() {
		this.#isClosed = true;
		removeEventListener('online', this.#net);
		removeEventListener('offline', this.#net);
		clearTimeout(this.#frame);
		clearTimeout(this.#terug);
		this.rij?.stop();
		this.lezer?.destroy();
		this.lezer = undefined;
	}

	/** Once for all that comes in at the same time. */
	#follow(doc: Doc, lees: (doc: Doc) => BordBeeld) {
		this.#frame ??= setTimeout(() => {
			this.#frame = undefined;
			if (!this.#isClosed && !doc.isDestroyed) this.#toon(lees(doc));
		}, 16);
	}

	#toon(beeld: BordBeeld) {
		const mijn = this.staat.briefjes.map(({ id }) => id);
		const isTurn = keerpunt(beeld, mijn) !== keerpunt(this.beeld, mijn);
		this.beeld = beeld;
		if (isTurn) void this.volger.ask();
	}

	/** A dot of a round that is over, or "klaar" of another phase, means nothing any more. */
	#isVoorbij({ actie, voor }: Tafeldaad): boolean {
		if (actie === 'stip') return voor !== this.beeld.stand.rondeId;
		return actie === 'klaar' && voor !== this.beeld.stand.fase;
	}

	async #stuur(daad: Tafeldaad): Promise<Antwoord> {
		if (this.#isVoorbij(daad)) return 'voorbij';
		const { antwoord, staat } = await stuurDaad(this.pad, daad);
		if (staat) this.#eigen = staat;
		if (typeof antwoord !== 'object') return antwoord;
		void this.volger.ask();
		if (daad.actie === 'leg' || daad.actie === 'wijzigbriefje') return antwoord;
		this.fout = antwoord.zin;
		return 'voorbij';
	}
}
