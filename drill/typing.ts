import { Client, join, token, tokensOf } from './client.ts';
import type { Server } from './server.ts';

/** People who type words of their own into documents, and one in each who only reads. */
export class Typists {
	readonly typists: Client[];
	readonly readers: Client[];
	#timers: NodeJS.Timeout[] = [];
	#typed = 0;

	private constructor(typists: Client[], readers: Client[]) {
		this.typists = typists;
		this.readers = readers;
	}

	static async open(server: Server, names: string[], perDocument: number) {
		const cookie = await server.cookie();
		const readers = await Promise.all(names.map((name) => join(server, { name, cookie })));
		const typists = await Promise.all(
			names.flatMap((name) =>
				Array.from({ length: perDocument }, () => join(server, { name, cookie })),
			),
		);
		return new Typists(typists, readers);
	}

	/** Each types so many words in a second, also while there is no connection. */
	start(perSecond: number) {
		for (const [who, client] of this.typists.entries()) {
			const type = () => client.type(token(who, this.#typed++));
			this.#timers.push(setInterval(type, 1000 / perSecond));
		}
	}

	stop() {
		for (const timer of this.#timers) clearInterval(timer);
		this.#timers = [];
	}

	get all() {
		return [...this.typists, ...this.readers];
	}

	leave() {
		this.stop();
		for (const client of this.all) client.leave();
	}

	get typed() {
		return this.#typed;
	}
}

/** Words that are in the one and not in the other, and words that are there twice. */
export function compare(expected: Iterable<string>, text: string) {
	const found = tokensOf(text);
	const set = new Set(found);
	return {
		lost: [...expected].filter((one) => !set.has(one)),
		twice: found.length - set.size,
	};
}
