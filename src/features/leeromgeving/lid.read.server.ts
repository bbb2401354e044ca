import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import {
	type Actor,
	type InWerkplaats,
	isInEen,
	type LeeromgevingRol,
	type Perspectief,
} from '#access/actor.ts';
import { mayCreateLeeromgeving, mayEditLeden } from '#access/leeromgeving.ts';
import { must } from '#access/must.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoonRows } from '#features/persoon/rows.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { factsOf, findRuimte } from './find.server.ts';
import { holdsOn } from './lidmaatschap.ts';
import { WIE, ontbrekend, telPerspectieven } from './stoelen.ts';
import { legeStoel, lidmaatschap } from './tables.server.ts';

/** One spell of somebody at the table. */
export interface Lid {
	id: string;
	persoonId: string;
	voornaam: string;
	naam: string;
	rol: LeeromgevingRol;
	perspectief: Perspectief;
	namens: string;
	namensId: string | null;
	van: string;
	tot: string | null;
	redenEinde: string;
	aangehaaktVia: string;
	/** Whether the spell holds today. */
	nu: boolean;
	/** Whether it has yet to begin. */
	straks: boolean;
}

/** A chair nobody sits on: one the team asked for, or a side of the core that is missing. */
export interface Stoel {
	/** Only of a chair the team asked for. */
	id: string | null;
	wie: string;
	perspectief: Perspectief | null;
}

/** All spells of this team, first who is there now. Forbidden for who is not in the space. */
export function listLeden(actor: Actor, leeromgevingId: string): Lid[] {
	const team = findRuimte(actor, leeromgevingId);
	const rows = db()
		.select({ spell: lidmaatschap, wie: persoon, namens: organisatie.naam })
		.from(lidmaatschap)
		.innerJoin(persoon, eq(persoon.id, lidmaatschap.persoonId))
		.leftJoin(organisatie, eq(organisatie.id, lidmaatschap.namensId))
		.where(eq(lidmaatschap.leeromgevingId, team.id))
		.orderBy(asc(lidmaatschap.van), asc(persoon.voornaam))
		.all();
	const leden = rows.map(({ spell, wie, namens }) => ({
		id: spell.id,
		persoonId: spell.persoonId,
		voornaam: wie.voornaam,
		naam: voluit(wie),
		rol: spell.rol,
		perspectief: spell.perspectief,
		namens: namens ?? '',
		namensId: spell.namensId,
		van: spell.van,
		tot: spell.tot,
		redenEinde: spell.redenEinde,
		aangehaaktVia: spell.aangehaaktVia,
		nu: holdsOn(spell, today()),
		straks: spell.van > today(),
	}));
	return leden.sort((a, b) => Number(b.nu) - Number(a.nu));
}

const gevraagdeStoelen = (leeromgevingId: string): Stoel[] =>
	db()
		.select({ id: legeStoel.id, wie: legeStoel.wie, perspectief: legeStoel.perspectief })
		.from(legeStoel)
		.where(and(eq(legeStoel.leeromgevingId, leeromgevingId), isNull(legeStoel.gevuldOp)))
		.orderBy(desc(legeStoel.createdAt))
		.all();

/** Who sits at the table today: each persoon once, however many hats. */
function zitplaatsen(leden: readonly Lid[]) {
	const aanTafel = leden.filter((lid) => lid.nu && lid.rol !== 'agendalid');
	const eerste = new Map(aanTafel.map((lid) => [lid.persoonId, lid]).reverse() as [string, Lid][]);
	const zitters = [...new Set(aanTafel.map((lid) => lid.persoonId))];
	return {
		perspectieven: aanTafel.map((lid) => lid.perspectief),
		personen: zitters.map((id) => {
			const lid = eerste.get(id)!;
			const hats = aanTafel.filter((l) => l.persoonId === id).map((l) => l.perspectief);
			return { id, voornaam: lid.voornaam, naam: lid.naam, perspectieven: [...new Set(hats)] };
		}),
	};
}

/** The table: who sits there, from which sides, and who is missed (R-41: a prompt, not a stop). */
export function detailTafel(actor: Actor, leeromgevingId: string) {
	const { personen, perspectieven } = zitplaatsen(listLeden(actor, leeromgevingId));
	const gevraagd = gevraagdeStoelen(leeromgevingId);
	const missend: Stoel[] = ontbrekend(perspectieven)
		.filter((perspectief) => !gevraagd.some((stoel) => stoel.perspectief === perspectief))
		.map((perspectief) => ({ id: null, wie: WIE[perspectief], perspectief }));
	return {
		personen,
		telling: telPerspectieven(perspectieven),
		legeStoelen: [...gevraagd, ...missend],
	};
}

const kandidaten = ({ werkplaatsId }: InWerkplaats) =>
	persoonRows(werkplaatsId).map((row) => ({
		id: row.id,
		naam: voluit(row),
		perspectief: row.perspectief,
	}));

/** Everyone of the werkplaats, to choose from; only for who may let people in. */
export function listKandidaten(actor: Actor, leeromgevingId: string) {
	const team = findRuimte(actor, leeromgevingId);
	must(mayEditLeden(actor, factsOf(team)));
	return kandidaten(team);
}

/** The same for a team that is not there yet. */
export function listEersteKandidaten(actor: Actor) {
	must(isInEen(actor) && mayCreateLeeromgeving(actor, actor));
	return kandidaten(actor);
}
