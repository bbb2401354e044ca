import { json } from '@sveltejs/kit';
import { alsData } from '#features/bord/daad.server.ts';
import { staatVoor } from '#features/bord/staat.read.server.ts';
import { bordActions } from '../bord.server.ts';
import type { RequestHandler } from './$types';

/** Asked again by a page that follows the bord. */
export const GET: RequestHandler = ({ locals: { actor }, params }) =>
	json(staatVoor(actor, params.id));

/** What is done there by a page that stays as it is. */
export const POST: RequestHandler = alsData(bordActions);
