import { maySetUp } from './toegang.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => ({ toegang: maySetUp(event) });
