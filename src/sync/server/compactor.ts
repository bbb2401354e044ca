import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type * as Y from 'yjs';
import { errorFields, log } from '#server/log.ts';
import { singleton } from '#server/singleton.ts';
import { compact, type Compaction } from './compact.ts';
import { DocumentDamaged, markDamaged } from './load.ts';

/** After each document this many times what it took is left to others. */
const REST = 4;
const MAX_REST_MS = 1000;

interface Job {
	name: string;
	live: Y.Doc | undefined;
	done: (outcome: Compaction | 'failed') => void;
}

/**
 * Compacts documents one at a time with rest in between, so that many that fall due together are
 * spread over time. A document that waits already is not asked twice.
 */
class Compactor {
	readonly #waiting: Job[] = [];
	#running: Promise<void> | undefined;

	/** Resolves when it is done, with how it went; never rejects. */
	add(name: string, live?: Y.Doc): Promise<Compaction | 'failed'> {
		return new Promise((resolve) => {
			const same = this.#waiting.find((job) => job.name === name);
			if (same) {
				const { done } = same;
				same.done = (outcome) => (done(outcome), resolve(outcome));
				same.live = live;
			} else this.#waiting.push({ name, live, done: resolve });
			this.#running ??= this.#run().finally(() => (this.#running = undefined));
		});
	}

	/** Nothing waits and nothing runs any more. What waits is dropped: it is only smaller, not safer. */
	async stop(): Promise<void> {
		for (const job of this.#waiting.splice(0)) job.done('nothing');
		await this.#running;
	}

	async #run() {
		// not in the turn of who asked: that has just stored something and shows it now
		await turn();
		for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
			const begin = performance.now();
			job.done(await attempt(job));
			const rest = Math.min(MAX_REST_MS, REST * (performance.now() - begin));
			if (this.#waiting.length > 0) await wait(rest);
		}
	}
}

async function attempt({ name, live }: Job): Promise<Compaction | 'failed'> {
	try {
		const outcome = await compact(name, live);
		if (outcome === 'differs')
			log.error({ event: 'document.compaction', object: `document:${name}`, result: outcome });
		return outcome;
	} catch (error) {
		if (error instanceof DocumentDamaged) markDamaged(name, error);
		else
			log.error({
				event: 'document.compaction',
				object: `document:${name}`,
				...errorFields(error),
			});
		return 'failed';
	}
}

export const compactor = () => singleton('sync.compactor', () => new Compactor());
