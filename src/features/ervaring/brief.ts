interface Vraag {
	titel: string;
	door: string;
	naam: string;
	tekst: string;
	link: string;
}

/** Asks a speaker whether their words may be used: plain text, short sentences. */
export const vraagBrief = ({ titel, door, naam, tekst, link }: Vraag) => ({
	subject: 'Klopt dit zo?',
	text: `Hallo${naam ? ` ${naam}` : ''},

Je was bij ${titel}.
Dit schreven we op van jou:

"${tekst}"

Mag dit gebruikt worden? Open deze link om te kiezen:

${link}

Je hoeft niet in te loggen. Je mag de tekst korter of anders maken.
Je kiest zelf hoe je genoemd wilt worden. Zeg je niets? Dan gebruiken we het niet.

${door || 'Het team'}
`,
});
