import type { TekstNode } from '#features/tekst/node.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import {
	bijBriefje,
	kopVan,
	redenZin,
	type BladAfspraak,
	type BladBriefje,
	type BladGroep,
	type BladInzicht,
	type BladVerhaal,
	type BordBlad,
} from './blad.ts';
import { INZICHT_SOORTEN, VAN_NIEMAND } from './soort.ts';
import { isStandpunt, perStandpunt, zonderStandpunt } from './standpunt.ts';
import { gekozen as keerGekozen } from './verhaal.ts';

/** A bord as a text: groepen with what lies in them, and no picture. */

const text = (words: string, mark?: string): TekstNode => ({
	type: 'text',
	text: words,
	...(mark && { marks: [{ type: mark }] }),
});

/** Lines stay lines. */
const regels = (words: string): TekstNode[] =>
	words
		.split('\n')
		.flatMap((regel, index) => [
			...(index > 0 ? [{ type: 'hardBreak' }] : []),
			...(regel ? [text(regel)] : []),
		]);

const paragraph = (...content: TekstNode[]): TekstNode => ({
	type: 'paragraph',
	...(content.length > 0 && { content }),
});
const heading = (level: number, words: string): TekstNode => ({
	type: 'heading',
	attrs: { level },
	content: [text(words)],
});
const list = (items: TekstNode[][]): TekstNode[] =>
	items.length > 0
		? [
				{
					type: 'bulletList',
					content: items.map((content) => ({ type: 'listItem', content })),
				},
			]
		: [];

const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]): TekstNode => ({
	type: 'tableRow',
	content: cells.map((words) => ({ type, content: [paragraph(...regels(words))] })),
});

function briefje(een: BladBriefje): TekstNode[] {
	const bij = bijBriefje(een);
	return [paragraph(...regels(een.tekst), ...(bij ? [text(` (${bij})`, 'italic')] : []))];
}

/** The story, how often it was chosen, and why. */
const verhaal = ({ tekst, gekozen, redenen }: BladVerhaal): TekstNode[] => [
	{ type: 'blockquote', content: [paragraph(...regels(tekst))] },
	paragraph(text(`${hoofdletter(keerGekozen(gekozen))}. De redenen:`)),
	...list(redenen.map((reden) => [paragraph(text(redenZin(reden)))])),
];

/** What lies in no groep; of a stelling for and against apart. */
const los = (briefjes: readonly BladBriefje[], level: number): TekstNode[] => [
	...perStandpunt(briefjes).flatMap(({ naam, briefjes: hier }) =>
		hier.length > 0 ? [heading(level, naam), ...list(hier.map(briefje))] : [],
	),
	...list(zonderStandpunt(briefjes).map(briefje)),
];

const groep = (een: BladGroep): TekstNode[] => [
	heading(3, kopVan(een)),
	...list(een.briefjes.map(briefje)),
];

const inzicht = ({ soort, tekst, tegen, uit }: BladInzicht): TekstNode[] => [
	paragraph(text(`${hoofdletter(INZICHT_SOORTEN[soort])}: `, 'bold'), ...regels(tekst)),
	...(tegen ? [paragraph(text('Daartegenover: ', 'bold'), ...regels(tegen))] : []),
	...(uit.length > 0 ? [paragraph(text(`Komt uit: ${uit.join('; ')}`, 'italic'))] : []),
];

function afspraken(alle: readonly BladAfspraak[]): TekstNode[] {
	if (alle.length === 0) return [];
	const head = row('tableHeader', 'Wat', 'Wie', 'Wanneer', 'Het helpt als');
	const rows = alle.map(({ wat, wie, wanneer, effect }) =>
		row('tableCell', wat, wie || VAN_NIEMAND, wanneer, effect),
	);
	return [{ type: 'table', content: [head, ...rows] }];
}

const gekozen = ({ verhalen }: BordBlad, level: number): TekstNode[] =>
	verhalen.length > 0 ? [heading(level, 'Gekozen verhalen'), ...verhalen.flatMap(verhaal)] : [];

/** All of it, part by part, with a heading above each that is there. */
function delen(blad: BordBlad, level: number): TekstNode[] {
	const deel = (kop: string, content: readonly TekstNode[]) =>
		content.length > 0 ? [heading(level, kop), ...content] : [];
	return [
		...deel('Losse briefjes', los(blad.los, level + 1)),
		...deel('Inzichten', list(blad.inzichten.map(inzicht))),
		...deel('Afspraken', afspraken(blad.afspraken)),
	];
}

export function bladTekst(blad: BordBlad): TekstNode {
	const groepen = blad.groepen.flatMap(groep);
	const kop = groepen.length > 0 ? [heading(2, 'Groepen')] : [];
	return { type: 'doc', content: [...gekozen(blad, 2), ...kop, ...groepen, ...delen(blad, 2)] };
}

/** What hangs on a briefje, and with it who wrote it, stays on the bord; not what it says of a stelling. */
const kaal = (een: BladBriefje): BladBriefje => ({
	...een,
	...{ perspectief: '', wie: '', namens: false },
	soort: isStandpunt(een.soort) ? een.soort : '',
});
const kaalBlad = (blad: BordBlad): BordBlad => ({
	...blad,
	groepen: blad.groepen.map((een) => ({ ...een, briefjes: een.briefjes.map(kaal) })),
	los: blad.los.map(kaal),
});

function ding({ groepen, los: losse, verhalen, ...rest }: BordBlad, id: string): TekstNode[] {
	const in_ = <T extends { id: string }>(dingen: readonly T[]) =>
		dingen.filter((een) => een.id === id);
	const isGekozen = (een: BladBriefje) => verhalen.some((ander) => ander.id === een.id);
	const briefjes = [...losse, ...groepen.flatMap((een) => een.briefjes)];
	return [
		...in_(groepen).flatMap(groep),
		...in_(verhalen).flatMap(verhaal),
		...in_(briefjes.filter((een) => !isGekozen(een))).map((een) => ({
			type: 'blockquote',
			content: briefje(een),
		})),
		...in_(rest.inzichten).flatMap(inzicht),
		...afspraken(in_(rest.afspraken)),
	];
}

/** A thing on the bord, or '' for all of it, as a piece of a verslag with the way back below it. */
export function passageVan(met: BordBlad, id: string, adres: string): TekstNode[] {
	const blad = kaalBlad(met);
	const inhoud =
		id === ''
			? [...gekozen(blad, 3), ...blad.groepen.flatMap(groep), ...delen(blad, 3)]
			: ding(blad, id);
	if (inhoud.length === 0) return [];
	const link = { type: 'link', attrs: { href: adres } };
	return [
		...(id === '' ? [heading(2, blad.titel)] : []),
		...inhoud,
		paragraph({ type: 'text', text: `Van het bord: ${blad.titel}`, marks: [link] }),
	];
}
