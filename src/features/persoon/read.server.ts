import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import {
	mayAssignRol,
	mayBlockAccount,
	mayEditPersoon,
	mayListPersonen,
	mayManagePersonen,
	mayReadPersoon,
} from '#access/persoon.ts';
import { isCodeAdres } from '#features/account/adres.ts';
import { account, accountBlokkade } from '#features/account/tables.server.ts';
import { db } from '#server/db/db.ts';
import { lijktOp, voluit } from './naam.ts';
import { wieWas } from './rows.server.ts';
import { accountPersoon, persoon, rol } from './tables.server.ts';

type Row = typeof persoon.$inferSelect;

const here = (actor: Actor) => ({ werkplaatsId: werkplaatsVan(actor) });

const rowsHere = (actor: Actor): Row[] =>
	db()
		.select()
		.from(persoon)
		.where(eq(persoon.werkplaatsId, werkplaatsVan(actor)))
		.orderBy(asc(persoon.voornaam), asc(persoon.achternaam))
		.all();

/** Who is logged in, for the frame of every page. */
export function detailMij(actor: Actor) {
	const row =
		actor.soort === 'persoon' &&
		db().select().from(persoon).where(eq(persoon.id, actor.persoonId)).get();
	const { id, voornaam, perspectief } = mustFind(row || undefined);
	return { id, voornaam, naam: voluit(row as Row), perspectief };
}

/** Everyone of the werkplaats, to choose from in a list. Others see people per team. */
export function listPersonen(actor: Actor) {
	must(mayListPersonen(actor, here(actor)));
	return rowsHere(actor).map((row) => ({
		id: row.id,
		naam: voluit(row),
		voornaam: row.voornaam,
		perspectief: row.perspectief,
	}));
}

/** For a form about something left of persoon: how to call who changed it meanwhile. */
export const wieIn = (actor: Actor) => (persoonId: string | null) =>
	wieWas(werkplaatsVan(actor), persoonId);

export function detailPersoon(actor: Actor, persoonId: string) {
	const row = db().select().from(persoon).where(eq(persoon.id, persoonId)).get();
	const found = mustFind(row, (p) => mayReadPersoon(actor, { ...p, persoonId }));
	const { id, voornaam, tussenvoegsel, achternaam, perspectief, vermelding } = found;
	const may = { edit: mayEditPersoon(actor, { ...found, persoonId }) };
	return {
		id,
		naam: voluit(found),
		voornaam,
		tussenvoegsel,
		achternaam,
		perspectief,
		vermelding,
		may,
	};
}

export type AccountStaat = 'geen' | 'goed' | 'geblokkeerd';

/** People, their roles and how they log in: for who looks after them. */
export function listMensen(actor: Actor) {
	must(mayManagePersonen(actor, here(actor)));
	const rows = rowsHere(actor);
	const ids = rows.map((row) => row.id);
	const rollen = openRollen(ids);
	const accounts = accountsOf(ids);
	const block = mayBlockAccount(actor, here(actor));
	return rows.map((row) => {
		const own = accounts.filter((a) => a.persoonId === row.id);
		return {
			id: row.id,
			naam: voluit(row),
			perspectief: row.perspectief,
			email: own.find((a) => !isCodeAdres(a.email))?.email ?? row.email,
			/** Comes in with codes on paper only. */
			zonderMail: own.length > 0 && own.every((a) => isCodeAdres(a.email)),
			account: staatOf(own),
			reden: own.find((a) => a.geblokkeerdOp)?.reden ?? '',
			rollen: rollen
				.filter((r) => r.persoonId === row.id)
				.map((r) => ({
					id: r.id,
					rol: r.rol,
					organisatieId: r.organisatieId,
					may: { withdraw: mayAssignRol(actor, { ...here(actor), rol: r.rol }) },
				})),
			lijktOp: rows.filter((other) => other.id !== row.id && lijktOp(row, other)).map(voluit),
			may: { edit: mayEditPersoon(actor, { ...row, persoonId: row.id }), block },
		};
	});
}

const staatOf = (own: { geblokkeerdOp: Date | null }[]): AccountStaat => {
	if (own.length === 0) return 'geen';
	return own.some((a) => a.geblokkeerdOp) ? 'geblokkeerd' : 'goed';
};

const openRollen = (persoonIds: string[]) =>
	db()
		.select()
		.from(rol)
		.where(and(inArray(rol.persoonId, persoonIds), isNull(rol.ingetrokkenOp)))
		.orderBy(asc(rol.createdAt))
		.all();

const accountsOf = (persoonIds: string[]) =>
	db()
		.select({
			persoonId: accountPersoon.persoonId,
			email: account.email,
			geblokkeerdOp: accountBlokkade.op,
			reden: accountBlokkade.reden,
		})
		.from(accountPersoon)
		.innerJoin(account, eq(account.id, accountPersoon.accountId))
		.leftJoin(
			accountBlokkade,
			and(eq(accountBlokkade.accountId, account.id), isNull(accountBlokkade.opgehevenOp)),
		)
		.where(inArray(accountPersoon.persoonId, persoonIds))
		.all();
