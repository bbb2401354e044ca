import { mayFollowActie } from '#access/actie.ts';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayReadRuimte } from '#access/leeromgeving.ts';
import { mayWriteVerslag, type VerslagFacts } from '#access/verslag.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { listCoordinatoren, listTrekkers } from '#features/leeromgeving/wie.read.server.ts';
import { toonWanneer } from '#features/tekst/wanneer.ts';
import { factsOfVerslag, type VerslagRow } from '#features/verslag/find.server.ts';
import { today } from '#server/clock.ts';
import type { ActieRij } from './rows.server.ts';
import { staatVan } from './staat.ts';

/** Where something was agreed. */
export const waarOf = (bij: VerslagRow) => ({
	id: bij.id,
	titel: bij.titel,
	wanneer: bij.datum ? toonDatum(bij.datum) : 'datum nog onbekend',
});

/** First name of who can tick it off when this actor may not; empty when there is nobody. */
function vraagAan(actor: Actor, { werkplaatsId, leeromgevingIds }: VerslagFacts): string {
	const mijn = leeromgevingIds.find((leeromgevingId) =>
		mayReadRuimte(actor, { werkplaatsId, leeromgevingId }),
	);
	const [naam = ''] = mijn ? listTrekkers(actor, mijn) : listCoordinatoren(actor);
	return naam;
}

const teamOf = ({ leeromgevingIds: [id] }: VerslagFacts) =>
	id ? { id, naam: naamOp(namenOf(id), today()) } : null;

/** What is the same for every actie of one bijeenkomst. */
const plekOf = (actor: Actor, bij: VerslagRow) => {
	const facts = factsOfVerslag(bij);
	return {
		facts,
		waar: waarOf(bij),
		team: teamOf(facts),
		schrijft: mayWriteVerslag(actor, facts),
		vraag: vraagAan(actor, facts),
	};
};
type Plek = ReturnType<typeof plekOf>;

function regelOf(actor: Actor, { punt, vervolgen }: ActieRij, plek: Plek) {
	const { facts, waar, team, schrijft, vraag } = plek;
	const vastgesteld = facts.status === 'vastgesteld';
	const { staat, wanneer, geleerd } = staatVan(punt, vervolgen, vastgesteld);
	const volgt = mayFollowActie(actor, { ...facts, wieId: punt.wieId });
	return {
		/** Of the actiepunt in its verslag: together with `bijeenkomst.id` it is one actie. */
		id: punt.id,
		tekst: punt.tekst || 'Nog geen tekst',
		wie: punt.wie,
		wieId: punt.wieId,
		isMij: punt.wieId !== null && punt.wieId === doorWie(actor),
		/** `YYYY-MM-DD` or empty; `voor` is the same in words: "voor 18 juni 2026". */
		wanneer,
		voor: toonWanneer(wanneer),
		teLaat: staat === 'open' && wanneer !== '' && wanneer < today(),
		staat,
		geleerd,
		/** Why it was let go. */
		reden:
			staat === 'losgelaten' ? (vervolgen.findLast((v) => v.soort === staat)?.tekst ?? '') : '',
		bijeenkomst: waar,
		team,
		/** Who can tick it off, for who follows it and may not write in its verslag. */
		vraag: volgt && !vastgesteld && !schrijft ? vraag : '',
		may: { vervolg: volgt, klaar: volgt && (vastgesteld || schrijft) },
	};
}
export type ActieRegel = ReturnType<typeof regelOf>;

/** Open first, by the day it is due; what has no day after that. */
const vergelijk = (a: ActieRegel, b: ActieRegel) =>
	Number(a.staat !== 'open') - Number(b.staat !== 'open') ||
	(a.wanneer || '9999').localeCompare(b.wanneer || '9999');

/** As a list for this actor: due first. */
export function actieRegels(actor: Actor, rijen: ActieRij[]): ActieRegel[] {
	const plekken = new Map<string, Plek>();
	return rijen
		.map((rij) => {
			const plek = plekken.get(rij.bij.id) ?? plekOf(actor, rij.bij);
			plekken.set(rij.bij.id, plek);
			return regelOf(actor, rij, plek);
		})
		.sort(vergelijk);
}
