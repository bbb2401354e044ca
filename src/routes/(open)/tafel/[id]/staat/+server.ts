import { json } from '@sveltejs/kit';
import { staatVoor } from '#features/bord/staat.read.server.ts';
import type { RequestHandler } from './$types';
import { aanTafel } from '../gast.server.ts';

/** Asked again by a phone that follows the bord. */
export const GET: RequestHandler = (event) => json(staatVoor(aanTafel(event), event.params.id));
