import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayEditAgenda } from '#access/bijeenkomst.ts';
import { listOpenVoor } from '#features/actie/read.server.ts';
import { duurVan } from '#features/bijeenkomst/duur.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { listMensen } from '#features/bijeenkomst/read.server.ts';
import { toonSoort, type BijeenkomstSoort } from '#features/bijeenkomst/soort.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import { naamVanWerkvorm, WERKVORMEN, werkvormVan } from '#features/werkvorm/bibliotheek.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { beamerOf } from './beamer.ts';
import { findAgenda } from './find.server.ts';
import { mayWriteAgendaSjabloon, sjabloonRows } from './sjabloon.rows.server.ts';
import { SJABLONEN } from './sjablonen.ts';
import type { AgendaStand } from './stand.ts';
import { deelVan, mayOf, standOf } from './stand.server.ts';
import { werkvormgebruik } from './tables.server.ts';
import { samenMinuten, teVeel } from './tijden.ts';

/** What everybody at the table sees of it, to ask again at every change. */
export function standAgenda(actor: Actor, bijeenkomstId: string): AgendaStand {
	const { row, facts } = findAgenda(actor, bijeenkomstId);
	const { punten, loop, fase } = standOf(row);
	return { punten, loop, fase, may: mayOf(actor, facts) };
}

/** Whether it fits; null as long as the bijeenkomst has no begin and end. */
function pastOf(row: BijeenkomstRow, punten: readonly { minuten: number | null }[]) {
	const deel = deelVan(row);
	if (!deel) return null;
	const duur = duurVan({ ...deel, pauzes: [] });
	return { duur, samen: samenMinuten(punten), teVeel: teVeel(punten, deel) };
}

const gebruikOf = (bijeenkomstId: string) =>
	db()
		.select()
		.from(werkvormgebruik)
		.where(eq(werkvormgebruik.bijeenkomstId, bijeenkomstId))
		.orderBy(asc(werkvormgebruik.createdAt), asc(rowid(werkvormgebruik)))
		.all()
		.map(({ id, werkvorm, naam, hoeGingHet }) => ({
			id,
			werkvorm,
			eigenNaam: naam,
			naam: naamVanWerkvorm(werkvorm) || naam,
			hoeGingHet,
		}));

const WERKVORMKEUZE = WERKVORMEN.map(({ sleutel, naam, groep, duur }) => ({
	sleutel,
	naam,
	/** For how many people, and how long: what one chooses by. */
	omvang: `${groep}, ${duur}`,
})).sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));

/** The whole agenda, to prepare and to print. */
export function detailAgenda(actor: Actor, bijeenkomstId: string) {
	const { row, facts } = findAgenda(actor, bijeenkomstId);
	const { rows, punten, loop, fase } = standOf(row);
	const terugblik = rows.some(({ soort }) => soort === 'acties');
	const may = mayOf(actor, facts);
	return {
		punten: punten.map((punt, index) => {
			const { wieId, wie, werkvorm, uitleg, stukken } = rows[index]!;
			const invoer = { wieId: wieId ?? '', wie, werkvorm };
			return { ...punt, invoer, uitleg, stukken, hoe: werkvormVan(werkvorm) ?? null };
		}),
		loop,
		fase,
		past: pastOf(row, punten),
		/** That nobody put on the agenda yet. */
		openActies: terugblik ? 0 : listOpenVoor(actor, bijeenkomstId).length,
		gebruik: gebruikOf(row.id),
		keuzes: may.edit
			? { mensen: listMensen(actor, bijeenkomstId), werkvormen: WERKVORMKEUZE }
			: { mensen: [], werkvormen: [] },
		may,
	};
}
export type AgendaDetail = ReturnType<typeof detailAgenda>;
export type AgendaPunt = AgendaDetail['punten'][number];
/** What a point may be given: who sits at the table, and every werkvorm. */
export type AgendaKeuzes = AgendaDetail['keuzes'];

/** What this agenda may begin with: what fits this kind of bijeenkomst first. */
export function listSjablonen(actor: Actor, bijeenkomstId: string) {
	const { row, facts } = findAgenda(actor, bijeenkomstId);
	const woorden = woordenlijst(actor);
	const genoemd = (soort: BijeenkomstSoort) =>
		hoofdletter(toonSoort({ soort, soortAnders: '' }, woorden));
	const eigen = sjabloonRows(row).map((found) => ({
		id: found.id,
		naam: found.naam,
		uitleg: found.leeromgevingId ? 'Van jullie team.' : 'Van de werkplaats.',
		punten: found.punten,
		may: { remove: mayWriteAgendaSjabloon(actor, found) },
	}));
	const vast = [...SJABLONEN]
		.sort((a, b) => Number(b.voor.includes(row.soort)) - Number(a.voor.includes(row.soort)))
		.map(({ id, naam, voor, punten }) => ({
			id,
			naam: naam || genoemd(voor[0]!),
			uitleg: '',
			punten,
			may: { remove: false },
		}));
	return {
		sjablonen: [...eigen, ...vast].map(({ punten, ...sjabloon }) => ({
			...sjabloon,
			aantal: punten.length,
			minuten: samenMinuten(punten),
		})),
		may: {
			begin: mayEditAgenda(actor, facts),
			team: row.leeromgevingId !== null && mayWriteAgendaSjabloon(actor, row),
			werkplaats: mayWriteAgendaSjabloon(actor, { ...row, leeromgevingId: null }),
		},
	};
}
export type AgendaSjablonen = ReturnType<typeof listSjablonen>;

/** What the screen in the room shows: of nobody a name, and no story of a resident. */
export function detailBeamer(actor: Actor, bijeenkomstId: string) {
	const { row } = findAgenda(actor, bijeenkomstId);
	const { rows, ...stand } = standOf(row);
	const sleutels = new Map(rows.map(({ id, werkvorm }) => [id, werkvorm]));
	return { titel: row.titel, nu: now().getTime(), ...beamerOf(stand, sleutels) };
}
export type BeamerDetail = ReturnType<typeof detailBeamer>;
