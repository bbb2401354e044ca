import { doorWie, type Actor } from '#access/actor.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { mustBeHere } from '#features/leeromgeving/find.server.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { factsOf, findBijeenkomst } from './find.server.ts';
import {
	basisKeukentafel,
	basisOnderwijs,
	type KeukentafelInput,
	type OnderwijsInput,
} from './onderwijs.input.ts';
import { keukentafelOf, onderwijsOf } from './rows.server.ts';
import { keukentafel, onderwijs } from './tables.server.ts';

type Basis = Record<string, string> | undefined;
const IEMAND = 'Iemand anders';

/** What a school asks more of a guest lecture, masterclass or book (AC-41). */
export function updateOnderwijs(
	actor: Actor,
	{ id, ...input }: OnderwijsInput & { id: string },
	basis?: Basis,
) {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	mustBeHere(row, { table: organisatie, ids: [input.hogeschoolId], field: 'hogeschoolId' });
	const theirs = basisOnderwijs(onderwijsOf(id));
	const keep = merge({ theirs, basis, mine: basisOnderwijs(input), by: IEMAND });
	const values = { ...pick(input, keep), updatedBy: doorWie(actor) };
	db()
		.insert(onderwijs)
		.values({ bijeenkomstId: id, ...values })
		.onConflictDoUpdate({ target: onderwijs.bijeenkomstId, set: values })
		.run();
}

/** What an omgekeerd keukentafelgesprek tells: the question, where, what was felt, what was agreed. */
export function updateKeukentafel(
	actor: Actor,
	{ id, ...input }: KeukentafelInput & { id: string },
	basis?: Basis,
) {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	mustBeHere(row, { table: organisatie, ids: [input.bijOrganisatieId], field: 'bijOrganisatieId' });
	const theirs = basisKeukentafel(keukentafelOf(id));
	const keep = merge({ theirs, basis, mine: basisKeukentafel(input), by: IEMAND });
	const values = { ...pick(input, keep), updatedBy: doorWie(actor) };
	db()
		.insert(keukentafel)
		.values({ bijeenkomstId: id, ...values })
		.onConflictDoUpdate({ target: keukentafel.bijeenkomstId, set: values })
		.run();
}
