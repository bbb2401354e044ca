import { build } from './built.ts';

process.exit(await build());
