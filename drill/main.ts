/** Faults, on purpose, against the built server. `npm run drill -- R1 R2` picks some. */
import { buildIfNeeded } from '../scripts/built.ts';
import { CRASH } from './crash.ts';
import { DOCUMENTS } from './documents.ts';
import { HISTORIES } from './histories.ts';
import { LINES } from './lines.ts';
import { POWER } from './power.ts';
import { PROCESS } from './process.ts';
import { RANDOM } from './random.ts';
import type { Drill, Finding } from './report.ts';

const DRILLS: Record<string, Drill> = {
	...CRASH,
	...POWER,
	...LINES,
	...DOCUMENTS,
	...PROCESS,
	...RANDOM,
	...HISTORIES,
};

async function attempt({ run }: Drill): Promise<Finding> {
	try {
		return await run();
	} catch (error) {
		return { isWell: false, figures: (error as Error).stack ?? String(error) };
	}
}

const WORD = { true: 'pass', false: 'FAIL', undefined: 'n/a ' };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !DRILLS[name]);
if (unknown.length > 0) {
	console.error(
		`There is no drill ${unknown.join(', ')}. There are: ${Object.keys(DRILLS).join(', ')}`,
	);
	process.exit(2);
}
const code = await buildIfNeeded();
if (code) process.exit(code);
let failed = 0;
for (const [name, drill] of Object.entries(DRILLS)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	const begin = performance.now();
	const { isWell, figures } = await attempt(drill);
	if (isWell === false) failed++;
	const seconds = ((performance.now() - begin) / 1000).toFixed(0);
	console.log(`${name.padEnd(5)} ${WORD[`${isWell}`]} ${drill.fault} (${seconds} s)`);
	console.log(`            ${drill.what}`);
	console.log(`            ${figures.replaceAll('\n', '\n            ')}`);
}
console.log(failed === 0 ? 'All drills passed.' : `${failed} failed.`);
process.exit(failed === 0 ? 0 : 1);
