import type { TekstNode } from '#features/tekst/node.ts';

/** Verslagen to begin with, for every werkplaats. What stands here is read, and then written over. */

export interface VastSjabloon {
	id: string;
	naam: string;
	/** What it is for, in one sentence. */
	uitleg: string;
	inhoud: TekstNode;
}

const p = (...text: string[]): TekstNode =>
	text.length > 0
		? { type: 'paragraph', content: text.map((part) => ({ type: 'text', text: part })) }
		: { type: 'paragraph' };
const kop = (text: string): TekstNode => ({
	type: 'heading',
	attrs: { level: 2 },
	content: [{ type: 'text', text }],
});
const lijst = (...items: string[]): TekstNode => ({
	type: 'bulletList',
	content: items.map((item) => ({ type: 'listItem', content: [item ? p(item) : p()] })),
});
/** Without words: an actie or besluit that nobody took is not on a list. */
const actie: TekstNode = {
	type: 'actiepunt',
	attrs: { id: '', wie: '', wieId: '', wanneer: '', klaar: false },
};
const besluit: TekstNode = { type: 'besluit', attrs: { id: '' } };
const doc = (...content: TekstNode[]): TekstNode => ({ type: 'doc', content });

export const SJABLONEN: readonly VastSjabloon[] = [
	{
		id: 'werkteambijeenkomst',
		naam: 'Werkteambijeenkomst',
		uitleg: 'Delen, duiden en doen, met acties en besluiten.',
		inhoud: doc(
			kop('Binnenkomen'),
			p('Hoe zitten we erbij? Wat gebeurde er sinds de vorige keer?'),
			kop('Delen: wat kwam je tegen?'),
			p('Schrijf het verhaal op zoals het verteld is.'),
			lijst(''),
			kop('Duiden: wat zien we samen?'),
			p('Wat komt vaker terug? Waar zijn we het niet over eens?'),
			lijst(''),
			kop('Doen: wat proberen we?'),
			actie,
			kop('Besluiten'),
			besluit,
			kop('Terugkijken'),
			p('Wat leerden we vandaag? Wie misten we aan tafel?'),
		),
	},
	{
		id: 'casusbespreking',
		naam: 'Casusbespreking',
		uitleg: 'Eén verhaal, van meer kanten bekeken.',
		inhoud: doc(
			kop('Het verhaal'),
			p('Wat is er gebeurd? Gebruik geen namen van bewoners.'),
			kop('Hoe kijkt de bewoner ernaar?'),
			p(),
			kop('Hoe kijken anderen ernaar?'),
			lijst('De professional:', 'De gemeente:', 'De buurt:'),
			kop('Waar zit de spanning?'),
			p(),
			kop('Wat leren we hiervan?'),
			lijst(''),
			kop('Wat doen we nu?'),
			actie,
		),
	},
	{
		id: 'kort-verslag',
		naam: 'Kort verslag',
		uitleg: 'Alleen wat je later nodig hebt.',
		inhoud: doc(
			kop('Waar ging het over?'),
			p(),
			kop('Wat spraken we af?'),
			besluit,
			actie,
			kop('De volgende keer'),
			p(),
		),
	},
];
