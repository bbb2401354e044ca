// Preloaded into a Node server (node --expose-gc --import this): on SIGUSR2 it
// collects garbage twice and writes process.memoryUsage() to $BENCH_GC_FILE.
// Other than that it does nothing; a server without it is measured by RSS alone.
import fs from 'node:fs';
process.on('SIGUSR2', () => {
	globalThis.gc?.();
	setTimeout(() => {
		globalThis.gc?.();
		try {
			fs.writeFileSync(
				process.env.BENCH_GC_FILE,
				JSON.stringify({ ...process.memoryUsage(), at: Date.now() }),
			);
		} catch {
			// not there (any more): then there is nothing to count
		}
	}, 50);
});
