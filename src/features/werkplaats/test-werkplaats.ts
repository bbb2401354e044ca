import type { PersoonActor, SysteemActor, WerkplaatsRol } from '#access/actor.ts';
import { persoonActor } from '#access/test-actors.ts';
import * as v from 'valibot';
import { periodeInput, werkplaatsInput, type PeriodeInput } from './input.ts';
import { createWerkplaats } from './write.server.ts';

/** For tests: a werkplaats in the database, and somebody with this role in it. */

export const systeemVan = (werkplaatsId: string): SysteemActor => ({
	soort: 'systeem',
	werkplaatsId,
});

export function testWerkplaats(naam = 'Werkplaats Zuid'): SysteemActor {
	const input = v.parse(werkplaatsInput, { naam, korteNaam: naam.slice(-10) });
	return systeemVan(createWerkplaats(systeemVan(''), input).id);
}

export const metRolIn = ({ werkplaatsId }: SysteemActor, rol?: WerkplaatsRol): PersoonActor =>
	persoonActor({ werkplaatsId, rollen: rol ? [rol] : [] });

/** As a form sends it: "januari 2016". */
export const periodeVan = (velden: Record<string, string>): PeriodeInput =>
	v.parse(periodeInput, velden);
