import { doorWie, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayCorrectPresentie } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { record } from '#server/audit.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { findLijst } from './find.server.ts';
import type { CorrectieInput, LaatkomerInput } from './input.ts';
import { beginVan } from './begin.server.ts';
import { bevestigingOf, meldPresentie, regelsOf } from './rows.server.ts';
import { bevestigdeRegel, presentiecorrectie, presentieregel } from './tables.server.ts';
import { MINUTEN_VAN_DAG } from './uren.ts';
import { vasteMinuten } from './vast.server.ts';

/** Corrections come after somebody answered for the list; before that it is simply changed. */
function mustBeConfirmed({ id }: BijeenkomstRow) {
	if (bevestigingOf(id)) return;
	throw new Invalid('De presentie is nog niet bevestigd. Wijzig de regel zelf.');
}

function gelogd(actor: Actor, { id, werkplaatsId }: BijeenkomstRow) {
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: 'presentie.gecorrigeerd',
		object: `bijeenkomst:${id}`,
		werkplaatsId,
	});
	meldPresentie(id);
}

/** One row per chosen line, all or none; the confirmed minutes stay as they were (AC-44). */
export function createCorrectie(
	actor: Actor,
	{ bijeenkomstId, regelIds, uren, reden }: CorrectieInput & { bijeenkomstId: string },
) {
	const row = findLijst(actor, bijeenkomstId);
	must(mayCorrectPresentie(actor, factsOf(row)));
	mustBeConfirmed(row);
	const { werkplaatsId } = row;
	const vast = vasteMinuten(row.id);
	for (const regelId of regelIds) {
		const { bevestigd, correcties } = mustFind(vast.get(regelId));
		const wordt = correcties.reduce((som, minuten) => som + minuten, bevestigd) + uren;
		if (wordt < 0) throw new Invalid({ uren: 'Zo blijft er minder dan 0 uur over.' });
		if (wordt > MINUTEN_VAN_DAG)
			throw new Invalid({ uren: 'Een dag heeft 24 uur. Kijk het aantal na.' });
		const values = { werkplaatsId, bijeenkomstId, regelId, minuten: uren, reden };
		db()
			.insert(presentiecorrectie)
			.values({ ...values, door: doorWie(actor) })
			.run();
	}
	gelogd(actor, row);
}

/** Somebody was forgotten: a line that was confirmed with nothing, and a correctie of the rest. */
export function createLaatkomer(
	actor: Actor,
	{ bijeenkomstId, uren, reden, ...wie }: LaatkomerInput & { bijeenkomstId: string },
): { id: string } {
	const row = findLijst(actor, bijeenkomstId);
	must(mayCorrectPresentie(actor, factsOf(row)));
	mustBeConfirmed(row);
	const begin = beginVan(actor, row, wie);
	const staatAl = regelsOf(row.id).some(
		({ persoonId, dagdeelId }) =>
			persoonId !== null && persoonId === begin.persoonId && dagdeelId === begin.dagdeelId,
	);
	if (staatAl) throw new Invalid({ persoonId: 'Deze persoon staat al op de lijst.' });
	const { id } = db()
		.insert(presentieregel)
		.values({ ...begin, status: 'aanwezig', bron: 'lijst', updatedBy: begin.door })
		.returning({ id: presentieregel.id })
		.get();
	db().insert(bevestigdeRegel).values({ regelId: id, bijeenkomstId, minuten: 0 }).run();
	db()
		.insert(presentiecorrectie)
		.values({
			...{ werkplaatsId: row.werkplaatsId, bijeenkomstId, regelId: id },
			...{ minuten: uren, reden, door: begin.door },
		})
		.run();
	gelogd(actor, row);
	return { id };
}
