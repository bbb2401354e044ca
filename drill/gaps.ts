import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/* Asks without end whether the server answers, on a thread where nothing else happens. */

const { origin } = workerData as { origin: string };
let longest = 0;
parentPort!.once('message', () => {
	parentPort!.postMessage(longest);
	process.exit();
});
for (;;) {
	const begin = performance.now();
	await fetch(`${origin}/healthz`).catch(() => {});
	longest = Math.max(longest, performance.now() - begin);
	await wait(20);
}
