import type { SysteemActor } from '#access/actor.ts';
import {
	createGremium,
	createGremiumLid,
	createOpheffing,
	createVergadering,
	withdrawOpheffing,
} from '#features/gremium/write.server.ts';
import {
	createIntentieverklaring,
	createPartnerschap,
} from '#features/partner/partnerschap.write.server.ts';
import { createWerkrelatie } from '#features/partner/werkrelatie.write.server.ts';
import { assignTrekker, createAlias, createOrganisatie } from '#features/partner/write.server.ts';
import { dag, noteer, woord, type Plek } from './fixture.ts';

/** From when to when, seen from any day in 2020 or later that is before 2090. */
const TIJDEN = {
	lopend: ['2016', null],
	beëindigd: ['2016', '2018'],
	komt: ['2090', null],
} as const;

function maakOrganisatie(systeem: SysteemActor, plek: Plek, koepelId: string | null): string {
	const woorden = { naam: woord(), regio: woord(), alias: woord(), lectoraat: woord() };
	const { naam, regio, alias, lectoraat } = woorden;
	const { id } = createOrganisatie(systeem, { naam, regio, soort: 'gemeente', koepelId });
	createAlias(systeem, { organisatieId: id, alias });
	assignTrekker(systeem, { organisatieId: id, lectoraat });
	noteer(plek, ['organisatie', koepelId ? 'onder een koepel' : 'koepel'], { id, woorden });
	return id;
}

/** Two organisaties, the first above the second. */
export function maakOrganisaties(systeem: SysteemActor, plek: Plek): [string, string] {
	const koepel = maakOrganisatie(systeem, plek, null);
	return [koepel, maakOrganisatie(systeem, plek, koepel)];
}

/** Each state of a partnerschap at an organisatie of its own. */
export function maakPartnerschappen(
	systeem: SysteemActor,
	plek: Plek,
	{ periodeId, persoonId }: { periodeId: string; persoonId: string },
) {
	for (const [staat, [van, tot]] of Object.entries(TIJDEN)) {
		const organisatieId = maakOrganisatie(systeem, plek, null);
		const woorden = { motivatie: woord(), ...(tot && { redenEinde: woord() }) };
		const tijd = { van: dag(van), tot: tot ? dag(tot, 'eind') : null };
		const geen = { contactpersoonId: persoonId, themaId: null };
		const beloofd = { toezeggingMinuten: 3000, toezeggingIncash: 250_000 };
		const teksten = { redenEinde: '', ...woorden };
		const partner = { organisatieId, ...tijd, ...geen, ...beloofd, ...teksten };
		const id = createPartnerschap(systeem, partner);
		noteer(plek, ['partnerschap', staat], { id, woorden });
		maakIntentie(systeem, plek, { organisatieId, periodeId });
		const functie = woord();
		const werk = { organisatieId, persoonId, functie, van: tijd.van, tot: tijd.tot };
		const werkId = createWerkrelatie(systeem, werk);
		noteer(plek, ['werkrelatie', staat], { id: werkId, woorden: { functie } });
	}
}

function maakIntentie(
	systeem: SysteemActor,
	plek: Plek,
	wie: { organisatieId: string; periodeId: string },
) {
	const motivatie = woord();
	const getekendOp = dag('27 november 2018');
	const id = createIntentieverklaring(systeem, { ...wie, motivatie, getekendOp, themaId: null });
	noteer(plek, ['intentieverklaring', 'getekend'], { id, woorden: { motivatie } });
}

/** A gremium in each state, with a lid and a meeting. */
export function maakGremia(systeem: SysteemActor, plek: Plek, persoonId: string) {
	for (const staat of ['actief', 'voorlopig', 'opgeheven', 'herleefd']) {
		const woorden = { naam: woord(), samenstelling: woord(), taak: woord() };
		const gremiumId = createGremium(systeem, { ...woorden, niveau: 'tactisch', van: dag('2016') });
		const extra = { rol: woord(), toelichting: woord() };
		const lid = { gremiumId, persoonId, rol: extra.rol, van: dag('2016'), tot: null };
		createGremiumLid(systeem, lid);
		const vergadering = { datum: dag('mei 2016'), aantal: 4, toelichting: extra.toelichting };
		createVergadering(systeem, { gremiumId, ...vergadering });
		const reden: Record<string, string> = staat === 'actief' ? {} : { reden: woord() };
		if (reden.reden) {
			const soort = staat === 'opgeheven' ? 'blijvend' : 'voorlopig';
			createOpheffing(systeem, { gremiumId, op: dag('juli 2017'), soort, reden: reden.reden });
		}
		if (staat === 'herleefd')
			withdrawOpheffing(systeem, { gremiumId, herleefdOp: dag('januari 2019') });
		noteer(plek, ['gremium', staat], {
			id: gremiumId,
			woorden: { ...woorden, ...extra, ...reden },
		});
	}
}
