import { existsSync } from 'node:fs';
import { seedAll } from './server.ts';

export default async function setup() {
	if (!existsSync('build/server/main.js'))
		throw new Error('There is no build to try: run `npm run build` first.');
	await seedAll();
}
