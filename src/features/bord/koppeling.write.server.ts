import { and, eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayEditBord } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { factsOfBord, findBord } from './find.server.ts';
import type { KoppelingInput } from './input.ts';
import { koppel } from './koppeling.rows.server.ts';
import { tellBord } from './nieuws.server.ts';
import { bordBijeenkomst } from './tables.server.ts';

/** The bord is used at this bijeenkomst, in this phase or in all of them; said again, it changes. */
export function createKoppeling(
	actor: Actor,
	{ bordId, ...input }: KoppelingInput & { bordId: string },
) {
	const row = findBord(actor, bordId);
	must(mayEditBord(actor, factsOfBord(row)));
	koppel(actor, row, input);
	tellBord(bordId);
}

export function removeKoppeling(
	actor: Actor,
	{ bordId, bijeenkomstId }: { bordId: string; bijeenkomstId: string },
) {
	must(mayEditBord(actor, factsOfBord(findBord(actor, bordId))));
	const here = and(
		eq(bordBijeenkomst.bordId, bordId),
		eq(bordBijeenkomst.bijeenkomstId, bijeenkomstId),
	);
	db().delete(bordBijeenkomst).where(here).run();
	tellBord(bordId);
}
