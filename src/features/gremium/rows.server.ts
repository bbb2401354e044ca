import { and, eq } from 'drizzle-orm';
import { vergelijkNaam } from '#features/datum/naam.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { gremium, gremiumLid, gremiumOpheffing, gremiumVergadering } from './tables.server.ts';

/** Rows of one gremium for the questions and changes of this feature, before any rule. */

export const gremiumRow = (werkplaatsId: string, id: string) =>
	db()
		.select()
		.from(gremium)
		.where(and(eq(gremium.werkplaatsId, werkplaatsId), eq(gremium.id, id)))
		.get();

/** Spells in Dutch order of names. */
export const ledenRows = (gremiumId: string) =>
	db()
		.select({
			id: gremiumLid.id,
			persoonId: gremiumLid.persoonId,
			rol: gremiumLid.rol,
			van: gremiumLid.van,
			tot: gremiumLid.tot,
			voornaam: persoon.voornaam,
			tussenvoegsel: persoon.tussenvoegsel,
			achternaam: persoon.achternaam,
		})
		.from(gremiumLid)
		.innerJoin(persoon, eq(persoon.id, gremiumLid.persoonId))
		.where(eq(gremiumLid.gremiumId, gremiumId))
		.all()
		.sort((a, b) => vergelijkNaam(a, b) || vergelijkDatum(a.van, b.van))
		.map(({ voornaam, tussenvoegsel, achternaam, ...lid }) => ({
			...lid,
			naam: voluit({ voornaam, tussenvoegsel, achternaam }),
		}));

/** The earliest first. */
export const vergaderingRows = (gremiumId: string) =>
	db()
		.select()
		.from(gremiumVergadering)
		.where(eq(gremiumVergadering.gremiumId, gremiumId))
		.all()
		.sort((a, b) => vergelijkDatum(a.datum, b.datum));

/** The earliest first. */
export const opheffingRows = (gremiumId: string) =>
	db()
		.select()
		.from(gremiumOpheffing)
		.where(eq(gremiumOpheffing.gremiumId, gremiumId))
		.all()
		.sort((a, b) => vergelijkDatum(a.op, b.op));
