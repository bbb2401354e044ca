import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import {
	mayPlanBijeenkomst,
	mayRemoveBijeenkomst,
	mayWriteBijeenkomst,
} from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { keuzesVan, tekstenVan } from './basis.ts';
import { factsOf, findBijeenkomst, findOokWeggehaald, type BijeenkomstRow } from './find.server.ts';
import type { BijeenkomstNieuw } from './input.ts';
import {
	assignMede,
	assignOrganisatoren,
	assignVoorbereiders,
	mustPointHere,
} from './koppel.server.ts';
import { laatWeten } from './meld.server.ts';
import { mustReadReeks } from './reeks.find.server.ts';
import { lijstenSamen } from './samen.ts';
import { bijeenkomst } from './tables.server.ts';
import { wijzigingVan } from './wijziging.server.ts';

type Kolommen = Partial<typeof bijeenkomst.$inferInsert>;

/** The columns of what was said; lists of others are rows of their own. */
function kolommenVan(input: Partial<BijeenkomstNieuw>): Kolommen {
	const { mede: _m, voorbereiders: _v, organisatoren: _o, ...rest } = input;
	const { organisatorNamen: _n, aantal, ...kolommen } = rest;
	if (!aantal) return kolommen;
	return { ...kolommen, aantal: aantal.aantal, circa: aantal.circa, aantalTekst: aantal.tekst };
}

/** What was said of the lists that are rows of their own. */
function zetLijsten(
	row: Pick<BijeenkomstRow, 'id' | 'werkplaatsId' | 'leeromgevingId'>,
	{ mede, voorbereiders, organisatoren, organisatorNamen }: Partial<BijeenkomstNieuw>,
	door: string | null,
) {
	if (mede) assignMede(row, mede, door);
	if (voorbereiders) assignVoorbereiders(row.id, voorbereiders, door);
	if (organisatoren && organisatorNamen)
		assignOrganisatoren(row, { organisatoren, organisatorNamen });
}

interface Plan {
	/** In whose ruimte it is held; null: it is of the whole werkplaats. */
	leeromgevingId: string | null;
	/** Where it is written that it was. */
	bron?: string;
}

/** A team comes together, or the whole werkplaats; its verslag is there from the first word. */
export function createBijeenkomst(
	actor: Actor,
	{ leeromgevingId, bron = '', ...input }: BijeenkomstNieuw & Plan,
): { id: string } {
	if (leeromgevingId !== null) team.findLeeromgeving(actor, leeromgevingId);
	const werkplaatsId = werkplaatsVan(actor);
	must(mayPlanBijeenkomst(actor, { werkplaatsId, leeromgevingId }));
	mustPointHere({ werkplaatsId }, input);
	if (input.reeksId) mustReadReeks(actor, input.reeksId);
	const door = doorWie(actor);
	const { titel, datum, begin, eind, plaats } = input;
	return db().transaction(() => {
		const { id } = db()
			.insert(bijeenkomst)
			.values({
				...kolommenVan(input),
				...{ titel, datum, begin, eind, plaats },
				...{ leeromgevingId, bron, werkplaatsId, door, updatedBy: door },
			})
			.returning({ id: bijeenkomst.id })
			.get();
		const lijsten = { organisatoren: [], organisatorNamen: [], ...input };
		zetLijsten({ id, werkplaatsId, leeromgevingId }, lijsten, door);
		return { id };
	});
}

/** Which fields I changed: a text that another changed too is a question, a choice is not. */
function mijnVelden(row: BijeenkomstRow, input: BijeenkomstNieuw, basis?: Record<string, string>) {
	const theirs = wijzigingVan(row);
	const teksten = merge({
		theirs: tekstenVan(theirs),
		basis,
		mine: tekstenVan(input),
		by: wieWas(row.werkplaatsId, row.updatedBy),
	});
	const was = basis ?? keuzesVan(theirs);
	const keuzes = Object.entries(keuzesVan(input)).filter(([veld, nu]) => was[veld] !== nu);
	return new Set<string>([...teksten, ...keuzes.map(([veld]) => veld)]);
}

const WAAR_EN_WANNEER = ['datum', 'begin', 'eind', 'plaats'];

/** When or where it is changed: then who is invited has to know, and calendars follow. */
export function updateBijeenkomst(
	actor: Actor,
	{ id, ...input }: BijeenkomstNieuw & { id: string },
	basis?: Record<string, string>,
): { verplaatst: boolean } {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	mustPointHere(row, input);
	if (input.reeksId && input.reeksId !== row.reeksId) mustReadReeks(actor, input.reeksId);
	const keep = mijnVelden(row, input, basis);
	if (keep.size === 0) return { verplaatst: false };
	const [hun, gezegd] = [wijzigingVan(row), pick(input, keep)];
	const mijn = { ...gezegd, ...lijstenSamen(gezegd, hun, basis) };
	const verplaatst = WAAR_EN_WANNEER.some((veld) => keep.has(veld));
	const door = doorWie(actor);
	db().transaction(() => {
		const volgnummer = row.volgnummer + Number(verplaatst);
		const values = { ...kolommenVan(mijn), volgnummer, updatedBy: door };
		db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
		const { organisatoren, organisatorNamen } = { ...hun, ...mijn };
		const metAndere = mijn.organisatoren || mijn.organisatorNamen;
		zetLijsten(row, { ...mijn, ...(metAndere && { organisatoren, organisatorNamen }) }, door);
	});
	laatWeten(id);
	return { verplaatst };
}

const recordBijeenkomst = (actor: Actor, action: string, row: BijeenkomstRow) =>
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: `bijeenkomst.${action}`,
		object: `bijeenkomst:${row.id}`,
		werkplaatsId: row.werkplaatsId,
	});

/** Out of sight with its verslag, and kept: `withdrawWeghaling` puts it back as it was. */
export function removeBijeenkomst(actor: Actor, id: string): { leeromgevingId: string | null } {
	const row = findBijeenkomst(actor, id);
	must(mayRemoveBijeenkomst(actor, factsOf(row)));
	const values = { weggehaaldOp: now(), weggehaaldDoor: doorWie(actor) };
	db().transaction(() => {
		db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
		recordBijeenkomst(actor, 'weggehaald', row);
	});
	return { leeromgevingId: row.leeromgevingId };
}

export function withdrawWeghaling(actor: Actor, id: string) {
	const row = findOokWeggehaald(actor, id);
	must(mayRemoveBijeenkomst(actor, factsOf(row)));
	if (row.weggehaaldOp === null) return;
	const values = { weggehaaldOp: null, weggehaaldDoor: null };
	db().transaction(() => {
		db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).run();
		recordBijeenkomst(actor, 'teruggezet', row);
	});
}
