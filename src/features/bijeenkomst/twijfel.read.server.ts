import type { Actor } from '#access/actor.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { factsOf, findBijeenkomst } from './find.server.ts';
import { dagdeelRows } from './rows.server.ts';
import { twijfelsVan, type Twijfel } from './waarschuw.ts';

/** What is odd about a bijeenkomst as it is stored now, for who may change that. */
export function listTwijfels(actor: Actor, id: string): Twijfel[] {
	const row = findBijeenkomst(actor, id);
	if (!mayWriteBijeenkomst(actor, factsOf(row))) return [];
	return twijfelsVan(row, { perioden: listPerioden(actor), dagdelen: dagdeelRows(id) });
}
