import { json } from '@sveltejs/kit';
import { alsData } from '#features/bord/daad.server.ts';
import { staatVoor } from '#features/bord/staat.read.server.ts';
import type { RequestHandler } from './$types';
import { aanTafel, alsGast, gastActions } from '../gast.server.ts';

/** Asked again by a phone that follows the bord. */
export const GET: RequestHandler = (event) => json(staatVoor(aanTafel(event), event.params.id));

/** What is done there by a phone that stays on this page. */
export const POST: RequestHandler = alsData(alsGast({ ...gastActions }));
