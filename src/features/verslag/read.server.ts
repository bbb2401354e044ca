import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayReadRuimte } from '#access/leeromgeving.ts';
import { mayExportPresentie } from '#access/presentie.ts';
import {
	mayAddErratum,
	mayFinaliseVerslag,
	mayVoorstellen,
	mayWriteVerslag,
	verslagRecht,
	type VerslagFacts,
} from '#access/verslag.ts';
import { listCoordinatoren, listTrekkers } from '#features/leeromgeving/wie.read.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { db } from '#server/db/db.ts';
import { isLeeg, telVoorstellen } from './leeg.ts';
import { findVerslag, openControle, vaststellingOf, type VerslagRow } from './find.server.ts';
import { voorstellersIn } from './gesprek.server.ts';
import { erratum } from './tables.server.ts';
import { liveTekst, tenzijStuk } from './tekst.server.ts';
import { waaromNiet } from './waarom.ts';

/** What stands below a text that was vastgesteld, the oldest first. */
const errataOf = ({ id: bijeenkomstId, werkplaatsId }: VerslagRow) =>
	db()
		.select()
		.from(erratum)
		.where(eq(erratum.bijeenkomstId, bijeenkomstId))
		.orderBy(asc(erratum.createdAt))
		.all()
		.map(({ id, tekst, door, createdAt }) => ({
			id,
			tekst,
			door: persoonNaam(werkplaatsId, door),
			op: createdAt,
		}));

const mayOf = (actor: Actor, facts: VerslagFacts) => {
	const finalise = mayFinaliseVerslag(actor, facts);
	return {
		write: mayWriteVerslag(actor, facts),
		propose: mayVoorstellen(actor, facts),
		finalise,
		controle: finalise && facts.status === 'concept',
		withdrawControle: finalise && facts.status === 'ter-controle',
		erratum: mayAddErratum(actor, facts),
		/** Take along who was there, by name. */
		namen: mayExportPresentie(actor, facts),
	};
};

function controleVan(bijeenkomstId: string, werkplaatsId: string) {
	const row = openControle(bijeenkomstId);
	return row ? { op: row.createdAt, door: persoonNaam(werkplaatsId, row.door) } : null;
}

/** First name of who can let the actor write; empty when there is nobody. */
function vraagAan(actor: Actor, { werkplaatsId, leeromgevingIds }: VerslagFacts): string {
	const mijn = leeromgevingIds.find((leeromgevingId) =>
		mayReadRuimte(actor, { werkplaatsId, leeromgevingId }),
	);
	const [naam = ''] = mijn ? listTrekkers(actor, mijn) : listCoordinatoren(actor);
	return naam;
}

/** The verslag of a bijeenkomst as this actor may see it; NotFound for who may not. */
export function detailVerslag(actor: Actor, bijeenkomstId: string) {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	const vast = vaststellingOf(row.id);
	const tekst = vast?.inhoud ?? liveTekst(row.id);
	const { werkplaatsId } = row;
	const recht = verslagRecht(actor, facts)!;
	const vraag = vraagAan(actor, facts);
	return {
		tekst,
		leeg: isLeeg(tekst),
		voorstellen: telVoorstellen(tekst),
		/** Who did them: first names by id. */
		voorstellers: voorstellersIn(werkplaatsId, tekst),
		status: facts.status,
		recht,
		may: mayOf(actor, facts),
		vraag,
		waarom: waaromNiet(recht, facts.status, vraag),
		controle: facts.status === 'ter-controle' ? controleVan(row.id, werkplaatsId) : null,
		vaststelling: vast ? { op: vast.createdAt, door: persoonNaam(werkplaatsId, vast.door) } : null,
		errata: vast ? errataOf(row) : [],
	};
}
export type VerslagDetail = ReturnType<typeof detailVerslag>;

/** The same for its page; undefined when the text is damaged. */
export const openVerslag = (actor: Actor, bijeenkomstId: string): VerslagDetail | undefined =>
	tenzijStuk(() => detailVerslag(actor, bijeenkomstId));
