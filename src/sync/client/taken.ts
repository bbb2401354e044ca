import * as Y from 'yjs';
import type { SyncRight } from '../kind.ts';
import type { Engine } from './engine.ts';
import { PUT_BACK } from './options.ts';
import type { Notice } from './notices.ts';
import { read } from './presence.ts';
import * as gone from './removed.ts';

/** So many blocks one says that one took away: a state of awareness goes along with each caret. */
const TOLD = 8;

interface TakenOptions {
	persoonId: string;
	/** Of a text: name of a block that is nothing but words. */
	plain: string | undefined;
}

interface Piece extends gone.Removed {
	/** What I wrote in it. */
	words: string;
}

/** What others took away while somebody wrote in it: kept here until it is back, or not wanted. */
export class Taken {
	#pieces: readonly Piece[] = [];
	/** Words that only this device had, in what is no block of a text. */
	#loose = '';
	#door: string | undefined;
	/** Where my caret was, before what came from others moved it. */
	#caret: unknown;
	readonly #engine: Engine;
	readonly #o: TakenOptions;
	readonly #changed: () => void;

	constructor(engine: Engine, options: TakenOptions, changed: () => void) {
		this.#engine = engine;
		this.#o = options;
		this.#changed = changed;
		engine.doc.on('beforeTransaction', ({ local }) => {
			if (!local) this.#caret = this.#caretIn();
		});
		engine.doc.on('afterTransaction', (transaction) => {
			if (transaction.local) this.#tell(transaction);
			else if (transaction.origin !== engine.copy) this.#look(transaction);
		});
		// who took it away may say so a moment later
		engine.awareness.on('change', () => this.#pieces.length > 0 && this.#name());
	}

	/** What there is to say of it; only who may write puts it back. */
	notice(right: SyncRight): Notice | undefined {
		const words = [...this.#pieces.map((piece) => piece.words), this.#loose].filter(Boolean);
		if (words.length === 0) return undefined;
		const door = this.#door;
		const close = { label: 'Sluit', run: () => this.#drop() };
		const notice = {
			tone: 'danger',
			// a deletion in Yjs says not whose it is: it is known of who is here and tells so
			title: door ? `Dit stuk is weggehaald door ${door}.` : 'Dit stuk is weggehaald.',
			text: 'Jouw tekst staat nog hier.',
			copy: words.join('\n'),
		} as const;
		if (right !== 'schrijven' || this.#loose) return { ...notice, action: close };
		const asNew = { label: 'Bewaar als nieuw stuk', run: () => this.#putBeside() };
		return {
			...notice,
			action: { label: 'Zet terug', run: () => this.#putBack() },
			more: [asNew, close],
		};
	}

	#putBack() {
		this.#write((piece) => gone.putBack(this.#engine.doc, piece));
	}

	/** Only what I wrote, in blocks of its own. */
	#putBeside() {
		const { doc } = this.#engine;
		this.#write((piece) => gone.putBeside(doc, piece, wordsAs(this.#o.plain!, piece)));
	}

	#drop() {
		this.#pieces = [];
		this.#loose = '';
		this.#door = undefined;
		this.#changed();
	}

	#write(write: (piece: Piece) => void) {
		const pieces = this.#pieces;
		this.#pieces = [];
		// each stands behind what is left of it: the last one goes first
		this.#engine.doc.transact(() => pieces.toReversed().forEach(write), PUT_BACK);
		this.#drop();
	}

	#caretIn(): unknown {
		const { doc, awareness } = this.#engine;
		const cursor: unknown = awareness.getLocalState()?.['cursor'];
		if (typeof cursor !== 'object' || cursor === null || !('head' in cursor)) return undefined;
		const place = Y.createRelativePositionFromJSON(cursor.head);
		return Y.createAbsolutePositionFromRelativePosition(place, doc)?.type;
	}

	#look(transaction: Y.Transaction) {
		const added = this.#pieces.length > 0 ? wordsFrom(transaction) : '';
		// who took it away put it back, or another did
		const left = this.#pieces.filter((piece) => !isIn(piece, added));
		const taken = this.#takenBy(transaction);
		const loose = this.#looseIn(transaction);
		if (taken.length === 0 && !loose && left.length === this.#pieces.length) return;
		this.#loose = [this.#loose, loose].filter(Boolean).join('\n');
		this.#pieces = [...left, ...taken];
		this.#door = undefined;
		this.#name();
	}

	#takenBy(transaction: Y.Transaction): Piece[] {
		if (!this.#engine.unsaved.any && !this.#caret) return [];
		const isMine = ({ id }: Y.Item) =>
			id.client === this.#engine.doc.clientID || this.#engine.unsaved.needed.has(id.client);
		const pieces = blocksGone(transaction, isMine).map((block) => this.#piece(block, transaction));
		const added = pieces.length > 0 ? wordsFrom(transaction) : '';
		// what was moved, or got another form, is taken away and comes with the same words
		return pieces.filter((piece) => piece.words !== '' && !isIn(piece, added));
	}

	#looseIn(transaction: Y.Transaction): string {
		const { needed, has } = this.#engine.unsaved;
		let words = '';
		Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
			const { client, clock } = item.id;
			const from = has.get(client) ?? 0;
			if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return;
			const isLoose = item.parent?.constructor === Y.Text;
			if (isLoose && needed.has(client) && clock + item.length > from)
				words += item.content.str.slice(Math.max(0, from - clock));
		});
		return words.trim();
	}

	#piece(block: Y.XmlElement, transaction: Y.Transaction): Piece {
		const { doc, unsaved } = this.#engine;
		const was = gone.wasBefore(transaction);
		const unsent = gone.wordsIn(block, was, unsaved.needed, unsaved.has);
		const written = gone.isWithin(this.#caret, block)
			? gone.wordsIn(block, was, new Map([...unsaved.needed, [doc.clientID, 0]]), new Map())
			: '';
		// one letter that went is an edit
		const words = written.length > 1 ? written : unsent;
		return { ...gone.removed(block, was), words };
	}

	#tell(transaction: Y.Transaction) {
		const { doc, awareness } = this.#engine;
		const isTheirs = ({ id }: Y.Item) => id.client !== doc.clientID;
		const ids = blocksGone(transaction, isTheirs).slice(0, TOLD).map(gone.idOf);
		if (ids.length > 0) awareness.setLocalStateField('weg', ids);
	}

	#name() {
		const ids = this.#pieces.flatMap((piece) => piece.ids);
		this.#door ??= whoTook(this.#engine.awareness.getStates(), ids, this.#o.persoonId);
		this.#changed();
	}
}

/** First name of another who says that one of these blocks was taken away by them. */
function whoTook(states: ReadonlyMap<number, object>, ids: readonly string[], me: string) {
	for (const [clientId, state] of states) {
		const one = read(clientId, state);
		if (!one || one.persoonId === me || !('weg' in state) || !Array.isArray(state.weg)) continue;
		if (state.weg.some((id) => ids.includes(id))) return one.voornaam;
	}
	return undefined;
}

const wordsAs = (name: string, { words }: Piece): gone.Block[] =>
	words.split('\n').map((insert) => ({
		name,
		attributes: {},
		content: [[{ insert, attributes: {} }]],
	}));

const isIn = ({ words }: Piece, added: string) =>
	words.split('\n').every((line) => added.includes(line));

/** The blocks of which words went that somebody wrote, each once. */
function blocksGone(transaction: Y.Transaction, isOf: (item: Y.Item) => boolean): Y.XmlElement[] {
	const blocks = new Set<Y.XmlElement>();
	Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
		const isWords = item instanceof Y.Item && item.content instanceof Y.ContentString;
		const block = isWords && isOf(item) ? gone.blockAround(item) : undefined;
		if (block) blocks.add(block);
	});
	return [...blocks];
}

/** All words that came in with it. */
function wordsFrom({ doc, beforeState, afterState }: Y.Transaction): string {
	let words = '';
	for (const [client, clock] of afterState) {
		const from = beforeState.get(client) ?? 0;
		if (from === clock) continue;
		for (const item of doc.store.clients.get(client) ?? [])
			if (item.id.clock >= from && item instanceof Y.Item && !item.deleted)
				if (item.content instanceof Y.ContentString) words += item.content.str;
	}
	return words;
}
