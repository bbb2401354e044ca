import { existsSync, rmSync } from 'node:fs';
import { fillExample, EXAMPLE } from './server.ts';

/** Loads the example werkplaats once; each file of journeys starts from a copy. */
export default async function setup() {
	if (!existsSync('build/server/main.js'))
		throw new Error('There is no build to try: run `npm run build` first.');
	rmSync(EXAMPLE, { recursive: true, force: true });
	await fillExample();
}
