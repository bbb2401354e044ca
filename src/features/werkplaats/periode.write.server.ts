import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayEditPeriode } from '#access/werkplaats.ts';
import { toonPeriode } from '#features/datum/toon.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { countReferences } from '#server/db/references.ts';
import { Invalid } from '#server/errors.ts';
import { naamVan, periodeTekst, type Wijziging } from './basis.ts';
import type { PeriodeInput } from './input.ts';
import { isOp, overlaps, periodeNaam } from './periode.ts';
import { listPerioden, type Periode } from './read.server.ts';
import { periode } from './tables.server.ts';

type Nieuw = PeriodeInput & { id: string | null; nummer: number };

function mustEdit(actor: Actor): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditPeriode(actor, { werkplaatsId }));
	return werkplaatsId;
}

/** Perioden do not overlap, end after they begin, and hold the start of their own work. */
function check(nieuw: Nieuw, alle: Periode[]) {
	if (nieuw.tot.dag < nieuw.van.dag)
		throw new Invalid({ tot: 'Het einde ligt voor het begin. Kijk de datums na.' });
	if (nieuw.uitvoeringVan && !isOp(nieuw, nieuw.uitvoeringVan.dag))
		throw new Invalid({ uitvoeringVan: 'Het werk begint niet binnen deze periode.' });
	const anderen = alle.filter((p) => p.id !== nieuw.id);
	const zelfdeNummer = anderen.find((p) => p.nummer === nieuw.nummer);
	if (zelfdeNummer)
		throw new Invalid({ nummer: `Er is al een periode met nummer ${nieuw.nummer}.` });
	const ander = anderen.find((p) => overlaps(p, nieuw));
	if (!ander) return;
	const veld = isOp(ander, nieuw.van.dag) ? 'van' : 'tot';
	throw new Invalid({
		[veld]: `Deze periode loopt door ${periodeNaam(ander)} heen (${toonPeriode(ander.van, ander.tot)}).`,
	});
}

const volgende = (alle: Periode[]) => Math.max(0, ...alle.map((p) => p.nummer)) + 1;

export function createPeriode(actor: Actor, input: PeriodeInput): { id: string } {
	const werkplaatsId = mustEdit(actor);
	const alle = listPerioden(actor);
	const nummer = input.nummer ?? volgende(alle);
	const nieuw = { ...input, nummer, naam: input.naam || `Periode ${nummer}` };
	check({ ...nieuw, id: null }, alle);
	return db()
		.insert(periode)
		.values({ ...nieuw, werkplaatsId, updatedBy: doorWie(actor) })
		.returning({ id: periode.id })
		.get();
}

export function updatePeriode(actor: Actor, input: PeriodeInput, { id, basis, wie }: Wijziging) {
	mustEdit(actor);
	const alle = listPerioden(actor);
	const row = mustFind(alle.find((p) => p.id === id));
	const nummer = input.nummer ?? row.nummer;
	const mine = { ...input, nummer, naam: input.naam || `Periode ${nummer}` };
	const mijn = merge({
		theirs: periodeTekst(row),
		basis,
		mine: periodeTekst(mine),
		by: naamVan(row.updatedBy, wie),
	});
	const nieuw = { ...row, ...pick(mine, mijn) };
	check(nieuw, alle);
	db()
		.update(periode)
		.set({ ...pick(mine, mijn), updatedBy: doorWie(actor) })
		.where(eq(periode.id, id))
		.run();
}

/** Only a periode that nothing points at, but its own words, can go. */
export function removePeriode(actor: Actor, { id }: { id: string }) {
	mustEdit(actor);
	const row = mustFind(listPerioden(actor).find((p) => p.id === id));
	if (countReferences('periode', id).some(({ table }) => table !== 'woord'))
		throw new Invalid(
			`Er hoort al iets bij ${periodeNaam(row)}, zoals een thema. Haal dat daar eerst weg.`,
		);
	db().delete(periode).where(eq(periode.id, id)).run();
}
