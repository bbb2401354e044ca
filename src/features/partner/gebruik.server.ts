import { and, count, eq, isNull } from 'drizzle-orm';
import { rol } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { countReferences } from '#server/db/references.ts';

/** What a row that points at an organisatie is called. Aliassen and koepel links go along. */
const WOORDEN: Record<string, [enkelvoud: string, meervoud: string] | null> = {
	organisatie: null,
	organisatie_alias: null,
	partnerschap: ['partnerschap', 'partnerschappen'],
	intentieverklaring: ['intentieverklaring', 'intentieverklaringen'],
	werkrelatie: ['mens die er werkt', 'mensen die er werken'],
	trekker: ['rol als trekker', 'rollen als trekker'],
	lidmaatschap: ['lid in een team', 'leden in teams'],
	praktijk: ['praktijk van een team', 'praktijken van teams'],
	praktijkvraag: ['praktijkvraag', 'praktijkvragen'],
	medeorganisator: ['bijeenkomst die zij mee organiseert', 'bijeenkomsten die zij mee organiseert'],
	onderwijs: ['les', 'lessen'],
	keukentafel: ['omgekeerd keukentafelgesprek', 'omgekeerde keukentafelgesprekken'],
	presentieregel: ['regel op een presentielijst', 'regels op een presentielijst'],
	uitnodiging: ['uitnodiging', 'uitnodigingen'],
};

const tel = (n: number, [een, meer]: [string, string]) => `${n} ${n === 1 ? een : meer}`;

const contacten = (organisatieId: string) =>
	db()
		.select({ n: count() })
		.from(rol)
		.where(and(eq(rol.organisatieId, organisatieId), isNull(rol.ingetrokkenOp)))
		.get()?.n ?? 0;

/** What still uses this organisatie, in words: "2 partnerschappen". Empty: it may be removed. */
export function gebruikVan(organisatieId: string): string[] {
	const gebruik = countReferences('organisatie', organisatieId).flatMap((ref) => {
		const woord = WOORDEN[ref.table];
		if (woord === null) return [];
		return tel(ref.count, woord ?? ['ander gegeven', 'andere gegevens']);
	});
	const n = contacten(organisatieId);
	return n > 0 ? [...gebruik, tel(n, ['contactpersoon', 'contactpersonen'])] : gebruik;
}
