import { setImmediate as turn } from 'node:timers/promises';
import { eq, inArray, max, min } from 'drizzle-orm';
import { verslagNaam } from '#features/verslag/document.ts';
import { versie, verslagSchrijver } from '#features/verslag/tables.server.ts';
import { hashVan, liveTekst } from '#features/verslag/tekst.server.ts';
import {
	addVersie,
	forgetSchrijvers,
	laatsteVersie,
} from '#features/verslag/versie.rows.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { errorFields, log } from '#server/log.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import { teVeel } from './uitdunnen.ts';

const MINUTE = 60_000;
/** Nobody wrote for so long: a sitting is over. */
const RUST = 3 * MINUTE;
/** While they go on writing, one versie per so long. */
const ELKE = 10 * MINUTE;

const ago = (ms: number) => new Date(now().getTime() - ms);

/** Verslagen in which somebody wrote, that have had rest or were written in for long. */
const due = () =>
	db()
		.select({
			id: verslagSchrijver.bijeenkomstId,
			eerst: min(verslagSchrijver.eerst),
			laatst: max(verslagSchrijver.laatst),
		})
		.from(verslagSchrijver)
		.groupBy(verslagSchrijver.bijeenkomstId)
		.all()
		.filter(({ eerst, laatst }) => laatst! <= ago(RUST) || eerst! <= ago(ELKE));

function keepOne(bijeenkomstId: string) {
	const tekst = liveTekst(bijeenkomstId);
	if (laatsteVersie(bijeenkomstId)?.hash === hashVan(tekst)) return forgetSchrijvers(bijeenkomstId);
	addVersie({ bijeenkomstId, soort: 'automatisch', tekst });
	notifyDocument(verslagNaam(bijeenkomstId), 'versies');
}

/**
 * Keeps how each verslag is now in which somebody wrote. One that cannot be read holds up no other,
 * and after each one others get their turn.
 */
export async function keepVersies() {
	for (const { id } of due()) {
		try {
			db().transaction(() => keepOne(id));
		} catch (error) {
			log.error({ event: 'versie.not-kept', object: verslagNaam(id), ...errorFields(error) });
		}
		await turn();
	}
}

/** Automatic versies that say little more than the next one go; named ones stay for good. */
export function removeOudeVersies() {
	const rows = db()
		.select({ id: versie.id, bijeenkomstId: versie.bijeenkomstId, op: versie.createdAt })
		.from(versie)
		.where(eq(versie.soort, 'automatisch'))
		.all();
	const perVerslag = Map.groupBy(rows, (row) => row.bijeenkomstId);
	for (const versies of perVerslag.values()) {
		const ids = teVeel(versies, now());
		if (ids.length > 0) db().delete(versie).where(inArray(versie.id, ids)).run();
	}
}
