import * as v from 'valibot';
import type { PersoonActor, SysteemActor, WerkplaatsRol } from '#access/actor.ts';
import { persoonActor } from '#access/test-actors.ts';
import { db } from '#server/db/db.ts';
import { periodeInput, werkplaatsInput, type PeriodeInput } from './input.ts';
import { werkplaats } from './tables.server.ts';

/** For tests: a werkplaats in the database, and somebody with this role in it. */

export function testWerkplaats(naam = 'Werkplaats Zuid'): SysteemActor {
	const input = v.parse(werkplaatsInput, { naam, korteNaam: naam.slice(-10) });
	return {
		soort: 'systeem',
		werkplaatsId: db().insert(werkplaats).values(input).returning().get().id,
	};
}

export const metRolIn = ({ werkplaatsId }: SysteemActor, rol?: WerkplaatsRol): PersoonActor =>
	persoonActor({ werkplaatsId, rollen: rol ? [rol] : [] });

/** As a form sends it: "januari 2016". */
export const periodeVan = (velden: Record<string, string>): PeriodeInput =>
	v.parse(periodeInput, velden);
