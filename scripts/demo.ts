import { join } from 'node:path';
import { buildIfNeeded, runBeheer, runServer } from './built.ts';
import { loadEnvFile, root } from './run.ts';

/** The example werkplaats in a data folder of its own. Its log-ins exist nowhere else. */
loadEnvFile();
const DATA_DIR = process.env.DEMO_DATA_DIR || join(root, 'data-demo');
const env = { DATA_DIR, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' };

async function demo(): Promise<number> {
	const built = await buildIfNeeded();
	if (built !== 0) return built;
	return (await runBeheer(['demo'], env)) || runServer(env);
}
process.exit(await demo());
