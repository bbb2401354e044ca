import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { errorFields, log } from '#server/log.ts';
import { singleton } from '#server/singleton.ts';
import { compact } from './compact.ts';
import type { Content } from './content.ts';
import { DocumentDamaged, markDamaged } from './load.ts';

/** After each document this many times what it took is left to others. */
const REST = 4;
const MAX_REST_MS = 1000;

/**
 * Compacts documents one at a time with rest in between, so that many that fall due together are
 * spread over time. Of a document that waits already, or has its turn, who asks again gets that one.
 */
class Compactor {
	/** In the order of their turns, the one that has it among them. */
	readonly #jobs = new Map<Content, PromiseWithResolvers<void>>();
	#now: Content | undefined;
	#running: Promise<void> | undefined;

	/** Resolves when its turn is over, whatever came of it; never rejects. */
	add(content: Content): Promise<void> {
		const known = this.#jobs.get(content);
		if (known) return known.promise;
		const job = Promise.withResolvers<void>();
		this.#jobs.set(content, job);
		this.#running ??= this.#run();
		return job.promise;
	}

	/** Nothing waits and nothing runs any more. What waits is dropped: it is only smaller, not safer. */
	async stop(): Promise<void> {
		for (const content of this.#jobs.keys()) if (content !== this.#now) this.#end(content);
		await this.#running;
	}

	#end(content: Content) {
		this.#jobs.get(content)?.resolve();
		this.#jobs.delete(content);
	}

	async #run() {
		// not in the turn of who asked: that has just stored something and shows it now
		await turn();
		for (let content = this.#next(); content; content = this.#next()) {
			const begin = performance.now();
			await attempt(content);
			this.#end(content);
			const rest = Math.min(MAX_REST_MS, REST * (performance.now() - begin));
			if (this.#jobs.size > 0) await wait(rest);
		}
		// at once: who hears that it was done may ask for another
		this.#running = undefined;
	}

	#next(): Content | undefined {
		[this.#now] = this.#jobs.keys();
		return this.#now;
	}
}

/** One that fails changes nothing: the log is kept. */
async function attempt(content: Content): Promise<void> {
	const { name } = content;
	const report = (fields: Record<string, unknown>) =>
		log.error({ event: 'document.compaction', object: `document:${name}`, ...fields });
	try {
		const { log: size } = content.stored;
		const { rows, bytes } = size;
		if (rows === 0) return;
		const outcome = await compact(name);
		if (outcome === 'differs') report({ result: outcome });
		if (outcome !== 'done') return;
		size.rows -= rows;
		size.bytes -= bytes;
		size.state = content.size;
	} catch (error) {
		if (error instanceof DocumentDamaged) markDamaged(name, error);
		else report(errorFields(error));
	}
}

export const compactor = () => singleton('sync.compactor', () => new Compactor());
