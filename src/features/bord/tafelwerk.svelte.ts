import type * as Y from 'yjs';
import type { LiveDocument } from '#sync/client.svelte.ts';
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
import { houdersIn, NIEMAND_HOUDT } from './houders.ts';
import { nieuwId } from './id.ts';
import { buurVan, groepLabel, magSchikken } from './mag.ts';
import type { BordSessie } from './sessie.svelte.ts';
import type { Doel } from './slepen.ts';

/** As long as a toast shows, what was emptied by mistake is still there. */
const RUIM_NA = 8_000;

const STAP = 40;
const DUUR = 200;
/** Nobody waits longer than two seconds for the last one. */
const MEEST_OP_RIJ = 50;

const wilRust = () =>
	matchMedia('(prefers-reduced-motion: reduce)').matches ||
	document.documentElement.dataset['beweging'] === 'minder';

/** What one does at the table with one's hands, and sees of the hands of others. */
export class Tafelwerk {
	readonly sessie: BordSessie;
	/** The briefje that the tab key comes to. */
	actief = $state('');
	houders = $state.raw(NIEMAND_HOUDT);
	kanTerug = $state(false);
	/** Of the element that gets the focus as soon as it shows where it is now. */
	naar = '';
	#herstel: Y.UndoManager | undefined;
	/** Seen before: they do not appear anew when they are moved. */
	readonly #gezien: Record<string, true>;
	#opRij = 0;

	constructor(sessie: BordSessie) {
		this.sessie = sessie;
		this.#gezien = Object.fromEntries(sessie.beeld.briefjes.map(({ id }) => [id, true]));
	}

	get mag(): boolean {
		return magSchikken(this.sessie);
	}

	/** Until the function it returns is called. */
	volg(live: LiveDocument, doc: Y.Doc): () => void {
		const herstel = (this.#herstel = herstelVan(doc));
		const toon = () => (this.kanTerug = herstel.undoStack.length > 0);
		let gehouden = 0;
		const zie = () => {
			const { states, clientID } = live.awareness;
			const nu = houdersIn(states, clientID);
			if (nu.size + gehouden > 0) this.houders = nu;
			gehouden = nu.size;
		};
		herstel.on('stack-item-added', toon);
		herstel.on('stack-item-added', () => this.#leegde(doc));
		herstel.on('stack-item-popped', toon);
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
		for (const { id } of leeg)
			setTimeout(() => this.sessie.doe((nu) => ruimGroepOp(nu, id)), RUIM_NA);
	}

	terug() {
		this.#herstel?.undo();
		zeg(this.sessie, 'Je laatste stap is terug.');
	}

	/** What is laid open together appears one after the other, in the order that it was given. */
	verschijn(element: HTMLElement, id: string) {
		const isNieuw = !this.#gezien[id];
		this.#gezien[id] = true;
		if (!isNieuw || wilRust()) return;
		const delay = Math.min(this.#opRij++, MEEST_OP_RIJ) * STAP;
		setTimeout(() => (this.#opRij = 0));
		const frames = [{ opacity: 0, transform: 'translateY(0.5rem)' }, { opacity: 1 }];
		element.animate(frames, { duration: DUUR, delay, fill: 'backwards' });
	}

	/** For the others: I have this briefje in hand; empty when no more. */
	houd(id: string) {
		this.sessie.live?.awareness.setLocalStateField('houdt', id);
		this.sessie.live?.setPlek(id ? 'verplaatst een briefje' : '');
	}

	leg(id: string, doel: Doel) {
		this.naar = `b-${id}`;
		if (doel === 'nieuw') return this.nieuweGroep([id]);
		this.sessie.doe((doc) => verplaatsBriefje(doc, { id, ...doel }));
	}

	nieuweGroep(briefjeIds: string[] = []) {
		const id = nieuwId();
		this.naar = `n-${id}`;
		this.sessie.doe((doc) => maakGroep(doc, { id, briefjeIds }));
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
		const gezegd = `Samengevoegd met: ${this.naam(naar)}.`;
		this.naar = `m-${naar}`;
		this.sessie.doe((doc) => voegSamen(doc, { van, naar }));
		zeg(this.sessie, gezegd);
	}

	haalGroepWeg(id: string) {
		this.sessie.doe((doc) => haalGroepWeg(doc, id));
		zeg(this.sessie, 'Groep weggehaald. De briefjes liggen weer los.');
	}
}
