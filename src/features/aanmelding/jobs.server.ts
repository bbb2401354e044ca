import { and, eq, isNull } from 'drizzle-orm';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { afzeggingOf } from '#features/bijeenkomst/rows.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { herinneringBrief, type BriefOver } from './brief.ts';
import { sendTo } from './letter.server.ts';
import { antwoordenOp, genodigdenVan, geplandVan } from './rows.server.ts';
import { genodigde } from './tables.server.ts';

const metGenodigden = () =>
	db()
		.selectDistinct({ row: bijeenkomst })
		.from(genodigde)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, genodigde.bijeenkomstId))
		.where(
			and(
				isNull(genodigde.herinnerdOp),
				isNull(genodigde.ingetrokkenOp),
				isNull(bijeenkomst.weggehaaldOp),
			),
		)
		.all()
		.map(({ row }) => row);

/** The first day it is on, when that is sure: days are compared, not hours. */
function eersteDag(row: BijeenkomstRow): string | undefined {
	const { delen, datum } = geplandVan(row);
	return delen[0]?.dag ?? (isEenDag(datum) ? datum.dag : undefined);
}

function herinner(row: BijeenkomstRow) {
	const gevraagd = genodigdenVan(row.id).filter(({ row: asked }) => asked.herinnerdOp === null);
	const antwoorden = antwoordenOp(gevraagd.map(({ row: { id } }) => id));
	for (const { row: asked } of gevraagd) {
		const antwoord = antwoorden.get(asked.id)?.antwoord;
		if (antwoord === 'komt-niet') continue;
		const schrijf = (over: BriefOver) => herinneringBrief(over, antwoord === 'komt');
		sendTo(row, asked, { schrijf, bestand: false, zet: { herinnerdOp: now() } });
	}
}

/** For the list of jobs: who comes tomorrow, or did not say, hears so once. */
export function sendHerinneringen() {
	const morgen = plusDagen(today(), 1);
	const rows = metGenodigden().filter((row) => eersteDag(row) === morgen && !afzeggingOf(row));
	for (const row of rows) db().transaction(() => herinner(row));
}
