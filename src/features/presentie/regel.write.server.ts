import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayConfirmPresentie, mayEditRegel, mayWritePresentie } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { mustBeOrganisatie } from '#features/partner/read.server.ts';
import { organisatieRow } from '#features/partner/rows.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { basisRegel } from './basis.ts';
import { beginVan, mustHaveDay } from './begin.server.ts';
import { findLijst, findOokWeg, findRegel } from './find.server.ts';
import type { OrganisatieKeus, RegelInput, RegelNieuw, StatusInput, UrenInput } from './input.ts';
import {
	addRegel,
	bevestigingOf,
	meldPresentie,
	mustBeOpen,
	regelsOf,
	wijzigRegel,
	type RegelRow,
} from './rows.server.ts';
import { namensVan } from './snap.server.ts';
import { presentieregel } from './tables.server.ts';
import { isNaKomst, WEG_VOOR_KOMST } from './tijden.ts';
import { factsOfRegel } from './verwacht.server.ts';

interface Plek {
	bijeenkomstId: string;
	regelId: string;
}

export function createRegel(
	actor: Actor,
	{ bijeenkomstId, van, tot, buitenRegio, ...wie }: RegelNieuw & { bijeenkomstId: string },
): { id: string } {
	const row = findLijst(actor, bijeenkomstId);
	must(mayWritePresentie(actor, factsOf(row)));
	mustHaveDay(row);
	const values = { van, tot, buitenRegio, status: 'aanwezig', bron: 'lijst' } as const;
	const { id, nieuw } = addRegel({ ...beginVan(actor, row, wie), ...values });
	if (!nieuw) throw new Invalid({ persoonId: 'Deze persoon staat al op de lijst.' });
	return { id };
}

/** One tap on the list. Twice the same changes nothing. */
export function assignStatus(
	actor: Actor,
	{ bijeenkomstId, regelId, persoonId, dagdeelId, status }: StatusInput & { bijeenkomstId: string },
) {
	const row = findLijst(actor, bijeenkomstId);
	must(mayWritePresentie(actor, factsOf(row)));
	mustHaveDay(row);
	const wie = { persoonId, dagdeelId, naam: '', organisatie: '', perspectief: null };
	const id = regelId ?? addRegel({ ...beginVan(actor, row, wie), status, bron: 'lijst' }).id;
	mustBeOpen(row.id);
	const { regel } = findRegel(actor, { bijeenkomstId, regelId: id });
	wijzigRegel(regel, { status }, { door: doorWie(actor) });
}

/** What stands on the form, as it stands on the line. */
function alsRegel({ werkplaatsId }: BijeenkomstRow, regel: RegelRow, input: RegelInput) {
	const { organisatie, ...rest } = input;
	const namens = organisatie === regel.organisatieNaam ? {} : namensVan(werkplaatsId, organisatie);
	return { ...rest, ...namens };
}

export function updateRegel(
	actor: Actor,
	{ bijeenkomstId, regelId, ...input }: RegelInput & Plek,
	basis?: Record<string, string>,
) {
	const { row, regel } = findRegel(actor, { bijeenkomstId, regelId });
	must(mayEditRegel(actor, factsOfRegel(actor, row, regel)));
	mustBeOpen(row.id);
	const keep = merge({
		theirs: basisRegel({ ...regel, organisatie: regel.organisatieNaam }),
		basis,
		mine: basisRegel(input),
		by: wieWas(row.werkplaatsId, regel.updatedBy),
	});
	const mine = alsRegel(row, regel, {
		...basisVelden(regel),
		...pick(input, keep),
	});
	// also when each of two people changed one of the times
	if (!isNaKomst(mine)) throw new Invalid({ tot: WEG_VOOR_KOMST });
	wijzigRegel(regel, mine, { door: doorWie(actor) });
}

const basisVelden = ({ naam, organisatieNaam, perspectief, buitenRegio, ...rest }: RegelRow) => ({
	naam,
	organisatie: organisatieNaam,
	perspectief,
	buitenRegio,
	status: rest.status,
	van: rest.van,
	tot: rest.tot,
});

/** Minutes by hand instead of those that follow from the times; why is kept. */
export function updateUren(
	actor: Actor,
	{ bijeenkomstId, regelId, uren, reden }: UrenInput & Plek,
) {
	const { row, regel } = findRegel(actor, { bijeenkomstId, regelId });
	must(mayWritePresentie(actor, factsOf(row)));
	mustBeOpen(row.id);
	wijzigRegel(regel, { minutenHand: uren }, { door: doorWie(actor), reden });
}

export function removeRegel(actor: Actor, plek: Plek): { naam: string } {
	const { row, regel } = findRegel(actor, plek);
	must(mayWritePresentie(actor, factsOf(row)));
	mustBeOpen(row.id);
	zetWeg(regel, { weggehaaldOp: now(), weggehaaldDoor: doorWie(actor) });
	return { naam: regel.naam };
}

export function withdrawRegelWeghaling(actor: Actor, { bijeenkomstId, regelId }: Plek) {
	const row = findLijst(actor, bijeenkomstId);
	must(mayWritePresentie(actor, factsOf(row)));
	mustBeOpen(row.id);
	const regel = findOokWeg(row, regelId);
	const alweer = regelsOf(row.id).some(
		({ persoonId, dagdeelId }) =>
			persoonId !== null && persoonId === regel.persoonId && dagdeelId === regel.dagdeelId,
	);
	if (alweer) throw new Invalid('Deze persoon staat alweer op de lijst.');
	zetWeg(regel, { weggehaaldOp: null, weggehaaldDoor: null });
}

function zetWeg(
	{ id, bijeenkomstId }: RegelRow,
	weg: Pick<RegelRow, 'weggehaaldOp' | 'weggehaaldDoor'>,
) {
	db().update(presentieregel).set(weg).where(eq(presentieregel.id, id)).run();
	meldPresentie(bijeenkomstId);
}

/**
 * Says which organisatie was meant; what stood on the list stays. Also after confirming, by
 * who may: the minutes do not change, only where they count.
 */
export function assignOrganisatie(
	actor: Actor,
	{ bijeenkomstId, regelId, organisatieId }: OrganisatieKeus & { bijeenkomstId: string },
) {
	const { row, regel } = findRegel(actor, { bijeenkomstId, regelId });
	const isVast = bevestigingOf(row.id) !== undefined;
	const may = isVast ? mayConfirmPresentie : mayWritePresentie;
	must(may(actor, factsOf(row)));
	mustBeOrganisatie(actor, organisatieId);
	if (regel.organisatieId !== null) throw new Invalid('Deze regel heeft al een organisatie.');
	const naam = organisatieRow(row.werkplaatsId, organisatieId)?.naam ?? '';
	// what was confirmed stays as it was written, also when that was nothing
	const organisatieNaam = isVast ? regel.organisatieNaam : regel.organisatieNaam || naam;
	wijzigRegel(regel, { organisatieId, organisatieNaam }, { door: doorWie(actor) });
}
