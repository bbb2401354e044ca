import { magInstellen } from './toegang.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => ({ toegang: magInstellen(event) });
