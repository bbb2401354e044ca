/** Everything. Ends with the line `N passed, N failed`; the journeys always run, or fail. */
import { close, inTurn } from './steps.ts';

const sync = await inTurn('sync');
const fast = await Promise.all([inTurn('lint', 'format'), inTurn('types', 'tests')]);
const build = await inTurn('build');
// a build that failed would leave an older one to be tried
const journeys = build.failed ? { passed: 0, failed: 1 } : await inTurn('journeys');
close(sync, ...fast, build, journeys);
