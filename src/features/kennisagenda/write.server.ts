import { and, eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayEditKennisagenda } from '#access/kennisagenda.ts';
import { must } from '#access/must.ts';
import { naamVan, type Wijziging } from '#features/werkplaats/basis.ts';
import { detailPeriode } from '#features/werkplaats/read.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { countReferences } from '#server/db/references.ts';
import { Invalid } from '#server/errors.ts';
import {
	agendaTekst,
	themaTekst,
	type KennisagendaInput,
	type KeuzeInput,
	type RichtingInput,
	type ThemaInput,
	type ZonderResultaatInput,
} from './input.ts';
import { detailKennisagenda, detailThema, listThemas } from './read.server.ts';
import { kennisagenda, thema, themaKeuze } from './tables.server.ts';

function mustEdit(actor: Actor): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditKennisagenda(actor, { werkplaatsId }));
	return werkplaatsId;
}

/** Gives the agenda its title and aim; the first time it makes one. */
export function updateKennisagenda(
	actor: Actor,
	input: KennisagendaInput,
	{ basis, wie }: Omit<Wijziging, 'id'> = {},
) {
	const werkplaatsId = mustEdit(actor);
	const updatedBy = doorWie(actor);
	const row = detailKennisagenda(actor);
	if (!row) {
		db()
			.insert(kennisagenda)
			.values({ ...input, werkplaatsId, updatedBy })
			.run();
		return;
	}
	const by = naamVan(row.updatedBy, wie);
	const mijn = merge({ theirs: agendaTekst(row), basis, mine: agendaTekst(input), by });
	db()
		.update(kennisagenda)
		.set({ ...pick(input, mijn), updatedBy })
		.where(eq(kennisagenda.id, row.id))
		.run();
}

function checkTitel(actor: Actor, titel: string, id?: string) {
	const zelfde = listThemas(actor).some(
		(t) => t.id !== id && t.titel.toLowerCase() === titel.toLowerCase(),
	);
	if (zelfde) throw new Invalid({ titel: 'Dit thema staat al op de agenda.' });
}

/** Puts a thema at the end of the agenda. */
export function createThema(actor: Actor, input: ThemaInput): { id: string } {
	const werkplaatsId = mustEdit(actor);
	checkTitel(actor, input.titel);
	const volgnummer = Math.max(0, ...listThemas(actor).map((t) => t.volgnummer)) + 1;
	return db()
		.insert(thema)
		.values({ ...input, volgnummer, werkplaatsId, updatedBy: doorWie(actor) })
		.returning({ id: thema.id })
		.get();
}

export function updateThema(actor: Actor, input: ThemaInput, { id, basis, wie }: Wijziging) {
	mustEdit(actor);
	const row = detailThema(actor, id);
	const by = naamVan(row.updatedBy, wie);
	const mijn = merge({ theirs: themaTekst(row), basis, mine: themaTekst(input), by });
	if (mijn.has('titel')) checkTitel(actor, input.titel, id);
	db()
		.update(thema)
		.set({ ...pick(input, mijn), updatedBy: doorWie(actor) })
		.where(eq(thema.id, id))
		.run();
}

/** One place up or down; the first cannot go up and then simply stays. */
export function moveThema(actor: Actor, { id, richting }: RichtingInput) {
	mustEdit(actor);
	const alle = listThemas(actor);
	const van = alle.indexOf(alle.find((t) => t.id === id) ?? detailThema(actor, id));
	const verwissel = alle[richting === 'omhoog' ? van - 1 : van + 1];
	const zelf = alle[van];
	if (!verwissel || !zelf) return;
	setVolgnummer(zelf.id, verwissel.volgnummer);
	setVolgnummer(verwissel.id, zelf.volgnummer);
}

const setVolgnummer = (id: string, volgnummer: number) =>
	db().update(thema).set({ volgnummer }).where(eq(thema.id, id)).run();

/** Only a thema that is used nowhere goes; one that was worked on stays as history. */
export function removeThema(actor: Actor, { id }: { id: string }) {
	mustEdit(actor);
	const { titel, gekozenIn } = detailThema(actor, id);
	if (gekozenIn.length > 0)
		throw new Invalid(`‘${titel}’ is gekozen voor een periode. Maak die keuze eerst ongedaan.`);
	if (countReferences('thema', id).length > 0)
		throw new Invalid(
			`‘${titel}’ wordt gebruikt, bijvoorbeeld door een leervraag. Daarom blijft het staan.`,
		);
	db().delete(thema).where(eq(thema.id, id)).run();
}

/** The werkplaats works on this thema in this periode. Choosing twice is choosing once. */
export function assignThema(actor: Actor, { id, periodeId }: KeuzeInput) {
	mustEdit(actor);
	detailThema(actor, id);
	detailPeriode(actor, periodeId);
	db()
		.insert(themaKeuze)
		.values({ themaId: id, periodeId, door: doorWie(actor) })
		.onConflictDoNothing()
		.run();
}

/** Not chosen after all: the thema stays on the agenda. */
export function withdrawThema(actor: Actor, { id, periodeId }: KeuzeInput) {
	mustEdit(actor);
	detailThema(actor, id);
	db()
		.delete(themaKeuze)
		.where(and(eq(themaKeuze.themaId, id), eq(themaKeuze.periodeId, periodeId)))
		.run();
}

/** Explored, and it led to nothing: the reason is kept and printed. */
export function confirmZonderResultaat(actor: Actor, { id, reden }: ZonderResultaatInput) {
	mustEdit(actor);
	setZonderResultaat(actor, id, reden);
}

export function withdrawZonderResultaat(actor: Actor, { id }: { id: string }) {
	mustEdit(actor);
	setZonderResultaat(actor, id, '');
}

function setZonderResultaat(actor: Actor, id: string, reden: string) {
	detailThema(actor, id);
	db()
		.update(thema)
		.set({ zonderResultaat: reden, updatedBy: doorWie(actor) })
		.where(eq(thema.id, id))
		.run();
}
