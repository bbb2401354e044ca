import type { Actor } from '#access/actor.ts';
import { readDocument } from '#sync/server/edit.ts';
import type { BordBeeld } from './beeld.ts';
import { bordNaam, leesBord } from './document.ts';
import { findBord } from './find.server.ts';

/** The table as it lies there now. */
export const beeldVan = (actor: Actor, id: string): BordBeeld =>
	readDocument(bordNaam(findBord(actor, id).id), leesBord);
