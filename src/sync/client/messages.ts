import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { SyncRight } from '../kind.ts';
import type { Clocks } from './saved.ts';

/** What our server says besides the protocol of y-websocket; see docs/sync.md. */
export type Message =
	/** So many update frames of this connection are on disk, and these clocks. */
	| { is: 'saved'; frames: number; has: Clocks }
	/** Something was refused, or will be. */
	| { is: 'limit'; code: string; zin: string }
	/** Something about this document changed in its rows. */
	| { is: 'nieuws'; topic: string }
	/** First of all, and again when the right is another. */
	| { is: 'welkom'; right: SyncRight; epoch: number; build: string };

const RIGHTS: readonly string[] = ['lezen', 'voorstellen', 'schrijven'] satisfies SyncRight[];
const isRight = (text: string): text is SyncRight => RIGHTS.includes(text);

function readWelkom(decoder: decoding.Decoder): Message {
	const right = decoding.readVarString(decoder);
	const epoch = decoding.readVarUint(decoder);
	const build = decoding.readVarString(decoder);
	// a right that this page does not know yet is not one to write with
	return { is: 'welkom', right: isRight(right) ? right : 'lezen', epoch, build };
}

/** Undefined for a message that is newer than this page. */
export function readMessage(type: number, decoder: decoding.Decoder): Message | undefined {
	switch (type) {
		case 100: {
			const frames = decoding.readVarUint(decoder);
			return { is: 'saved', frames, has: Y.decodeStateVector(decoding.readVarUint8Array(decoder)) };
		}
		case 101: {
			const code = decoding.readVarString(decoder);
			return { is: 'limit', code, zin: decoding.readVarString(decoder) };
		}
		case 102:
			return { is: 'nieuws', topic: decoding.readVarString(decoder) };
		case 103:
			return readWelkom(decoder);
	}
}
