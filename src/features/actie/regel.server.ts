import { mayFollowActie } from '#access/actie.ts';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayReadRuimte, type RuimtenFacts } from '#access/leeromgeving.ts';
import { mayWriteVerslag } from '#access/verslag.ts';
import { factsOfBord, type BordRow } from '#features/bord/find.server.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { listCoordinatoren, listTrekkers } from '#features/leeromgeving/wie.read.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
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
function vraagAan(actor: Actor, { werkplaatsId, leeromgevingIds }: RuimtenFacts): string {
	const mijn = leeromgevingIds.find((leeromgevingId) =>
		mayReadRuimte(actor, { werkplaatsId, leeromgevingId }),
	);
	const [naam = ''] = mijn ? listTrekkers(actor, mijn) : listCoordinatoren(actor);
	return naam;
}

const teamOf = ({ leeromgevingIds: [id] }: RuimtenFacts) =>
	id ? { id, naam: naamOp(namenOf(id), today()) } : null;

interface Plek {
	facts: RuimtenFacts;
	waar: {
		soort: 'verslag' | 'bord';
		id: string;
		titel: string;
		/** In words; empty for a bord, which may be used at several bijeenkomsten. */
		wanneer: string;
	};
	team: { id: string; naam: string } | null;
	/** Whether it is done is said beside the text. */
	vast: boolean;
	schrijft: boolean;
	vraag: string;
}

/** What is the same for every actie of one bijeenkomst. */
function plekVanVerslag(actor: Actor, bij: VerslagRow): Plek {
	const facts = factsOfVerslag(bij);
	return {
		facts,
		waar: { soort: 'verslag', ...waarOf(bij) },
		team: teamOf(facts),
		vast: facts.status === 'vastgesteld',
		schrijft: mayWriteVerslag(actor, facts),
		vraag: vraagAan(actor, facts),
	};
}

function plekVanBord(row: BordRow): Plek {
	const facts = factsOfBord(row);
	const waar = { soort: 'bord' as const, id: row.id, titel: row.titel, wanneer: '' };
	return { facts, waar, team: teamOf(facts), vast: true, schrijft: false, vraag: '' };
}

const isVanBord = (rij: ActieRij) => 'bord' in rij;

/** Of a bord to the afspraak itself, with what it comes from. */
const hrefVan = ({ punt }: ActieRij, { soort, id }: Plek['waar']) =>
	soort === 'bord' ? `/borden/${id}/verder?uit=${punt.id}` : `/bijeenkomsten/${id}`;

function wieVan(rij: ActieRij, { facts }: Plek) {
	const { wie, wieId } = rij.punt;
	return wie || (wieId === null ? '' : persoonNaam(facts.werkplaatsId, wieId));
}

function regelOf(actor: Actor, rij: ActieRij, plek: Plek) {
	const { facts, waar, team, vast, schrijft, vraag } = plek;
	const { punt, vervolgen } = rij;
	const { staat, wanneer, geleerd } = staatVan(punt, vervolgen, vast);
	const volgt = mayFollowActie(actor, { ...facts, wieId: punt.wieId });
	return {
		/** Of where it was agreed: together with `waar` it is one actie. */
		id: punt.id,
		tekst: punt.tekst || 'Nog geen tekst',
		wie: wieVan(rij, plek),
		wieId: punt.wieId,
		isMij: punt.wieId !== null && punt.wieId === doorWie(actor),
		/** `YYYY-MM-DD` or empty; `voor` is the same in words: "voor 18 juni 2026". */
		wanneer,
		voor: toonWanneer(wanneer) || (isVanBord(rij) ? rij.geschreven : ''),
		teLaat: staat === 'open' && wanneer !== '' && wanneer < today(),
		staat,
		geleerd,
		/** Why it was let go. */
		reden:
			staat === 'losgelaten' ? (vervolgen.findLast((v) => v.soort === staat)?.tekst ?? '') : '',
		waar: { ...waar, href: hrefVan(rij, waar) },
		team,
		/** Who can tick it off, for who follows it and may not write in its verslag. */
		vraag: volgt && !vast && !schrijft ? vraag : '',
		may: { vervolg: volgt, klaar: volgt && (vast || schrijft) },
	};
}
export type ActieRegel = ReturnType<typeof regelOf>;

/** Open first, by the day it is due; what has no day after that. */
const vergelijk = (a: ActieRegel, b: ActieRegel) =>
	Number(a.staat !== 'open') - Number(b.staat !== 'open') ||
	(a.wanneer || '9999').localeCompare(b.wanneer || '9999');

/** As a list for this actor: due first. */
export function actieRegels(actor: Actor, rijen: readonly ActieRij[]): ActieRegel[] {
	const plekken = new Map<string, Plek>();
	return rijen
		.map((rij) => {
			const id = isVanBord(rij) ? rij.bord.id : rij.bij.id;
			const plek =
				plekken.get(id) ??
				(isVanBord(rij) ? plekVanBord(rij.bord) : plekVanVerslag(actor, rij.bij));
			plekken.set(id, plek);
			return regelOf(actor, rij, plek);
		})
		.sort(vergelijk);
}
