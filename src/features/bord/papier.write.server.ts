import { doorWie, type Actor } from '#access/actor.ts';
import { mayNamens } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { db } from '#server/db/db.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import { limit, rateLimit } from '#server/limits.ts';
import {
	blijftVerborgen,
	faseVoor,
	leg,
	mustSuit,
	telBriefjes,
	toonVerborgen,
} from './briefje.rows.server.ts';
import type { PapierInput } from './papier.input.ts';
import { tafelrondeVan } from './stand.server.ts';
import { briefje } from './tables.server.ts';
import { findTafel, type Tafel } from './tafel.server.ts';

const pasNiet = (over: number) =>
	`Er ${over === 1 ? 'past nog 1 briefje' : `passen nog ${over} briefjes`} op dit bord.`;

/** They lie on the table together, in the order in which they were typed. */
function addAll(
	bord: Tafel,
	{ teksten, perspectief, soort, ...gekozen }: PapierInput,
	door: string | null,
) {
	const { id: bordId, werkplaatsId } = bord.row;
	const over = limit('bordBriefjes') - telBriefjes(bordId);
	const fase = faseVoor(bord, gekozen.fase);
	if (teksten.length > over) throw new Invalid({ teksten: pasNiet(Math.max(0, over)) });
	mustSuit(bord.row, { soort, fase });
	const hidden = blijftVerborgen(bord, { id: '', fase });
	const tafelronde = tafelrondeVan(bord.row);
	const van = {
		bordId,
		werkplaatsId,
		fase,
		perspectief,
		tafelronde,
		namensDoor: door,
		updatedBy: door,
	};
	const rows = teksten.map((tekst) =>
		db()
			.insert(briefje)
			.values({ ...van, soort, tekst })
			.returning()
			.get(),
	);
	if (hidden) toonVerborgen(bordId);
	else leg(bord.row, rows);
	return rows.length;
}

/** What people wrote on paper, many at once: a pile counts as one time that somebody lays down. */
export function createPapieren(actor: Actor, input: PapierInput & { bordId: string }): number {
	const bord = findTafel(actor, input.bordId);
	must(mayNamens(actor, bord.facts));
	const door = doorWie(actor);
	const rate = rateLimit('bordLeggen', `${input.bordId} ${door ?? ''}`);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
	return allOrNothing(() => addAll(bord, input, door));
}
