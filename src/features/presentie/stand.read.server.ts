import type { Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayCheckIn, mayReadPresentie, mayWritePresentie } from '#access/presentie.ts';
import {
	factsOf,
	findBijeenkomst,
	type BijeenkomstRow,
} from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { vergelijkTekst } from '#features/datum/naam.ts';
import { toonDag } from '#features/datum/toon.ts';
import { opsomming } from '#features/leeromgeving/stoelen.ts';
import { persoonNaam, wieWas } from '#features/persoon/rows.server.ts';
import { today } from '#server/clock.ts';
import { bevestigingOf, dagOf, deelNu, regelsOf, type RegelRow } from './rows.server.ts';
import type { PresentieStand } from './stand.ts';
import { antwoordenOf, verwachtOp } from './verwacht.server.ts';

/** "Bevestigd door Hanneke op 11 juni 2026." */
export function bevestigdZin({ id, werkplaatsId }: BijeenkomstRow): string {
	const found = bevestigingOf(id);
	if (!found) return '';
	return `Bevestigd door ${wieWas(werkplaatsId, found.door)} op ${toonDag(today(found.createdAt))}.`;
}

const afgemeldZin = (namen: string[]): string =>
	namen.length === 0
		? ''
		: `${opsomming(namen)} ${namen.length === 1 ? 'heeft' : 'hebben'} zich afgemeld.`;

/** Own tap or code: that may be taken back by who did it. */
const isEigen = (row: RegelRow, persoonId: string) =>
	row.persoonId === persoonId && (row.bron === 'zelf' || row.bron === 'code');

function ikOf(actor: Actor, row: BijeenkomstRow, regels: RegelRow[]): PresentieStand['ik'] {
	if (actor.soort !== 'persoon') return { erbij: false, kan: false, terug: false, regelId: '' };
	const dag = dagOf(row, deelNu(delenOf(row)));
	const mijn = regels.find(({ persoonId }) => persoonId === actor.persoonId);
	const facts = { ...factsOf(row), genodigd: antwoordenOf(row.id).has(actor.persoonId) };
	const open = !bevestigingOf(row.id) && row.datum !== null && dag <= today();
	const erbij = mijn?.status === 'aanwezig';
	return {
		erbij,
		kan: !erbij && open && mayCheckIn(actor, facts),
		terug: erbij && open && isEigen(mijn, actor.persoonId),
		regelId: erbij && open ? mijn.id : '',
	};
}

/** How many are there now, who signed off, and whether I am one of them. */
export function standPresentie(actor: Actor, bijeenkomstId: string): PresentieStand {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayReadPresentie(actor, factsOf(row)));
	const deel = deelNu(delenOf(row));
	const dagdeelId = deel?.id ?? null;
	const regels = regelsOf(row.id).filter((regel) => regel.dagdeelId === dagdeelId);
	const erbij = regels.filter(({ status }) => status === 'aanwezig');
	const opLijst = new Set(regels.map(({ persoonId }) => persoonId));
	const { verwacht, afgemeld } = verwachtOp(row, dagOf(row, deel));
	const zonderRegel = [...verwacht, ...afgemeld].filter((id) => !opLijst.has(id));
	const af = [
		...regels.filter(({ status }) => status === 'afgemeld').map(({ naam }) => naam),
		...afgemeld.filter((id) => !opLijst.has(id)).map((id) => persoonNaam(row.werkplaatsId, id)),
	];
	return {
		aanwezig: erbij.length,
		verwacht: regels.length + zonderRegel.length,
		afgemeld: afgemeldZin(af.map((naam) => naam.split(' ')[0]!).sort(vergelijkTekst)),
		bevestigd: bevestigdZin(row),
		ik: ikOf(actor, row, regels),
		may: { write: mayWritePresentie(actor, factsOf(row)) },
	};
}
