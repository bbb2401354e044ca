import { and, eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayEditOrganisatie } from '#access/partner.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { gebruikVan } from './gebruik.server.ts';
import type { OrganisatieInput, TrekkerInput } from './input.ts';
import { koepelsBoven } from './koepel.ts';
import { kern, lijktOp } from './naam.ts';
import { organisatieRow, organisatieRows } from './rows.server.ts';
import { organisatie, organisatieAlias, trekker } from './tables.server.ts';

/** The form a change came from: which row, and the values it started from. */
export interface Wijziging {
	id: string;
	basis?: Record<string, string>;
}

function mustEdit(actor: Actor): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditOrganisatie(actor, { werkplaatsId }));
	return werkplaatsId;
}

const mustOwn = (werkplaatsId: string, id: string) => mustFind(organisatieRow(werkplaatsId, id));

/** A koepel is never below itself, and never of another werkplaats. */
function checkKoepel(werkplaatsId: string, id: string | null, koepelId: string | null) {
	if (!koepelId) return;
	const koepel = mustOwn(werkplaatsId, koepelId);
	if (koepelId === id)
		throw new Invalid({ koepelId: 'Een organisatie is niet haar eigen koepel.' });
	if (id && koepelsBoven(koepelId, organisatieRows(werkplaatsId)).includes(id))
		throw new Invalid({ koepelId: `${koepel.naam} hoort zelf al bij deze organisatie.` });
}

/** @returns the id, and the names it may be confused with */
export function createOrganisatie(actor: Actor, input: OrganisatieInput) {
	const werkplaatsId = mustEdit(actor);
	checkKoepel(werkplaatsId, null, input.koepelId);
	const { id, naam } = db()
		.insert(organisatie)
		.values({ ...input, werkplaatsId, updatedBy: doorWie(actor) })
		.returning()
		.get();
	const lijkt = lijktOp({ id, naam, aliassen: [] }, organisatieRows(werkplaatsId));
	return { id, lijktOp: lijkt.map((o) => o.naam) };
}

const alsTekst = ({ naam, soort, koepelId, regio }: OrganisatieInput) => ({
	naam,
	soort,
	koepelId: koepelId ?? '',
	regio,
});

export function updateOrganisatie(actor: Actor, input: OrganisatieInput, { id, basis }: Wijziging) {
	const werkplaatsId = mustEdit(actor);
	const row = mustOwn(werkplaatsId, id);
	const by = wieWas(werkplaatsId, row.updatedBy);
	const mijn = merge({ theirs: alsTekst(row), basis, mine: alsTekst(input), by });
	const velden = pick(input, mijn);
	if (velden.koepelId) checkKoepel(werkplaatsId, id, velden.koepelId);
	db()
		.update(organisatie)
		.set({ ...velden, updatedBy: doorWie(actor) })
		.where(eq(organisatie.id, id))
		.run();
}

/** "2 partnerschappen, 1 lid in een team en 1 uitnodiging". */
const opsomming = (delen: string[]) =>
	delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1)}`;

/** Only what nothing uses; its aliassen go along, the members of a koepel stay (AC-05). */
export function removeOrganisatie(actor: Actor, id: string) {
	const werkplaatsId = mustEdit(actor);
	const { naam } = mustOwn(werkplaatsId, id);
	const gebruik = gebruikVan(id);
	if (gebruik.length > 0) throw new Invalid(`${naam} is nog in gebruik: ${opsomming(gebruik)}.`);
	db().delete(organisatie).where(eq(organisatie.id, id)).run();
}

export function createAlias(actor: Actor, input: { organisatieId: string; alias: string }) {
	const werkplaatsId = mustEdit(actor);
	const eigen = mustOwn(werkplaatsId, input.organisatieId);
	const rows = organisatieRows(werkplaatsId);
	const exact = (naam: string) => naam.normalize('NFC') === input.alias.normalize('NFC');
	const zelf = rows.find((r) => r.id === eigen.id);
	if (zelf && [zelf.naam, ...zelf.aliassen].some(exact))
		throw new Invalid({ alias: 'Deze naam staat er al.' });
	const ander = rows.find((r) => r.id !== eigen.id && [r.naam, ...r.aliassen].some(exact));
	if (ander)
		throw new Invalid({ alias: `Zo heet ${ander.naam} al. Is het dezelfde? Voeg ze dan samen.` });
	if (!kern(input.alias)) throw new Invalid({ alias: 'Vul de andere naam in.' });
	db().insert(organisatieAlias).values({ organisatieId: eigen.id, naam: input.alias }).run();
}

export function removeAlias(actor: Actor, input: { organisatieId: string; id: string }) {
	const werkplaatsId = mustEdit(actor);
	mustOwn(werkplaatsId, input.organisatieId);
	const where = and(
		eq(organisatieAlias.id, input.id),
		eq(organisatieAlias.organisatieId, input.organisatieId),
	);
	mustFind(db().delete(organisatieAlias).where(where).returning().get());
}

/** Makes it a trekker of the werkplaats, or gives another lectoraat to one that is. */
export function assignTrekker(actor: Actor, { organisatieId, lectoraat }: TrekkerInput) {
	const werkplaatsId = mustEdit(actor);
	mustOwn(werkplaatsId, organisatieId);
	db()
		.insert(trekker)
		.values({ werkplaatsId, organisatieId, lectoraat })
		.onConflictDoUpdate({
			target: [trekker.werkplaatsId, trekker.organisatieId],
			set: { lectoraat },
		})
		.run();
}

export function removeTrekker(actor: Actor, organisatieId: string) {
	const werkplaatsId = mustEdit(actor);
	mustOwn(werkplaatsId, organisatieId);
	const where = and(
		eq(trekker.werkplaatsId, werkplaatsId),
		eq(trekker.organisatieId, organisatieId),
	);
	mustFind(db().delete(trekker).where(where).returning().get());
}
