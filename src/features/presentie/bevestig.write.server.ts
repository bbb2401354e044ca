import { createHash } from 'node:crypto';
import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayConfirmPresentie } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { record } from '#server/audit.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { findLijst } from './find.server.ts';
import { minutenVan } from './minuten.ts';
import { mustHaveDay } from './begin.server.ts';
import {
	bevestigingOf,
	dagOf,
	deelOf,
	meldPresentie,
	regelsOf,
	type RegelRow,
} from './rows.server.ts';
import { bevestigdeRegel, presentiebevestiging } from './tables.server.ts';

interface Vast {
	regel: RegelRow;
	minuten: number;
}

/** What was answered for, line by line; which organisatie a name is may become known later. */
const hashVan = (vast: readonly Vast[]): string =>
	createHash('sha256')
		.update(
			JSON.stringify(
				vast.map(({ regel: r, minuten }) => [
					...[r.id, r.naam, r.organisatieNaam, r.perspectief],
					...[r.status, r.van, r.tot, r.dagdeelId],
					minuten,
				]),
			),
		)
		.digest('hex');

function mustBeOver(row: BijeenkomstRow) {
	const laatste = delenOf(row).at(-1);
	if (dagOf(row, laatste) > today())
		throw new Invalid('Deze bijeenkomst moet nog komen. Bevestig de presentie daarna.');
}

/** The minutes of each line as they follow now; all must be known. */
function vastVan(row: BijeenkomstRow): Vast[] {
	const delen = delenOf(row);
	const lijst = regelsOf(row.id).map((regel) => ({
		regel,
		minuten: minutenVan(regel, deelOf(delen, regel.dagdeelId)),
	}));
	if (lijst.length === 0) throw new Invalid('Er staat nog niemand op de lijst.');
	const zonder = lijst.filter(({ minuten }) => minuten === null);
	if (zonder.length > 0)
		throw new Invalid(`Van ${zonder[0]!.regel.naam} weten we de uren nog niet. Schrijf ze erbij.`);
	return lijst.map(({ regel, minuten }) => ({ regel, minuten: minuten ?? 0 }));
}

/** Closes the list, and answers for it: the minutes are kept as they are now. */
export function confirmPresentie(actor: Actor, bijeenkomstId: string) {
	const row = findLijst(actor, bijeenkomstId);
	must(mayConfirmPresentie(actor, factsOf(row)));
	// two who confirm at once confirm one list
	if (bevestigingOf(row.id)) return;
	mustHaveDay(row);
	mustBeOver(row);
	const vast = vastVan(row);
	const { werkplaatsId } = row;
	const door = doorWie(actor);
	db()
		.insert(presentiebevestiging)
		.values({ bijeenkomstId, werkplaatsId, hash: hashVan(vast), door })
		.run();
	for (const { regel, minuten } of vast)
		db().insert(bevestigdeRegel).values({ regelId: regel.id, bijeenkomstId, minuten }).run();
	record({
		actor: door ?? 'systeem',
		action: 'presentie.bevestigd',
		object: `bijeenkomst:${bijeenkomstId}`,
		werkplaatsId,
	});
	meldPresentie(bijeenkomstId);
}
