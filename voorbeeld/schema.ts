import * as v from 'valibot';
import { LEEROMGEVING_ROLLEN, PERSPECTIEVEN, WERKPLAATS_ROLLEN } from '#access/actor.ts';
import { GREMIUM_NIVEAUS } from '#features/gremium/niveau.ts';
import { LEEROMGEVING_STATUS } from '#features/leeromgeving/status.ts';
import { HERKOMST, VRAAG_STATUS } from '#features/leervraag/status.ts';
import { ORGANISATIE_SOORTEN } from '#features/partner/soort.ts';
import { STANDAARD } from '#features/werkplaats/woordenlijst.ts';
import { parseKleed } from '#ui/kleed.ts';
import { activiteiten } from './schema-activiteiten.ts';
import { bord } from './schema-bord.ts';
import { verslag } from './schema-verslag.ts';
import { aantal, datumTot, datumVan, leeg, lijst, sleutel, tekst, uit } from './schema-velden.ts';

/** The shape of `zuid-holland-zuid.json`. A misspelt key is an error, and every error has a path. */

const gezegd = v.strictObject({ tekst, bron: tekst });
const bron = { bron: tekst, opmerking: leeg };
const kleed = v.pipe(
	tekst,
	v.check(
		(kleed) => parseKleed(kleed) !== undefined,
		({ input }) => `"${input}" is geen kleed.`,
	),
);

const werkplaats = v.strictObject({
	naam: tekst,
	korteNaam: tekst,
	regio: tekst,
	aantalWijkteams: aantal,
	omschrijving: tekst,
	voorganger: v.strictObject({ naam: tekst, jaren: lijst(gezegd), opmerking: leeg }),
	centraalThema: tekst,
	centraalThemaVarianten: lijst(gezegd),
	trekkers: lijst(v.strictObject({ organisatie: sleutel, lectoraat: tekst })),
	lectoren: lijst(v.strictObject({ naam: tekst, organisatie: sleutel, lectoraat: tekst, ...bron })),
	doelen: lijst(tekst),
	doelgroepen: lijst(tekst),
	website: v.pipe(tekst, v.url('Een website begint met https://.')),
	kanalen: lijst(tekst),
	aantalWerkplaatsenInNederland: lijst(
		v.strictObject({ aantal, peildatum: datumVan, bron: tekst }),
	),
	kleed,
	woorden: lijst(
		v.strictObject({
			sleutel: uit(STANDAARD),
			periode: v.optional(aantal),
			enkelvoud: tekst,
			meervoud: tekst,
			lidwoord: v.picklist(['de', 'het'], 'Het lidwoord is de of het.'),
		}),
	),
	...bron,
});

const periode = v.strictObject({
	nummer: aantal,
	naam: tekst,
	van: datumVan,
	tot: datumTot,
	uitvoeringVan: v.optional(datumVan),
	status: v.picklist(['voorbereiding', 'lopend', 'afgesloten', 'verantwoord'], 'Onbekende status.'),
	toelichting: tekst,
	/** What the lists of this file have to add up to. */
	geteld: v.record(tekst, aantal),
	...bron,
});

const thema = v.strictObject({
	sleutel,
	volgnummer: aantal,
	kennisagenda: sleutel,
	titel: tekst,
	omschrijving: tekst,
	landelijkThema: leeg,
	gekozenIn: v.array(aantal),
	...bron,
});

const organisatie = v.strictObject({
	sleutel,
	naam: tekst,
	soort: uit(ORGANISATIE_SOORTEN),
	aliassen: v.array(tekst),
	koepel: v.optional(sleutel),
	regio: leeg,
	opmerking: leeg,
});

const partnerschap = v.strictObject({
	organisatie: sleutel,
	van: datumVan,
	tot: v.optional(datumTot),
	redenEinde: leeg,
	contactpersoon: v.optional(sleutel),
	...bron,
});

const gremium = v.strictObject({
	sleutel,
	naam: tekst,
	niveau: uit(GREMIUM_NIVEAUS),
	samenstelling: tekst,
	taak: tekst,
	van: v.optional(datumVan),
	opheffing: v.optional(v.strictObject({ op: datumTot, voorlopig: v.boolean(), reden: tekst })),
	leden: v.array(v.strictObject({ persoon: sleutel, rol: tekst })),
	...bron,
});

const leeromgeving = v.strictObject({
	sleutel,
	soort: v.picklist(
		['werkgroep', 'werkteam'],
		'Een leeromgeving is hier een werkgroep of werkteam.',
	),
	volgnummer: aantal,
	perioden: lijst(aantal),
	themas: lijst(sleutel),
	/** The names in time; the first has no date. */
	namen: lijst(
		v.strictObject({
			naam: tekst,
			van: v.optional(datumVan),
			reden: leeg,
			bron: v.optional(tekst),
		}),
	),
	andereNamen: v.optional(v.array(tekst), []),
	van: datumVan,
	tot: v.optional(datumTot),
	status: uit(LEEROMGEVING_STATUS),
	kleed,
	actiefVolgens: v.optional(v.array(gezegd), []),
	doel: tekst,
	werkwijze: tekst,
	gewensteOpbrengst: leeg,
	locaties: leeg,
	praktijken: v.optional(
		v.array(v.strictObject({ omschrijving: tekst, organisatie: v.optional(sleutel) })),
		[],
	),
	samenstelling: tekst,
	legeStoelen: v.optional(
		v.array(v.strictObject({ wie: tekst, perspectief: uit(PERSPECTIEVEN) })),
		[],
	),
	...activiteiten.vanLeeromgeving,
	...bron,
});

const vraag = {
	tekst,
	perspectief: v.optional(uit(PERSPECTIEVEN)),
	status: uit(VRAAG_STATUS),
	/** False when the words are ours, because no source gives any. */
	letterlijk: v.boolean(),
	...bron,
};
const leervraag = v.strictObject({
	sleutel,
	...vraag,
	leeromgevingen: lijst(sleutel),
	thema: sleutel,
	herkomst: uit(HERKOMST),
});
const praktijkvraag = v.strictObject({
	...vraag,
	leeromgeving: sleutel,
	leervragen: lijst(sleutel),
	indiener: v.optional(sleutel),
});

/** Everybody here is made up. */
const persoon = v.strictObject({
	sleutel,
	voornaam: tekst,
	tussenvoegsel: leeg,
	achternaam: leeg,
	email: v.optional(
		v.pipe(
			tekst,
			v.email('Dit is geen e-mailadres.'),
			v.endsWith('.example', 'Verzonnen adressen eindigen op .example.'),
		),
	),
	perspectief: uit(PERSPECTIEVEN),
	vermelding: v.optional(
		v.picklist(['volledig', 'voornaam', 'anoniem'], 'Onbekende vermelding.'),
		'volledig',
	),
	rollen: v.array(uit(WERKPLAATS_ROLLEN)),
	contactVan: v.optional(sleutel),
	werkrelaties: v.array(v.strictObject({ organisatie: sleutel, functie: tekst })),
	lidmaatschappen: v.array(
		v.strictObject({
			leeromgeving: sleutel,
			rol: uit(LEEROMGEVING_ROLLEN),
			perspectief: uit(PERSPECTIEVEN),
			namens: v.optional(sleutel),
			van: datumVan,
			tot: v.optional(datumTot),
			aangehaaktVia: leeg,
		}),
	),
	opmerking: leeg,
});

export const voorbeeldSchema = v.strictObject({
	over: v.strictObject({
		titel: tekst,
		toelichting: tekst,
		bronnen: lijst(v.strictObject({ code: tekst, titel: tekst })),
	}),
	werkplaats,
	subsidie: v.strictObject({
		naam: tekst,
		van: datumVan,
		tot: datumTot,
		verlengingen: v.array(v.strictObject({ tot: datumTot, reden: tekst })),
		...bron,
	}),
	perioden: lijst(periode),
	kennisagendas: lijst(
		v.strictObject({
			sleutel,
			titel: tekst,
			periode: aantal,
			doel: tekst,
			vastgesteld: datumVan,
			...bron,
		}),
	),
	themas: lijst(thema),
	landelijkeThemas: lijst(tekst),
	organisaties: lijst(organisatie),
	partnerschappen: lijst(partnerschap),
	intentieverklaringen: lijst(
		v.strictObject({ organisatie: sleutel, periode: aantal, getekendOp: datumTot, ...bron }),
	),
	gremia: lijst(gremium),
	leeromgevingen: lijst(leeromgeving),
	leervragen: lijst(leervraag),
	praktijkvragen: lijst(praktijkvraag),
	...activiteiten.vanWerkplaats,
	verslagen: lijst(verslag),
	borden: lijst(bord),
	personen: lijst(persoon),
});

export type Voorbeeld = v.InferOutput<typeof voorbeeldSchema>;
