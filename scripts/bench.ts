/**
 * Speed. `npm run bench -- sync` compares the live server with two others, `-- pagina` looks at pages,
 * `-- bord` lets a room of guests in, `-- vol` opens a bord with 500 briefjes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './built.ts';
import { root, runNode } from './run.ts';

const BENCHES: Record<string, string> = {
	sync: 'sync.mjs',
	pagina: 'pagina.mjs',
	bord: 'bord.mjs',
	vol: 'vol.mjs',
};

const [name = '', ...args] = process.argv.slice(2);
const file = BENCHES[name] && join(root, 'bench', BENCHES[name]);
if (!file || !existsSync(file)) {
	console.error(`Kies: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
	process.exit(1);
}
const built = await buildIfNeeded();
process.exit(built || (await runNode([file, ...args])));
