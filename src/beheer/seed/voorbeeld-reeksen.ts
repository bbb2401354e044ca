import type { Actor } from '#access/actor.ts';
import { createReeks } from '#features/bijeenkomst/reeks.write.server.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';
import { soortVan } from './voorbeeld-soort.ts';

type Team = Voorbeeld['leeromgevingen'][number];
interface Reeks {
	titel: string;
	soort: string;
	aantal?: number | undefined;
	wanneer?: Schrijfdatum | undefined;
	toelichting?: string;
	/** Number of the periode; none when the sources do not say. */
	periode: number | undefined;
}
type Waar = (reeks: Reeks, leeromgevingId: string | null) => string;

/** Of a team of one periode everything was in it. */
const periodeVan = ({ perioden }: Team) => (perioden.length === 1 ? perioden[0] : undefined);

/** The part of a title before its last ": ", when more than one begins so. */
const stamVan = (titel: string) => titel.split(': ').slice(0, -1).join(': ');

/** Known by its day, so that it is not told again as a number. */
function isGedateerd(file: Voorbeeld, { titel, kenniscafe }: Team['activiteiten'][number]) {
	const gedateerd = [...file.bijeenkomsten, ...file.gebeurtenissen];
	const namen = gedateerd.flatMap((een) => [een.titel, ...een.andereTitels.map((t) => t.titel)]);
	return kenniscafe !== undefined || namen.includes(titel);
}

function loadVanTeam(maak: Waar, team: Team, file: Voorbeeld, leeromgevingId: string) {
	const periode = periodeVan(team);
	for (const { soort, aantal, wanneer, toelichting } of team.bijeenkomsten) {
		const titel = hoofdletter(`${soort}en`);
		maak({ titel, soort, aantal, wanneer, toelichting, periode }, leeromgevingId);
	}
	for (const activiteit of team.activiteiten)
		if (!isGedateerd(file, activiteit)) maak({ ...activiteit, periode }, leeromgevingId);
}

/** Bijeenkomsten with one name and a different end are parts of one reeks. */
function loadVanTitels(maak: Waar, file: Voorbeeld, ids: Ids) {
	const perStam = Map.groupBy(file.gebeurtenissen, ({ titel }) => stamVan(titel));
	for (const [titel, delen] of perStam) {
		const [eerste] = delen;
		if (!titel || !eerste || delen.length < 2) continue;
		const team = ids.find('leeromgeving', eerste.leeromgevingen[0]);
		const reeks = { titel, soort: eerste.soort, aantal: delen.length, periode: eerste.periode };
		ids.set('reeks', titel, maak(reeks, team));
	}
}

export const reeksVanTitel = (ids: Ids, titel: string): string | null =>
	ids.all()[`reeks:${stamVan(titel)}`] ?? null;

/** How often a team met and what it did, where a source gives a number or not even that. */
export function loadReeksen(actor: Actor, file: Voorbeeld, ids: Ids) {
	const maak: Waar = ({ titel, soort, aantal = null, ...rest }, leeromgevingId) =>
		createReeks(actor, {
			...{ titel, ...soortVan(soort), leeromgevingId, bron: 'Z' },
			aantal: { aantal, circa: false, tekst: '' },
			datum: rest.wanneer ?? null,
			periodeId: ids.find('periode', rest.periode),
			toelichting: rest.toelichting ?? '',
		}).id;
	for (const team of file.leeromgevingen)
		loadVanTeam(maak, team, file, ids.get('leeromgeving', team.sleutel));
	for (const { reeksen, titel: toelichting, periode } of file.samenwerkingen)
		for (const { wanneer, titel, aantal } of reeksen)
			maak({ titel, soort: 'leerkring', aantal, wanneer, toelichting, periode }, null);
	loadVanTitels(maak, file, ids);
}
