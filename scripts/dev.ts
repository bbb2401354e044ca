import { loadEnvFile, vite } from './run.ts';

loadEnvFile();
const port = process.env.PORT || '3000';
process.exit(await vite('dev', '--port', port, '--strictPort', ...process.argv.slice(2)));
