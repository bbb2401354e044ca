/** The letters around one bijeenkomst: plain text, short sentences. */

export interface BriefOver {
	/** How the reader is called; may be empty. */
	naam: string;
	titel: string;
	/** Who comes together: the team, or the werkplaats. */
	team: string;
	/** "Donderdag 11 juni 2026, 14.00 – 16.30 uur", a line for each stretch. */
	wanneer: readonly string[];
	plaats: string;
	/** The page with the two buttons. */
	link: string;
	/** A file goes along that a calendar reads. */
	metBestand: boolean;
}

/** A title is one line: a letter gets no paragraph that its sender did not write. */
const eenRegel = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const groet = (naam: string) => `Hallo${naam ? ` ${eenRegel(naam)}` : ''},`;
const waarEnWanneer = ({ wanneer, plaats }: BriefOver) =>
	[...wanneer, eenRegel(plaats)].filter(Boolean).join('\n');
const knoppen = ({ link }: BriefOver) =>
	`Ik kom:\n${link}?antwoord=komt\n\nIk kom niet:\n${link}?antwoord=komt-niet`;
const slot = ({ metBestand }: BriefOver) =>
	['Je hoeft niet in te loggen.']
		.concat(metBestand ? 'Het bestand in de bijlage zet de afspraak in je agenda.' : [])
		.join(' ');

/** Paragraphs with a white line between them; what is empty is left out. */
const tekst = (...alineas: string[]) => `${alineas.filter(Boolean).join('\n\n')}\n`;

/** `erbij` is what the inviter wrote. */
export const uitnodigingBrief = (over: BriefOver, erbij: string) => ({
	subject: `Kom je naar ${eenRegel(over.titel)}?`,
	text: tekst(
		groet(over.naam),
		`${over.team} komt bij elkaar: ${eenRegel(over.titel)}.`,
		waarEnWanneer(over),
		erbij.trim(),
		knoppen(over),
		slot(over),
	),
});

/** The day before, with what was answered. */
export const herinneringBrief = (over: BriefOver, komt: boolean) => ({
	subject: `Morgen: ${eenRegel(over.titel)}`,
	text: tekst(
		groet(over.naam),
		`Morgen komt ${over.team} bij elkaar: ${eenRegel(over.titel)}.`,
		waarEnWanneer(over),
		komt ? 'Je gaf aan dat je komt. Lukt het toch niet?' : 'We weten nog niet of je komt.',
		komt ? `Ik kom niet:\n${over.link}?antwoord=komt-niet` : knoppen(over),
		slot(over),
	),
});

export const wijzigingBrief = (over: BriefOver) => ({
	subject: `Gewijzigd: ${eenRegel(over.titel)}`,
	text: tekst(
		groet(over.naam),
		'Er is iets veranderd. Zo is het nu:',
		`${eenRegel(over.titel)}\n${waarEnWanneer(over)}`,
		'Klopt je antwoord nog? Je kunt het wijzigen.',
		knoppen(over),
		slot(over),
	),
});

export const afzeggingBrief = (over: BriefOver, reden: string) => ({
	subject: `Gaat niet door: ${eenRegel(over.titel)}`,
	text: tekst(
		groet(over.naam),
		`${over.team} komt niet bij elkaar: ${eenRegel(over.titel)}.`,
		waarEnWanneer(over),
		`De reden: ${reden.trim()}`,
		over.metBestand ? 'Het bestand in de bijlage haalt de afspraak uit je agenda.' : '',
	),
});
