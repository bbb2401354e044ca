import { buildIfNeeded, runServer } from './built.ts';
import { loadEnvFile } from './run.ts';

loadEnvFile();
process.exit((await buildIfNeeded()) || (await runServer()));
