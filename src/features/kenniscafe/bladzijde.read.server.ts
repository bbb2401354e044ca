import { eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayPublish, mayReadInschrijvingen } from '#access/kenniscafe.ts';
import { must } from '#access/must.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { toonDag } from '#features/datum/toon.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { db } from '#server/db/db.ts';
import { basisBladzijde } from './basis.ts';
import { gezienVan } from './gezien.server.ts';
import { listPlekken } from './plek.server.ts';
import { openbareBladzijde } from './tables.server.ts';

/** The public page of a bijeenkomst as its makers see it: published, or kept for later. */
export function detailBladzijde(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	const facts = factsOf(row);
	must(mayReadInschrijvingen(actor, facts));
	const bladzijde = db()
		.select()
		.from(openbareBladzijde)
		.where(eq(openbareBladzijde.bijeenkomstId, id))
		.get();
	const tot = isEenDag(row.datum) ? toonDag(row.datum.dag) : '';
	return {
		id: row.id,
		titel: row.titel,
		/** Anybody may come: without that there is nothing to publish. */
		open: row.open,
		heeftDag: row.datum !== null,
		pad: bladzijde?.pad ?? '',
		isGepubliceerd: bladzijde !== undefined && bladzijde.ingetrokkenOp === null,
		waarde: bladzijde
			? basisBladzijde(bladzijde)
			: { ...LEEG, titel: row.titel, aanmeldenTot: tot },
		bewaard: bladzijde !== undefined,
		voorbeeld: bladzijde ? gezienVan(bladzijde, row) : null,
		may: { publish: mayPublish(actor, facts) },
	};
}

const LEEG = {
	tekst: '',
	sprekers: '',
	toontPlaats: 'ja',
	toontOrganisatoren: 'ja',
	toontAantal: '',
	toontErvaringen: '',
	capaciteit: '',
};

/** Who comes and who waits; names are for who makes it. */
export function listInschrijvingen(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	must(mayReadInschrijvingen(actor, factsOf(row)));
	const plekken = listPlekken(row.id);
	const regel = ({ id, categorie, organisatie, naam, email }: (typeof plekken)[number]) => ({
		id,
		categorie,
		organisatie,
		naam,
		email,
	});
	return {
		komt: plekken.filter(({ geplaatstOp }) => geplaatstOp !== null).map(regel),
		wacht: plekken.filter(({ geplaatstOp }) => geplaatstOp === null).map(regel),
	};
}
export type Inschrijvingen = ReturnType<typeof listInschrijvingen>;
