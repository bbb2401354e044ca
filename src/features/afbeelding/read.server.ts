import type { Actor } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { readStored } from '#server/files/store.ts';
import { afbeeldingRow } from './rows.server.ts';

/** A picture, for who may read the verslag it is in; for others there is none. */
export function findAfbeelding(actor: Actor, id: string) {
	const row = mustFind(afbeeldingRow(id));
	findVerslag(actor, row.bijeenkomstId);
	return row;
}

export async function detailAfbeelding(actor: Actor, id: string) {
	const { soort } = findAfbeelding(actor, id);
	return { soort, bytes: mustFind(await readStored(id)) };
}
