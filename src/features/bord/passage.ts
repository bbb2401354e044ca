import type { TekstNode } from '#features/tekst/node.ts';
import { toonWanneer } from '#features/tekst/wanneer.ts';
import { isVanNiemand } from './afspraak.ts';
import type { AfspraakBeeld, BordBeeld, BriefjeBeeld, GroepBeeld, InzichtBeeld } from './beeld.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import { INZICHT_SOORTEN } from './soort.ts';

/** Something on the table as a piece of a verslag. Who wrote a briefje stays on the bord. */

const alineas = (tekst: string): TekstNode[] =>
	tekst
		.split('\n')
		.map((regel) => regel.trim())
		.filter(Boolean)
		.map((regel) => ({ type: 'paragraph', content: [{ type: 'text', text: regel }] }));

const kop = (tekst: string, level: number): TekstNode => ({
	type: 'heading',
	attrs: { level },
	content: [{ type: 'text', text: tekst }],
});

function lijst(items: TekstNode[][]): TekstNode[] {
	const full = items.filter((item) => item.length > 0);
	if (full.length === 0) return [];
	return [{ type: 'bulletList', content: full.map((content) => ({ type: 'listItem', content })) }];
}

const vanBriefjes = (briefjes: readonly BriefjeBeeld[]) =>
	lijst(briefjes.map(({ tekst }) => alineas(tekst)));

const vanGroep = ({ naam, briefjes }: GroepBeeld) => [
	kop(naam || 'Groep zonder naam', 3),
	...vanBriefjes(briefjes),
];

function vanInzicht({ soort, tekst, tegen }: InzichtBeeld): TekstNode[] {
	const naam = hoofdletter(INZICHT_SOORTEN[soort]);
	if (soort !== 'spanning') return alineas(`${naam}: ${tekst}`);
	return alineas(`${naam}. Aan de ene kant: ${tekst}\nAan de andere kant: ${tegen}`);
}

function vanAfspraak(afspraak: AfspraakBeeld): TekstNode[] {
	const { wat, wie, wanneer, effect } = afspraak;
	const voor = toonWanneer(wanneer) || wanneer;
	const bij = [isVanNiemand(afspraak) ? 'nog van niemand' : wie, voor].filter(Boolean).join(', ');
	return alineas([`${wat} (${bij})`, effect && `Het helpt als: ${effect}`].join('\n'));
}

function deel(titel: string, items: TekstNode[]): TekstNode[] {
	return items.length > 0 ? [kop(titel, 3), ...items] : [];
}

/** All that lies there: groepen with text, what is loose, inzichten and afspraken. */
const vanAlles = ({ groepen, los, inzichten, afspraken }: BordBeeld): TekstNode[] => [
	...groepen.flatMap(vanGroep),
	...deel('Ligt nog los', vanBriefjes(los)),
	...deel('Inzichten', lijst(inzichten.map(vanInzicht))),
	...deel('Afspraken', lijst(afspraken.map(vanAfspraak))),
];

function vanDing(beeld: BordBeeld, id: string): TekstNode[] {
	const in_ = <T extends { id: string }>(dingen: readonly T[]) =>
		dingen.find((ding) => ding.id === id);
	const groep = in_(beeld.groepen);
	if (groep) return vanGroep(groep);
	const briefje = in_(beeld.briefjes);
	if (briefje) return [{ type: 'blockquote', content: alineas(briefje.tekst) }];
	const inzicht = in_(beeld.inzichten);
	if (inzicht) return vanInzicht(inzicht);
	const afspraak = in_(beeld.afspraken);
	return afspraak ? vanAfspraak(afspraak) : [];
}

/** With the way back to the bord below it; nothing when it is not there. */
export function passageVan(
	beeld: BordBeeld,
	id: string,
	{ titel, adres }: { titel: string; adres: string },
): TekstNode[] {
	const inhoud = id === '' ? vanAlles(beeld) : vanDing(beeld, id);
	if (inhoud.length === 0) return [];
	const link: TekstNode = {
		type: 'paragraph',
		content: [
			{
				type: 'text',
				text: `Van het bord: ${titel}`,
				marks: [{ type: 'link', attrs: { href: adres } }],
			},
		],
	};
	return [...(id === '' ? [kop(titel, 2)] : []), ...inhoud, link];
}
