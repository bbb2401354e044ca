import type { Actor } from '#access/actor.ts';
import {
	createIntentieverklaring,
	createPartnerschap,
} from '#features/partner/partnerschap.write.server.ts';
import { createWerkrelatie } from '#features/partner/werkrelatie.write.server.ts';
import { assignTrekker, createAlias, createOrganisatie } from '#features/partner/write.server.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';

/** A koepel stands in the file before its members. */
export function loadOrganisaties(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { sleutel, koepel, naam, soort, regio, aliassen } of file.organisaties) {
		const koepelId = ids.find('organisatie', koepel);
		const { id } = createOrganisatie(actor, { naam, soort, regio, koepelId });
		ids.set('organisatie', sleutel, id);
		for (const alias of aliassen) createAlias(actor, { organisatieId: id, alias });
	}
	for (const { organisatie, lectoraat } of file.werkplaats.trekkers)
		assignTrekker(actor, { organisatieId: ids.get('organisatie', organisatie), lectoraat });
}

export function loadPartnerschappen(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { organisatie, van, tot = null, redenEinde, contactpersoon } of file.partnerschappen)
		createPartnerschap(actor, {
			organisatieId: ids.get('organisatie', organisatie),
			van,
			tot,
			redenEinde,
			contactpersoonId: ids.find('persoon', contactpersoon),
			themaId: null,
			motivatie: '',
			toezeggingMinuten: null,
			toezeggingIncash: null,
		});
	for (const { organisatie, periode, getekendOp } of file.intentieverklaringen)
		createIntentieverklaring(actor, {
			organisatieId: ids.get('organisatie', organisatie),
			periodeId: ids.get('periode', periode),
			getekendOp,
			themaId: null,
			motivatie: '',
		});
}

export function loadWerkrelaties(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { sleutel, werkrelaties } of file.personen)
		for (const { organisatie, functie } of werkrelaties)
			createWerkrelatie(actor, {
				organisatieId: ids.get('organisatie', organisatie),
				persoonId: ids.get('persoon', sleutel),
				functie,
				van: null,
				tot: null,
			});
}
