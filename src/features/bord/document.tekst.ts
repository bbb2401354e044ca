import * as Y from 'yjs';
import { wortel, MAX, type Wortel } from './document.ts';
import { isNiets, verschil, type Wijziging } from './verschil.ts';

/** Of who acts in this browser; the second is typing, which a field takes back by itself. */
export const EIGEN = 'bord';
const TYPEN = 'bord-typen';

export type Tekstveld = keyof typeof MAX;

/** A text of a thing; what stands there and is no text is replaced by one. */
function tekstIn(ding: Y.Map<unknown>, veld: Tekstveld): Y.Text {
	const there = ding.get(veld);
	if (there instanceof Y.Text) return there;
	const made = new Y.Text();
	ding.set(veld, made);
	return made;
}

/** No more than the difference, so that what another types in it meanwhile stays. */
export function schrijfTekst(ding: Y.Map<unknown>, veld: Tekstveld, nieuw: string): void {
	const text = tekstIn(ding, veld);
	pasToe(text, verschil(text.toString(), nieuw.slice(0, MAX[veld])));
}

function pasToe(text: Y.Text, { van, weg, erbij }: Wijziging) {
	const at = Math.min(van, text.length);
	const most = Math.min(weg, text.length - at);
	if (most > 0) text.delete(at, most);
	if (erbij) text.insert(at, erbij);
}

/** A text that several people type in, for a field that knows nothing of documents. */
export interface TekstBron {
	/** Undefined when what it belongs to is gone. */
	lees(): string | undefined;
	wijzig(wijziging: Wijziging): void;
	/** Runs after every change, also one's own; ends what it returns. */
	volg(fn: () => void): () => void;
}

export function bronVan(
	doc: Y.Doc,
	soort: Extract<Wortel, 'groepen' | 'inzichten' | 'afspraken'>,
	{ id, veld }: { id: string; veld: Tekstveld },
): TekstBron {
	const root = wortel(doc, soort);
	const ding = () => {
		const there = root.get(id);
		return there instanceof Y.Map ? (there as Y.Map<unknown>) : undefined;
	};
	return {
		lees: () => {
			const there = ding();
			const text = there?.get(veld);
			return there && (text instanceof Y.Text ? text.toString() : '');
		},
		wijzig: (wijziging) => {
			const there = ding();
			if (!there || isNiets(wijziging)) return;
			doc.transact(() => pasToe(tekstIn(there, veld), wijziging), TYPEN);
		},
		volg: (fn) => {
			root.observeDeep(fn);
			return () => root.unobserveDeep(fn);
		},
	};
}
