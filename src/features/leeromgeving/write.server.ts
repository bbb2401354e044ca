import { eq } from 'drizzle-orm';
import { type Actor, doorWie, isInEen } from '#access/actor.ts';
import {
	mayCreateLeeromgeving,
	mayEditKleden,
	mayEditLeeromgeving,
	mayReadVoorkant,
} from '#access/leeromgeving.ts';
import { must, mustFind } from '#access/must.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { periode } from '#features/werkplaats/tables.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { keuzesVan, tekstenVan, type Wijziging } from './basis.ts';
import { factsOf, findLeeromgeving, mustBeHere } from './find.server.ts';
import type { LeeromgevingNieuw, NaamInput, PraktijkInput, StatusInput } from './input.ts';
import { naamOp } from './naam.ts';
import {
	createEersteLeden,
	mustBeFree,
	mustNotCircle,
	namenOf,
	assignPerioden,
	assignThemas,
} from './rows.server.ts';
import { wijzigingOf } from './read.server.ts';
import { leeromgeving, leeromgevingNaam, praktijk } from './tables.server.ts';

/** Every field of the input that points at something of the werkplaats. */
function mustPointHere(
	where: { werkplaatsId: string },
	input: { themaIds: string[]; periodeIds: string[] },
) {
	mustBeHere(where, { table: thema, ids: input.themaIds, field: 'themaIds' });
	mustBeHere(where, { table: periode, ids: input.periodeIds, field: 'periodeIds' });
}

/** A new leeromgeving with its first name and its first leden. */
export function createLeeromgeving(actor: Actor, input: LeeromgevingNieuw): { id: string } {
	must(isInEen(actor) && mayCreateLeeromgeving(actor, actor));
	const { naam, themaIds, periodeIds, praktijken, persoonIds, ...columns } = input;
	mustPointHere(actor, input);
	mustBeHere(actor, { table: persoon, ids: persoonIds, field: 'persoonIds' });
	mustBeFree(actor.werkplaatsId, input.kleed);
	const door = doorWie(actor);
	return db().transaction(() => {
		const { id } = db()
			.insert(leeromgeving)
			.values({ ...columns, werkplaatsId: actor.werkplaatsId, updatedBy: door })
			.returning({ id: leeromgeving.id })
			.get();
		db().insert(leeromgevingNaam).values({ leeromgevingId: id, naam, door }).run();
		assignThemas(id, themaIds);
		assignPerioden(id, periodeIds);
		for (const item of praktijken)
			db()
				.insert(praktijk)
				.values({ leeromgevingId: id, ...item })
				.run();
		createEersteLeden(actor, id, persoonIds);
		return { id };
	});
}

/** Which choices I changed since I opened the form; without a start, all of them. */
function changedChoices(mine: Wijziging, basis: Record<string, string> | undefined) {
	const choices = Object.entries(keuzesVan(mine));
	return choices.filter(([field, value]) => basis?.[field] !== value).map(([field]) => field);
}

/** Everything but the name, the status and the leden. */
export function updateLeeromgeving(
	actor: Actor,
	{ id, ...mine }: Wijziging & { id: string },
	basis?: Record<string, string>,
) {
	const row = findLeeromgeving(actor, id);
	must(mayEditLeeromgeving(actor, factsOf(row)));
	mustPointHere(row, mine);
	mustBeHere(row, { table: leeromgeving, ids: [mine.bovenliggendId], field: 'bovenliggendId' });
	mustNotCircle(id, mine.bovenliggendId);
	mustBeFree(row.werkplaatsId, mine.kleed, id);
	const theirs = tekstenVan(wijzigingOf(actor, id));
	const texts = merge({
		theirs,
		basis,
		mine: tekstenVan(mine),
		by: wieWas(row.werkplaatsId, row.updatedBy),
	});
	const keep = new Set<string>([...texts, ...changedChoices(mine, basis)]);
	const { themaIds, periodeIds, ...columns } = pick(mine, keep);
	db().transaction(() => {
		const values = { ...columns, updatedBy: doorWie(actor) };
		db().update(leeromgeving).set(values).where(eq(leeromgeving.id, id)).run();
		if (themaIds) assignThemas(id, themaIds);
		if (periodeIds) assignPerioden(id, periodeIds);
	});
}

/** A new name from a day on; the old one stays for what was written before. */
export function createNaam(actor: Actor, input: NaamInput & { id: string }) {
	const row = findLeeromgeving(actor, input.id);
	must(mayEditLeeromgeving(actor, factsOf(row)));
	const namen = namenOf(row.id);
	if (namen.some((naam) => naam.van?.dag === input.van.dag)) {
		throw new Invalid({ van: 'Op deze dag begint al een naam. Kies een andere dag.' });
	}
	if (naamOp(namen, input.van.dag) === input.naam) {
		throw new Invalid({ naam: 'Zo heet het al. Schrijf de nieuwe naam.' });
	}
	const { id: leeromgevingId, ...naam } = input;
	db()
		.insert(leeromgevingNaam)
		.values({ leeromgevingId, ...naam, door: doorWie(actor) })
		.run();
}

/** Stopped without result is content, not failure: it needs its reason. */
export function updateStatus(actor: Actor, input: StatusInput & { id: string }) {
	const row = findLeeromgeving(actor, input.id);
	must(mayEditLeeromgeving(actor, factsOf(row)));
	const gestopt = input.status === 'gestopt';
	if (gestopt && !input.waaromGestopt) {
		throw new Invalid({
			waaromGestopt: 'Schrijf waarom het stopte. Ook daar leren anderen van.',
		});
	}
	const waaromGestopt = gestopt ? input.waaromGestopt : '';
	db()
		.update(leeromgeving)
		.set({ status: input.status, waaromGestopt, updatedBy: doorWie(actor) })
		.where(eq(leeromgeving.id, row.id))
		.run();
}

/** Another cloth, by who looks after all of them or by the team itself. */
export function updateKleed(actor: Actor, { id, kleed }: { id: string; kleed: string }) {
	const row = findLeeromgeving(actor, id);
	must(mayEditKleden(actor, row) || mayEditLeeromgeving(actor, factsOf(row)));
	mustBeFree(row.werkplaatsId, kleed, id);
	const values = { kleed, updatedBy: doorWie(actor) };
	db().update(leeromgeving).set(values).where(eq(leeromgeving.id, id)).run();
}

export function createPraktijk(actor: Actor, input: PraktijkInput & { leeromgevingId: string }) {
	const row = findLeeromgeving(actor, input.leeromgevingId);
	must(mayEditLeeromgeving(actor, factsOf(row)));
	mustBeHere(row, { table: organisatie, ids: [input.organisatieId], field: 'organisatieId' });
	db().insert(praktijk).values(input).run();
}

export function removePraktijk(actor: Actor, { id }: { id: string }) {
	const found = db()
		.select({ team: leeromgeving })
		.from(praktijk)
		.innerJoin(leeromgeving, eq(leeromgeving.id, praktijk.leeromgevingId))
		.where(eq(praktijk.id, id))
		.get();
	const { team } = mustFind(found, (row) => mayReadVoorkant(actor, row.team));
	must(mayEditLeeromgeving(actor, factsOf(team)));
	db().delete(praktijk).where(eq(praktijk.id, id)).run();
}
