/** The fast part of the tests, for while you work: everything but the build and the browser. */
import { close, inTurn } from './steps.ts';

const sync = await inTurn('sync');
close(sync, ...(await Promise.all([inTurn('types', 'lint'), inTurn('tests', 'format')])));
