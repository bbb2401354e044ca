import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';

// Whatever a test writes to disk goes into a folder of its own.
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'samenspel-test-'));
process.env.LOG_LEVEL ??= 'silent';

// The same cases each time: what fails here is what was changed. Drills try others.
fc.configureGlobal({ seed: 20_261_122 });
