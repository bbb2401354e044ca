import type * as Y from 'yjs';
import type { LiveDocument } from '#sync/client.svelte.ts';
import { showToast, toast, type Melding } from '#ui/toast.svelte.ts';
import { opvolgend } from './beweging.ts';
import { leesBord } from './document.ts';
import {
	haalGroepWeg,
	herstelVan,
	maakGroep,
	ruimGroepOp,
	verplaatsBriefje,
	verplaatsGroep,
	voegSamen,
} from './document.groep.ts';
import { zeg } from './gezegd.svelte.ts';
import { bijStap } from './herstel.ts';
import { houdersIn, NIEMAND_HOUDT } from './houders.ts';
import { nieuwId } from './id.ts';
import { buurVan, groepLabel, magSchikken } from './mag.ts';
import type { BordSessie } from './sessie.svelte.ts';
import type { Doel } from './slepen.ts';
import { perId, type EigenBriefje } from './wachtend.ts';

/** As long as a toast shows, what was emptied by mistake is still there. */
const RUIM_NA = 8_000;

/** Of one thing at a time, and it stays where it is when others move that meanwhile. */
interface Menu {
	id: string;
	open: boolean;
}

/** What one does at the table with one's hands, in whichever view, and sees of the hands of others. */
export class Tafelwerk {
	readonly sessie: BordSessie;
	/** The briefje that the tab key comes to. */
	actief = $state('');
	/** Went on by the arrows, or pressed M: nobody has to say that any more. */
	kentToetsen = $state(false);
	houders = $state.raw(NIEMAND_HOUDT);
	/** What I have in hand myself; empty when nothing. */
	inHand = $state('');
	kanTerug = $state(false);
	/** Of a briefje, of a groep, and to change the words of a briefje. */
	briefje = $state<Menu>({ id: '', open: false });
	groep = $state<Menu>({ id: '', open: false });
	woorden = $state<Menu>({ id: '', open: false });
	/** Of the element that gets the focus as soon as it shows where it is now. */
	naar = '';
	#herstel: Y.UndoManager | undefined;
	/** About the last step: gone as soon as there is another. */
	#melding: Melding | undefined;
	/** How a briefje appears that was not seen before. */
	verschijn: (element: HTMLElement, id: string) => void;
	/** The briefje that I let go of last. */
	losgelaten = '';

	constructor(sessie: BordSessie) {
		this.sessie = sessie;
		this.verschijn = opvolgend(sessie.beeld.briefjes);
	}

	/** What I wrote, or wrote down for somebody, by its id. */
	readonly mijn: ReadonlyMap<string, EigenBriefje> = $derived.by(() => perId(this.sessie.eigen));

	get mag(): boolean {
		return magSchikken(this.sessie);
	}

	/** Something can be done with every briefje. */
	get kan(): boolean {
		return this.mag || this.sessie.staat.may.regie;
	}

	/**
	 * Everybody who sits at the table can do something with a briefje: what, is up to its menu. It does
	 * not wait for the live table, or 500 of them would be drawn twice.
	 */
	heeftMenu(id: string): boolean {
		const { arrange } = this.sessie.staat.may;
		return arrange || this.magWeg(id) || this.mijn.get(id)?.may.wijzig === true;
	}

	/** As who wrote it, or as who holds regie. */
	magWeg(id: string): boolean {
		return this.sessie.staat.may.regie || this.mijn.get(id)?.may.weg === true;
	}

	readonly opBriefje = (id: string) => (this.briefje = { id, open: true });
	readonly opGroep = (id: string) => (this.groep = { id, open: true });

	/** Until the function it returns is called. */
	volg(live: LiveDocument, doc: Y.Doc): () => void {
		const herstel = (this.#herstel = herstelVan(doc));
		const stap = () => {
			this.kanTerug = herstel.undoStack.length > 0;
			if (this.#melding && toast.melding === this.#melding) toast.melding = undefined;
			this.#melding = undefined;
		};
		let gehouden = 0;
		const zie = () => {
			const { states, clientID } = live.awareness;
			const nu = houdersIn(states, clientID);
			if (nu.size + gehouden > 0) this.houders = nu;
			gehouden = nu.size;
		};
		herstel.on('stack-item-added', stap);
		herstel.on('stack-item-added', () => this.#leegde(doc));
		herstel.on('stack-item-popped', stap);
		live.awareness.on('change', zie);
		zie();
		return () => {
			herstel.destroy();
			live.awareness.off('change', zie);
			this.#herstel = undefined;
			this.kanTerug = false;
		};
	}

	/** What I emptied and has no name, vanishes; whoever puts something in it keeps it. */
	#leegde(doc: Y.Doc) {
		const wasVol = ({ id }: { id: string }) =>
			this.sessie.beeld.groepen.some((was) => was.id === id && was.briefjes.length > 0);
		const leeg = leesBord(doc).groepen.filter(
			(groep) => !groep.naam && groep.briefjes.length === 0 && wasVol(groep),
		);
		for (const { id } of leeg) setTimeout(() => this.#ruimOp(id), RUIM_NA);
	}

	#ruimOp(id: string) {
		bijStap(this.#herstel, () => this.sessie.doe((doc) => ruimGroepOp(doc, id)));
	}

	terug() {
		if (this.#herstel?.undo()) zeg(this.sessie, 'Je laatste stap is terug.');
	}

	verder() {
		if (this.#herstel?.redo()) zeg(this.sessie, 'Je stap is weer gezet.');
	}

	/** Says what was done, with a button that takes back just that. */
	#meld(tekst: string, { label, naar }: { label: string; naar: string }) {
		const run = () => {
			this.naar = naar;
			this.terug();
		};
		this.#melding = { tekst, doe: { label, run } };
		showToast(this.#melding);
		this.#melding = toast.melding;
	}

	/** Another view of the same table: all that lies there was seen. */
	bekijk() {
		this.verschijn = opvolgend(this.sessie.beeld.briefjes);
		this.losgelaten = '';
	}

	/** For the others: I have this briefje in hand; empty when no more. */
	houd(id: string) {
		this.inHand = id;
		this.sessie.live?.awareness.setLocalStateField('houdt', id);
	}

	leg(id: string, doel: Doel) {
		this.naar = `b-${id}`;
		this.losgelaten = id;
		if (doel === 'nieuw') return this.nieuweGroep([id]);
		this.sessie.doe((doc) => verplaatsBriefje(doc, { id, ...doel }));
	}

	nieuweGroep(briefjeIds: string[] = []): string {
		const id = nieuwId();
		this.naar = `n-${id}`;
		this.sessie.doe((doc) => maakGroep(doc, { id, briefjeIds }));
		return id;
	}

	naam(id: string): string {
		const { groepen } = this.sessie.beeld;
		const groep = groepen.find((one) => one.id === id);
		return groep ? groepLabel(groepen, groep) : '';
	}

	schuifGroep(id: string, kant: 'op' | 'neer') {
		const buur = buurVan(this.sessie.beeld.groepen, id, kant);
		if (buur) this.sessie.doe((doc) => verplaatsGroep(doc, { id, ...buur }));
	}

	voegSamen(van: string, naar: string) {
		const tekst = `Samengevoegd met: ${this.naam(naar)}`;
		this.sessie.doe((doc) => voegSamen(doc, { van, naar }));
		this.naar = `m-${naar}`;
		this.#meld(tekst, { label: 'Ongedaan maken', naar: `m-${van}` });
	}

	haalGroepWeg(id: string) {
		const { groepen } = this.sessie.beeld;
		const at = groepen.findIndex((one) => one.id === id);
		const buur = groepen[at + 1] ?? groepen[at - 1];
		this.naar = buur ? `m-${buur.id}` : 'nieuwe-groep';
		this.sessie.doe((doc) => haalGroepWeg(doc, id));
		const los = groepen[at]?.briefjes.length ? '. De briefjes liggen weer los.' : '';
		this.#meld(`Groep weggehaald${los}`, { label: 'Zet terug', naar: `m-${id}` });
	}
}
