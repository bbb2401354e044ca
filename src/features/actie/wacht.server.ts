import { and, desc, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { heeftTeamrolIn } from '#access/leeromgeving.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { ruimteReadable } from '#features/bijeenkomst/readable.server.ts';
import { afzegging, bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { presentiebevestiging, presentieregel } from '#features/presentie/tables.server.ts';
import { SOORT } from '#features/verslag/project.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { passage } from '#server/search/tables.server.ts';
import { listMijnActies } from './read.server.ts';

/** What waits for this persoon after a bijeenkomst. The kind decides the icon. */
export interface Wachtend {
	soort: 'actie' | 'presentie' | 'verslag';
	href: string;
	titel: string;
	uitleg: string;
}

const MOST_ACTIES = 5;
const MOST_OTHERS = 3;
/** Who did not in two months does not any more because of a line on a page. */
const LOOKS_BACK = 60;
const WEEK = 7;

function vanActies(actor: Actor): Wachtend[] {
	const open = listMijnActies(actor).filter(({ staat }) => staat === 'open');
	return open.slice(0, MOST_ACTIES).map(({ tekst, voor, teLaat, waar: { soort, titel } }) => ({
		soort: 'actie',
		href: '/acties',
		titel: tekst,
		uitleg: [
			teLaat ? `${voor}, die dag is voorbij` : voor,
			`afgesproken ${soort === 'bord' ? 'op het bord' : 'bij'} ${titel}`,
		]
			.filter(Boolean)
			.join(' · '),
	}));
}

/** This persoon prepares it, or leads it in a team of their own; a coördinator is not asked for all. */
function isVanMij(actor: Actor, row: BijeenkomstRow): boolean {
	const mij = doorWie(actor);
	const facts = factsOf(row);
	return (
		facts.voorbereiderIds.some((id) => id === mij) ||
		heeftTeamrolIn(actor, facts, 'trekker', 'procesbegeleider') ||
		(facts.leeromgevingIds.length === 0 && row.door === mij)
	);
}

const afgezegd = () =>
	db()
		.select({ id: afzegging.bijeenkomstId })
		.from(afzegging)
		.where(isNull(afzegging.ingetrokkenOp));

/** What was lately, latest first; a date that is not sure counts when its last day is over. */
function pasGeweest(actor: Actor): BijeenkomstRow[] {
	const van = plusDagen(today(), -LOOKS_BACK);
	return db()
		.select()
		.from(bijeenkomst)
		.where(
			and(
				ruimteReadable(actor),
				sql`${bijeenkomst.datum} >= ${van} and ${bijeenkomst.datum} < ${today()}`,
				notInArray(bijeenkomst.id, afgezegd()),
			),
		)
		.orderBy(desc(bijeenkomst.datum))
		.all()
		.filter((row) => row.datum !== null && row.datum.laatste < today() && isVanMij(actor, row));
}

const wachtOpPresentie = ({ id }: BijeenkomstRow) =>
	db()
		.select({ id: presentieregel.id })
		.from(presentieregel)
		.where(and(eq(presentieregel.bijeenkomstId, id), isNull(presentieregel.weggehaaldOp)))
		.get() !== undefined &&
	db()
		.select({ id: presentiebevestiging.bijeenkomstId })
		.from(presentiebevestiging)
		.where(eq(presentiebevestiging.bijeenkomstId, id))
		.get() === undefined;

/** A week later, and not a word: every text has a passage. */
const wachtOpVerslag = ({ id, datum }: BijeenkomstRow) =>
	datum !== null &&
	datum.laatste <= plusDagen(today(), -WEEK) &&
	db()
		.select({ id: passage.rowid })
		.from(passage)
		.where(and(eq(passage.soort, SOORT), eq(passage.objectId, id)))
		.get() === undefined;

const uitleg = ({ titel, datum }: BijeenkomstRow) => `${titel}, ${datum ? toonDatum(datum) : ''}`;

/** For "Wacht op jou": what I took upon me, then what I lead that is not finished. */
export function wachtVoor(actor: Actor): Wachtend[] {
	if (actor.soort !== 'persoon') return [];
	const geweest = pasGeweest(actor);
	const presentie = geweest.filter(wachtOpPresentie).slice(0, MOST_OTHERS);
	const verslag = geweest.filter(wachtOpVerslag).slice(0, MOST_OTHERS);
	return [
		...vanActies(actor),
		...presentie.map((row): Wachtend => ({
			soort: 'presentie',
			href: `/bijeenkomsten/${row.id}/presentie`,
			titel: 'Kijk de presentie na',
			uitleg: uitleg(row),
		})),
		...verslag.map((row): Wachtend => ({
			soort: 'verslag',
			href: `/bijeenkomsten/${row.id}`,
			titel: 'Schrijf het verslag',
			uitleg: uitleg(row),
		})),
	];
}
