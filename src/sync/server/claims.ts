import { limit } from '#server/limits.ts';
import { clientsOf } from './load.ts';

/**
 * Which persoon writes under which client id of a document. An id belongs to who used it first, on
 * whichever of their devices, for as long as the document lives: what one tab wrote without a
 * connection may come in by another.
 */
export class Claims {
	readonly #of: Map<number, string | null>;
	readonly #claimed = new Map<string, number>();

	constructor(name: string) {
		this.#of = clientsOf(name);
	}

	/**
	 * May this persoon write under this id? The first time it is free; `claim` makes it theirs.
	 * `taken` are the free ids that are about to be claimed with it.
	 */
	allows(client: number, persoonId: string, taken = 0): boolean {
		const owner = this.#of.get(client);
		if (owner !== undefined) return owner === persoonId;
		const claimed = (this.#claimed.get(persoonId) ?? 0) + taken;
		return this.#of.size + taken < limit('clientsPerDocument') && claimed < limit('clientsPerUser');
	}

	/** Takes the ids that were free; returns them, to be stored with the update that brought them. */
	claim(clients: readonly number[], persoonId: string): number[] {
		const free = clients.filter((client) => !this.#of.has(client));
		for (const client of free) this.#of.set(client, persoonId);
		if (free.length > 0)
			this.#claimed.set(persoonId, (this.#claimed.get(persoonId) ?? 0) + free.length);
		return free;
	}

	/** What was claimed came to nothing: the update was not stored. */
	release(clients: readonly number[]) {
		for (const client of clients) this.#of.delete(client);
	}
}
