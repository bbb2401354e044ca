import * as v from 'valibot';
import { aantal, datumVan, leeg, lijst, sleutel, tekst } from './schema-velden.ts';

/** Meetings, education, students and publications: what was done and what came of it. */

const bron = { bron: tekst, opmerking: leeg };
const leeromgevingen = v.optional(v.array(sleutel), []);
const datum = v.optional(datumVan);
const url = v.optional(v.pipe(tekst, v.url('Dit is geen adres.')));
/** A head count as the source words it; `circa` when that is a guess. */
const telling = v.strictObject({ tekst, aantal, circa: v.boolean() });
const andereTitels = v.optional(
	v.array(v.strictObject({ titel: tekst, soort: tekst, bron: tekst })),
	[],
);
/** What another source prints, also when it cannot be ("13 juni 2918"): kept as text. */
const andereDatums = v.optional(v.array(v.strictObject({ tekst, bron: tekst })), []);

const activiteit = v.strictObject({
	soort: tekst,
	titel: tekst,
	/** Left out when no source counts them. */
	aantal: v.optional(aantal),
	datum,
	datumOnbekend: v.optional(v.literal(true)),
	kenniscafe: v.optional(aantal),
});

const vanLeeromgeving = {
	bijeenkomsten: lijst(v.strictObject({ soort: tekst, aantal, wanneer: datum, toelichting: leeg })),
	deelnemers: v.optional(telling),
	activiteiten: v.array(activiteit),
	activiteitenVolgensMagazine: v.optional(v.array(activiteit), []),
	resultatenTitel: leeg,
	resultaten: lijst(tekst),
	/** What did not work is a result too. */
	geenResultaat: v.optional(v.array(tekst), []),
	publicatie: v.optional(tekst),
	studenten: aantal,
};

const kenniscafe = v.strictObject({
	nummer: aantal,
	periode: aantal,
	datum: datumVan,
	titel: tekst,
	andereTitels,
	andereDatums,
	plaats: v.optional(tekst),
	bezoekers: v.optional(telling),
	hoofdstuk: v.optional(aantal),
	werkvorm: v.optional(tekst),
	leeromgevingen,
	samenMet: v.optional(v.array(sleutel), []),
	url,
	...bron,
});

const bijeenkomst = v.strictObject({
	periode: aantal,
	datum,
	datumOnbekend: v.optional(v.literal(true)),
	titel: tekst,
	andereTitels,
	andereDatums,
	soort: tekst,
	bij: v.optional(tekst),
	omschrijving: leeg,
	deelnemers: v.optional(telling),
	onderzoekers: v.optional(aantal),
	aantalWorkshops: v.optional(aantal),
	leeromgevingen,
	samenwerking: v.optional(sleutel),
	...bron,
});

const onderwijs = v.strictObject({
	periode: aantal,
	datum: datumVan,
	soort: tekst,
	titel: tekst,
	opleiding: v.optional(tekst),
	bij: sleutel,
	gever: v.optional(sleutel),
	leerjaar: v.optional(aantal),
	...bron,
});

const studenten = v.strictObject({
	periode1: lijst(
		v.strictObject({
			omschrijving: tekst,
			opleiding: tekst,
			organisatie: sleutel,
			aantal: v.optional(aantal),
			...bron,
		}),
	),
	periode2: v.strictObject({
		afgestudeerdOndersteund: aantal,
		perLeeromgeving: v.record(sleutel, aantal),
		opleidingen: lijst(tekst),
		...bron,
	}),
});

const samenwerking = v.strictObject({
	sleutel,
	periode: aantal,
	titel: tekst,
	opdrachtgevers: v.optional(v.array(sleutel), []),
	wanneer: datum,
	reeksen: v.optional(v.array(v.strictObject({ wanneer: datumVan, titel: tekst, aantal })), []),
	vraag: leeg,
	omschrijving: leeg,
	opbrengst: leeg,
	intern: v.optional(v.boolean(), false),
	...bron,
});

const auteur = v.strictObject({ voornaam: tekst, tussenvoegsel: leeg, achternaam: tekst });
const publicatie = v.strictObject({
	/** Chosen, not derived from the year. */
	periode: aantal,
	auteurs: lijst(auteur),
	/** The authors are the editors. */
	redactie: v.optional(v.boolean(), false),
	jaar: aantal,
	titel: tekst,
	ondertitel: leeg,
	andereTitels: v.optional(v.array(tekst), []),
	soort: tekst,
	in: v.optional(
		v.strictObject({
			titel: tekst,
			druk: leeg,
			redactie: lijst(auteur),
			uitgever: tekst,
			plaats: leeg,
			paginas: tekst,
		}),
	),
	tijdschrift: v.optional(tekst),
	uitgever: v.optional(tekst),
	openbaar: v.boolean(),
	leeromgeving: v.optional(sleutel),
	url,
	...bron,
});

const vanWerkplaats = {
	kenniscafes: lijst(kenniscafe),
	bezoekerstotalen: lijst(
		v.strictObject({
			wat: tekst,
			kenniscafes: lijst(aantal),
			aantal,
			/** Worked out from the totals that a source gives. */
			afgeleid: v.optional(v.boolean(), false),
			bron: tekst,
		}),
	),
	bezoekerscategorieen: lijst(tekst),
	bijeenkomsten: lijst(bijeenkomst),
	gebeurtenissen: lijst(bijeenkomst),
	onderwijs: lijst(onderwijs),
	studenten,
	samenwerkingen: lijst(samenwerking),
	publicaties: lijst(publicatie),
	publicatiesNietInDeLijst: lijst(tekst),
	doorkijk: v.strictObject({
		periode: aantal,
		opgaven: lijst(tekst),
		voorwaarden: lijst(tekst),
		landelijkeThemas: lijst(tekst),
		...bron,
	}),
	magazine: v.strictObject({
		ervaringen: lijst(v.strictObject({ hoofdstuk: aantal, aantal })),
		aantalErvaringen: aantal,
		aantalBedankten: aantal,
		waarvanAlleenVoornaam: aantal,
		...bron,
	}),
	tegenstrijdigheden: lijst(
		v.strictObject({
			nummer: aantal,
			bron: tekst,
			wat: tekst,
			behandeling: tekst,
			staatBij: v.optional(tekst),
		}),
	),
};

export const activiteiten = { vanLeeromgeving, vanWerkplaats };
