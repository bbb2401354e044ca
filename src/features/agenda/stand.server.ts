import type { Actor } from '#access/actor.ts';
import { mayEditAgenda, mayLoopAgenda, type BijeenkomstFacts } from '#access/bijeenkomst.ts';
import type { Deel } from '#features/bijeenkomst/duur.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { naamVanWerkvorm } from '#features/werkvorm/bibliotheek.ts';
import { now, today } from '#server/clock.ts';
import { loopRows, puntRows, type LoopRow, type PuntRow } from './find.server.ts';
import { resterend, type Loop } from '#features/datum/klok.ts';
import type { AgendaFase, AgendaStand, PuntStaat, StandLoop, StandPunt } from './stand.ts';
import { beginTijden } from './tijden.ts';
import { klokTijd } from './tijdstip.ts';

const loopOf = (row: LoopRow): Loop => ({
	begonnenOp: row.begonnenOp.getTime(),
	gepauzeerdOp: row.gepauzeerdOp?.getTime() ?? null,
	gepauzeerdMs: row.gepauzeerdMs,
	extraMinuten: row.extraMinuten,
});

/** The part of the bijeenkomst that this agenda is of: today's, or else the first. */
export function deelVan(row: BijeenkomstRow): Deel | undefined {
	const delen = delenOf(row);
	return delen.find(({ dag }) => dag === today()) ?? delen[0];
}

const standLoop = (row: LoopRow, { minuten }: Pick<PuntRow, 'minuten'>): StandLoop => {
	const loop = loopOf(row);
	const nu = now().getTime();
	const rest = minuten === null ? null : resterend(loop, minuten, nu);
	return {
		...loop,
		id: row.id,
		puntId: row.puntId,
		minuten,
		begonnen: klokTijd(loop.begonnenOp),
		tot: rest === null ? '' : klokTijd(nu + Math.max(0, rest)),
	};
};

const faseOf = (lopen: readonly LoopRow[], nu: LoopRow | undefined): AgendaFase => {
	if (nu) return 'bezig';
	return lopen.length > 0 ? 'na' : 'voor';
};

/** What stands before the point at hand is behind us, whether it had its time or was passed over. */
function statenOf(punten: readonly PuntRow[], lopen: readonly LoopRow[]): PuntStaat[] {
	const nu = lopen.find((row) => row.geeindigdOp === null);
	const geweest = new Set(lopen.map((row) => row.puntId));
	const at = punten.findIndex((punt) => punt.id === nu?.puntId);
	return punten.map((punt, index) => {
		if (index === at) return 'nu';
		return geweest.has(punt.id) || index < at ? 'klaar' : 'straks';
	});
}

const wieVan = (punt: PuntRow): string => persoonNaam(punt.werkplaatsId, punt.wieId) || punt.wie;

/** The agenda as rows that were read once: for the stand, the page and the beamer. */
export function standOf(row: BijeenkomstRow) {
	const punten = puntRows(row.id);
	const lopen = loopRows(row.id);
	const open = lopen.find((one) => one.geeindigdOp === null);
	const punt = open && punten.find(({ id }) => id === open.puntId);
	const loop = open && punt ? standLoop(open, punt) : null;
	const staten = statenOf(punten, lopen);
	const { begin } = deelVan(row) ?? row;
	const nu = loop && { ...loop, tot: loop.tot || loop.begonnen };
	const tijden = beginTijden(punten, begin, nu ?? undefined);
	return {
		rows: punten,
		loop,
		fase: faseOf(lopen, open),
		punten: punten.map((one, index): StandPunt => ({
			id: one.id,
			soort: one.soort,
			titel: one.titel,
			minuten: one.minuten,
			doel: one.doel,
			wie: wieVan(one),
			werkvorm: naamVanWerkvorm(one.werkvorm),
			begin: tijden[index]!,
			staat: staten[index]!,
		})),
	};
}

export const mayOf = (actor: Actor, facts: BijeenkomstFacts): AgendaStand['may'] => ({
	edit: mayEditAgenda(actor, facts),
	loop: mayLoopAgenda(actor, facts),
});
