import type { Actor } from '#access/actor.ts';
import { findRegel } from './find.server.ts';
import { lijstVan } from './read.server.ts';
import { twijfelsBij } from './rij.server.ts';
import { regelsOf } from './rows.server.ts';

/** What is odd about what somebody filled in of a line, as it stands on the list now. */
export function listRegelTwijfels(actor: Actor, plek: { bijeenkomstId: string; regelId: string }) {
	const { row, regel } = findRegel(actor, plek);
	const twijfels = twijfelsBij(regel, lijstVan(actor, row, regelsOf(row.id)));
	return twijfels.filter(({ veld }) => veld !== '');
}
