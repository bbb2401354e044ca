import {
	type Actor,
	isInEen,
	type LeeromgevingRol,
	type PersoonActor,
	type WerkplaatsRol,
} from '#access/actor.ts';
import { persoonActor } from '#access/test-actors.ts';
import { maakPersoon, metRol } from '#features/persoon/test-wereld.ts';
import { periode } from '#features/werkplaats/tables.server.ts';
import { leesDatum } from '#features/datum/lees.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { db } from '#server/db/db.ts';
import { LEEROMGEVING_ROLLEN, WERKPLAATS_ROLLEN } from '#access/actor.ts';
import type { LeeromgevingNieuw } from './input.ts';
import { allKleden } from '#ui/kleed.ts';
import { leeromgeving } from './tables.server.ts';
import { createLeeromgeving } from './write.server.ts';
import { createLidmaatschap } from './lid.write.server.ts';

/** For tests: teams of a werkplaats, and the people in them. */

export function datum(tekst: string): Schrijfdatum {
	const gelezen = leesDatum(tekst, { rand: 'begin' });
	if (!gelezen.ok) throw new Error(gelezen.fout);
	return gelezen.datum;
}

export const maakPeriode = (werkplaatsId: string, nummer: number) =>
	db()
		.insert(periode)
		.values({
			werkplaatsId,
			nummer,
			naam: `Periode ${nummer}`,
			van: datum('augustus 2017'),
			tot: datum('december 2019'),
		})
		.returning({ id: periode.id })
		.get().id;

export const NIEUW: LeeromgevingNieuw = {
	naam: 'Intergenerationele problematiek',
	soort: 'werkteam',
	volgnummer: 1,
	themaIds: [],
	periodeIds: [],
	doel: '',
	gewensteOpbrengst: '',
	locaties: '',
	kleed: '',
	van: null,
	tot: null,
	praktijken: [],
	persoonIds: [],
};

/** A team of the werkplaats of `actor`, with the first cloth that is free. */
export function maakTeam(actor: Actor, part: Partial<LeeromgevingNieuw> = {}): string {
	const taken = db().select({ kleed: leeromgeving.kleed }).from(leeromgeving).all();
	const kleed = allKleden().find((k) => !taken.some((row) => row.kleed === k))!;
	return createLeeromgeving(actor, { ...NIEUW, kleed, ...part }).id;
}

export const lid = {
	rol: 'lid',
	perspectief: 'bewoner',
	namensId: null,
	aangehaaktVia: '',
} as const;

/** Somebody with a real row, a role in the team, and the actor that goes with it. */
export function maakLid(
	systeem: Actor,
	leeromgevingId: string,
	rol: LeeromgevingRol,
): PersoonActor {
	if (!isInEen(systeem)) throw new Error('no werkplaats');
	const { werkplaatsId } = systeem;
	const persoonId = maakPersoon(werkplaatsId, `${rol} van het team`);
	createLidmaatschap(systeem, { leeromgevingId, persoonId, ...lid, rol, van: '2018-01-01' });
	return persoonActor({ werkplaatsId, persoonId, lidmaatschappen: [{ leeromgevingId, rol }] });
}

/** Everyone there is: each role in the werkplaats and in the team, without role, and the program. */
export function iedereen(systeem: Actor, leeromgevingId: string): Actor[] {
	if (!isInEen(systeem)) throw new Error('no werkplaats');
	const { werkplaatsId } = systeem;
	return [
		...(Object.keys(WERKPLAATS_ROLLEN) as WerkplaatsRol[]).map((rol) => metRol(werkplaatsId, rol)),
		...(Object.keys(LEEROMGEVING_ROLLEN) as LeeromgevingRol[]).map((rol) =>
			maakLid(systeem, leeromgevingId, rol),
		),
		persoonActor({ werkplaatsId, persoonId: maakPersoon(werkplaatsId, 'nieuw') }),
		systeem,
	];
}
