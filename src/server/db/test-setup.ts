import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Whatever a test writes to disk goes into a folder of its own.
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'samenspel-test-'));
process.env.LOG_LEVEL ??= 'silent';
