import type { Actor } from '#access/actor.ts';
import { dagVanIso } from '#features/datum/kalender.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { today } from '#server/clock.ts';
import { maandSleutel, schuifMaand, toonMaand, wekenVan, type Maand } from './maand.ts';
import { regelsMetTeam, type Filter, type RegelMetTeam } from './read.server.ts';
import { vergelijkRegel } from './regel.server.ts';
import { dagdeelRows } from './rows.server.ts';

/** Longer than this is no day to come to: it stands in words below. */
const MEESTE_DAGEN = 10;

/** On a day, or on each of a few days; a date that is not sure is not put on one. */
function isOp({ datum }: RegelMetTeam, dag: string): boolean {
	if (!datum || datum.aangenomen) return false;
	return datum.eerste <= dag && dag <= datum.laatste && isKort(datum);
}

const isKort = ({ eerste, laatste }: { eerste: string; laatste: string }) =>
	(Date.parse(laatste) - Date.parse(eerste)) / 86_400_000 < MEESTE_DAGEN;

const klein = ({ id, titel, href, tijden, afgezegd, team }: RegelMetTeam) => ({
	...{ id, titel, href, tijden, afgezegd },
	team: team.naam,
	kleed: team.kleed,
});

/** On this day; of several parts only those of the day, with their own hours. */
function opDag(regel: RegelMetTeam, dag: string) {
	if (!isOp(regel, dag)) return [];
	const delen = dagdeelRows(regel.id);
	if (delen.length === 0) return [klein(regel)];
	const hier = delen.filter((deel) => deel.dag === dag).map(toonTijden);
	return hier.length > 0 ? [{ ...klein(regel), tijden: hier.join(', ') }] : [];
}

/** A month as weeks of days, with what is on each; what has no sure day comes after them. */
export function listMaand(actor: Actor, { maand, ...filter }: Filter & { maand: Maand }) {
	const regels = regelsMetTeam(actor, filter).sort(vergelijkRegel);
	const weken = wekenVan(maand);
	const sleutel = maandSleutel(maand);
	const op = (dag: string) => ({
		dag,
		nummer: dagVanIso(dag).dag,
		isDeze: dag.startsWith(sleutel),
		isVandaag: dag === today(),
		regels: regels.flatMap((regel) => opDag(regel, dag)),
	});
	const inMaand = ({ datum }: RegelMetTeam) =>
		datum !== null &&
		datum.eerste.slice(0, 7) <= sleutel &&
		sleutel <= datum.laatste.slice(0, 7) &&
		(datum.aangenomen || !isKort(datum));
	return {
		naam: toonMaand(maand),
		vorige: maandSleutel(schuifMaand(maand, -1)),
		volgende: maandSleutel(schuifMaand(maand, 1)),
		weken: weken.map((week) => week.map(op)),
		/** "Najaar 2018": some day of this month, perhaps. */
		ongeveer: regels.filter(inMaand).map((regel) => ({ ...klein(regel), wanneer: regel.wanneer })),
	};
}
export type MaandLijst = ReturnType<typeof listMaand>;
