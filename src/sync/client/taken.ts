import * as Y from 'yjs';
import type { Engine } from './engine.ts';
import { PUT_BACK, type NewBlock } from './options.ts';
import { whoTook } from './presence.ts';
import * as gone from './removed.ts';
import { wordsIn } from './unsent.ts';

/** So many blocks one says that one took away: a state of awareness goes along with each caret. */
const TOLD = 8;

interface TakenOptions {
	persoonId: string;
	newBlock: NewBlock;
}

interface Piece extends gone.Removed {
	/** What I wrote in it. */
	words: string;
}

/** What others took away while somebody wrote in it: kept here until it is back, or not wanted. */
export class Taken {
	#pieces: readonly Piece[] = [];
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

	get words(): string {
		return this.#pieces.map(({ words }) => words).join('\n');
	}

	/** First name of who took it away; that is known as long as they are here and say so. */
	get door(): string | undefined {
		return this.#door;
	}

	putBack() {
		this.#write((piece) => gone.putBack(this.#engine.doc, piece));
	}

	/** Only what I wrote, in blocks of its own. */
	putBeside() {
		const { doc } = this.#engine;
		this.#write((piece) =>
			gone.putBeside(doc, piece, piece.words.split('\n').map(this.#o.newBlock)),
		);
	}

	drop() {
		this.#pieces = [];
		this.#door = undefined;
		this.#changed();
	}

	#write(write: (piece: Piece) => void) {
		const pieces = this.#pieces;
		this.#pieces = [];
		// each stands behind what is left of it: the last one goes first
		this.#engine.doc.transact(() => pieces.toReversed().forEach(write), PUT_BACK);
		this.drop();
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
		if (taken.length === 0 && left.length === this.#pieces.length) return;
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

	#piece(block: Y.XmlElement, transaction: Y.Transaction): Piece {
		const { doc, unsaved } = this.#engine;
		const was = gone.wasBefore(transaction);
		const unsent = wordsIn(block, was, unsaved.needed, unsaved.has);
		const written = gone.isWithin(this.#caret, block)
			? wordsIn(block, was, new Map([...unsaved.needed, [doc.clientID, 0]]), new Map())
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
