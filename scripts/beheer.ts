import { buildIfNeeded, runBeheer } from './built.ts';
import { loadEnvFile } from './run.ts';

loadEnvFile();
process.exit((await buildIfNeeded()) || (await runBeheer(process.argv.slice(2))));
