import { mayAnswer, mayInviteTo, mayReadGenodigden } from '#access/aanmelding.ts';
import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import {
	factsOf,
	findBijeenkomst,
	ruimtenOf,
	type BijeenkomstRow,
} from '#features/bijeenkomst/find.server.ts';
import { vergelijkNaam } from '#features/datum/naam.ts';
import { voluit } from '#features/persoon/naam.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { today } from '#server/clock.ts';
import { adresVan } from './adres.server.ts';
import { waaromDicht } from './antwoord.server.ts';
import { kandidatenVoor } from './kandidaat.server.ts';
import {
	antwoordenOp,
	genodigdeNu,
	genodigdenVan,
	gevraagdeStoelen,
	laatsteAntwoord,
	perspectievenOp,
} from './rows.server.ts';
import { wieKomt } from './wiekomt.ts';

/** Who was asked, with the last answer and how that came; by name. */
function regelsOf(row: BijeenkomstRow) {
	const gevraagd = genodigdenVan(row.id).sort((a, b) => vergelijkNaam(a.wie, b.wie));
	const antwoorden = antwoordenOp(gevraagd.map(({ row: { id } }) => id));
	const zit = perspectievenOp(ruimtenOf(row), row.datum?.dag ?? today());
	return gevraagd.map(({ row: asked, wie }) => {
		const last = antwoorden.get(asked.id);
		return {
			id: asked.id,
			persoonId: wie.id,
			naam: voluit(wie),
			voornaam: wie.voornaam,
			perspectief: zit.get(wie.id) ?? wie.perspectief ?? ('anders' as const),
			antwoord: last?.antwoord ?? null,
			toelichting: last?.toelichting ?? '',
			/** Who wrote it down, when it was not this persoon. */
			via: last?.via === 'begeleider' ? wieWas(row.werkplaatsId, last.door) : '',
			op: last?.createdAt ?? null,
			gemaildOp: asked.gemaildOp,
			/** Had a letter, and it changed since. */
			achter: asked.gemaildOp !== null && asked.volgnummer < row.volgnummer,
		};
	});
}
export type GenodigdeRegel = ReturnType<typeof regelsOf>[number];

/** Where the letters stand, for who sends them. */
function brievenOf(row: BijeenkomstRow, regels: readonly GenodigdeRegel[]) {
	const zonder = regels.filter(({ gemaildOp }) => gemaildOp === null);
	const teMailen = zonder.filter(({ persoonId }) => adresVan(persoonId) !== '');
	return {
		/** How many hear of it when something changes. */
		gemaild: regels.length - zonder.length,
		achter: regels.filter(({ achter }) => achter).length,
		teMailen: teMailen.map(({ persoonId }) => persoonId),
		/** Of whom nobody has an address: they hear it from somebody. */
		zonderAdres: zonder
			.filter((regel) => !teMailen.includes(regel))
			.map(({ persoonId }) => persoonId),
		dicht: waaromDicht(row),
	};
}

const NIEMAND: string[] = [];

/** Who comes, from which sides, and which chairs stay empty. */
export function listGenodigden(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const facts = factsOf(row);
	must(mayReadGenodigden(actor, facts));
	const genodigden = regelsOf(row);
	const invite = mayInviteTo(actor, facts);
	const brieven = brievenOf(row, genodigden);
	return {
		genodigden,
		komst: wieKomt(genodigden, gevraagdeStoelen(facts.leeromgevingIds)),
		// whom a letter reaches is for who sends them
		brieven: invite ? brieven : { ...brieven, teMailen: NIEMAND, zonderAdres: NIEMAND },
		may: { invite },
	};
}
export type Genodigden = ReturnType<typeof listGenodigden>;

/** What I said, and whether I may still say otherwise; null for who is no guest of it. */
export function mijnAntwoord(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const persoonId = doorWie(actor);
	if (persoonId === null) return null;
	const asked = genodigdeNu(row.id, persoonId);
	const genodigd = asked !== undefined;
	if (!mayAnswer(actor, { ...factsOf(row), persoonId, genodigd })) return null;
	const last = asked && laatsteAntwoord(asked.id);
	return {
		genodigd,
		antwoord: last?.antwoord ?? null,
		toelichting: last?.toelichting ?? '',
		/** Why it cannot be changed any more, or empty. */
		dicht: waaromDicht(row),
	};
}
export type MijnAntwoord = NonNullable<ReturnType<typeof mijnAntwoord>>;

/** Who can still be asked; who has no address gets no letter, and may be asked all the same. */
export function listKandidaten(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayInviteTo(actor, factsOf(row)));
	const gevraagd = new Set(genodigdenVan(row.id).map(({ wie }) => wie.id));
	const { leden, anderen } = kandidatenVoor(actor, row);
	const open = (wie: readonly { id: string; naam: string }[]) =>
		wie.filter(({ id }) => !gevraagd.has(id));
	return {
		leden: open(leden).map((lid) => ({ ...lid, zonderAdres: adresVan(lid.id) === '' })),
		anderen: open(anderen),
	};
}
