import type { SyncRight } from '../kind.ts';

export type SaveState = 'opgeslagen' | 'bezig' | 'op-dit-apparaat' | 'lukt-niet';

/** Which of somebody's changes are in a document: per Yjs client how many. */
export type Clocks = ReadonlyMap<number, number>;

/** Whether everything in `needed` is in `has` too. */
export const covers = (has: Clocks, needed: Clocks): boolean =>
	[...needed].every(([client, clock]) => (has.get(client) ?? 0) >= clock);

/**
 * Is there something of mine that the server has not on disk? A state vector alone cannot say so,
 * for what is taken away does not move it; so the frames of this connection are counted too.
 */
export class Unsaved {
	/** What the server has to have before everything of mine is saved. */
	readonly needed = new Map<number, number>();
	/** What it said it has. */
	has: Clocks = new Map();
	#any = false;
	/** Frames with updates that went out over this connection. */
	#frames = 0;
	/** Everything of mine is in one of those frames. */
	#underWay = false;

	get any(): boolean {
		return this.#any;
	}

	/** Something of mine changed; `clock` is how much of this client there is now. */
	changed(client: number, clock: number) {
		this.#any = true;
		this.#underWay = false;
		this.needed.set(client, Math.max(clock, this.needed.get(client) ?? 0));
	}

	/** A new connection knows of no frames. What was under way may have been lost. */
	connected() {
		this.#frames = 0;
		this.#underWay = false;
	}

	/** An update went out, and with it everything that had changed until now; or only a part of it. */
	sent(isAll = true) {
		this.#frames++;
		this.#underWay = isAll;
	}

	/** The server has this many frames of this connection on disk, and these clocks among others. */
	saved(frames: number, has: Clocks) {
		this.has = new Map([...this.has, ...has]);
		if (!this.#underWay || frames < this.#frames || !covers(this.has, this.needed)) return;
		this.#any = false;
		this.needed.clear();
	}

	/** For who may not send anything any more: what the server has all the same is no loss. */
	settle() {
		if (!covers(this.has, this.needed)) return;
		this.#any = false;
		this.needed.clear();
	}
}

export interface Whereabouts {
	/** Something of mine is not on the disk of the server. */
	unsaved: boolean;
	online: boolean;
	/** The server refused it, or it may no longer be sent. */
	refused: boolean;
	/** All of it is written in the copy on this device. */
	onDevice: boolean;
	/** There is such a copy, and writing in it goes well. */
	keeps: boolean;
}

export function saveStateOf(at: Whereabouts): SaveState {
	if (!at.unsaved) return 'opgeslagen';
	if (at.refused) return 'lukt-niet';
	if (at.online) return 'bezig';
	if (at.onDevice) return 'op-dit-apparaat';
	return at.keeps ? 'bezig' : 'lukt-niet';
}

/** Whether leaving now would take away something that is nowhere else. */
export const isLostOnLeaving = (at: Whereabouts): boolean => at.unsaved && !at.onDevice;

export const mayWrite = (right: SyncRight): boolean => right !== 'lezen';
