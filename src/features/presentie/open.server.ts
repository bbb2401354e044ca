import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, PersoonActor } from '#access/actor.ts';
import { mayCheckIn } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { gastheerVan } from '#features/bijeenkomst/gastheer.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag } from '#features/datum/toon.ts';
import { tryCode } from '#features/uitnodiging/poging.server.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { hashToken } from '#server/session/token.ts';
import {
	codeByToken,
	isOver,
	liveCodeByCijfers,
	tokenVan,
	type CodeRow,
} from './code.rows.server.ts';
import { bijeenkomstVan, isDicht } from './code.staat.server.ts';
import { momentVan } from './geldig.ts';
import { bevestigingOf, dagOf, deelNu, type RegelRow } from './rows.server.ts';
import { snapVan } from './snap.server.ts';
import type { PresentieBron } from './status.ts';
import { presentieregel } from './tables.server.ts';

/** Who holds the code: somebody with an account, or a phone with a cookie, or that not even yet. */
export interface Bezoeker {
	actor: Actor;
	/** What the cookie of a guest says. */
	gast: string;
}

/** A bijeenkomst as a code opens it: who holds the code was let in by whoever leads it. */
export interface Toegang {
	code: CodeRow;
	row: BijeenkomstRow;
	/** Logged in, in this werkplaats: comes in under the own name. */
	persoon: PersoonActor | undefined;
}

/** The address of what eight digits open. */
function padVan(cijfers: string): string | undefined {
	const code = liveCodeByCijfers(cijfers);
	const row = code && bijeenkomstVan(code.bijeenkomstId);
	return row && !isDicht(row) ? `/m/${tokenVan(code.id)}` : undefined;
}

/** Wrong ones count as those on paper do. `elders` knows the digits of screens that show something else. */
export const findCode = (
	typed: string,
	address: string,
	elders: typeof padVan = () => undefined,
): Promise<string> =>
	tryCode(address, () => {
		const cijfers = typed.replaceAll(/\D/g, '');
		return padVan(cijfers) ?? elders(cijfers);
	});

export function toegangVan(token: string, { actor }: Bezoeker): Toegang | undefined {
	const code = codeByToken(token);
	const row = code && bijeenkomstVan(code.bijeenkomstId);
	if (!row) return undefined;
	const mag = mayCheckIn(actor, { ...factsOf(row), genodigd: true });
	return { code, row, persoon: mag && actor.soort === 'persoon' ? actor : undefined };
}

/** Who was put on the list by somebody else is not taken off from here. */
export const isEigen = (bron: PresentieBron) => EIGEN.includes(bron);
const EIGEN: readonly PresentieBron[] = ['code', 'gast', 'zelf'];

/** Of one phone in one part of one bijeenkomst. */
export const gastHashVan = (gast: string, { row }: Toegang) =>
	hashToken(`${gast} ${row.id} ${deelNu(delenOf(row))?.id ?? ''}`);

/** The line of who asks; of a phone also when it was taken off, for then it is put back on. */
export function mijnRegel(toegang: Toegang, { gast }: Bezoeker): RegelRow | undefined {
	const { row, persoon } = toegang;
	const regels = () => db().select().from(presentieregel);
	if (!persoon) {
		const van = eq(presentieregel.gastHash, gastHashVan(gast, toegang));
		return gast ? regels().where(van).get() : undefined;
	}
	const dagdeelId = deelNu(delenOf(row))?.id;
	return regels()
		.where(
			and(
				eq(presentieregel.bijeenkomstId, row.id),
				eq(presentieregel.persoonId, persoon.persoonId),
				dagdeelId ? eq(presentieregel.dagdeelId, dagdeelId) : isNull(presentieregel.dagdeelId),
				isNull(presentieregel.weggehaaldOp),
			),
		)
		.get();
}

export type CodeStaat = 'onbekend' | 'straks' | 'open' | 'voorbij' | 'vervangen';

export function staatVan({ code, row }: Toegang): CodeStaat {
	if (isDicht(row)) return 'voorbij';
	if (isOver(code)) {
		const vanzelf = code.verlooptOp <= now();
		return vanzelf ? 'voorbij' : 'vervangen';
	}
	return dagOf(row, deelNu(delenOf(row))) > today() ? 'straks' : 'open';
}

const ikOf = ({ naam, organisatieNaam, perspectief, tot, bron }: RegelRow) => ({
	naam,
	organisatie: organisatieNaam,
	perspectief,
	/** "15.40", when I left early. */
	tot,
	eigen: isEigen(bron),
});

/** How who is logged in comes on the list, to change before it does. */
function zelfOf({ row, persoon }: Toegang, dag: string) {
	if (!persoon) return null;
	const { naam, organisatieNaam, perspectief } = snapVan(row, persoon.persoonId, dag);
	return { naam, organisatie: organisatieNaam, perspectief };
}

/** What the page of a code shows: title and team, and nobody but who asks. It changes nothing. */
export function openCode(token: string, bezoeker: Bezoeker) {
	const toegang = toegangVan(token, bezoeker);
	if (!toegang || toegang.row.weggehaaldOp !== null) return { staat: 'onbekend' as const };
	const { row } = toegang;
	const deel = deelNu(delenOf(row));
	const dag = dagOf(row, deel);
	const regel = mijnRegel(toegang, bezoeker);
	const erbij = regel && regel.weggehaaldOp === null && regel.status === 'aanwezig';
	const isNa = (tijd: string | undefined) => !!tijd && momentVan(dag, tijd) <= now();
	return {
		staat: staatVan(toegang),
		titel: row.titel,
		team: gastheerVan(row, dag),
		wanneer: [toonDag(dag), deel && toonTijden(deel)].filter(Boolean).join(', '),
		begonnen: isNa(deel?.begin ?? row.begin),
		afgelopen: isNa(deel?.eind),
		ik: erbij ? ikOf(regel) : null,
		zelf: zelfOf(toegang, dag),
		/** The line can still be changed on this phone. */
		los: bevestigingOf(row.id) === undefined,
	};
}
export type OpenCode = Exclude<ReturnType<typeof openCode>, { staat: 'onbekend' }>;
