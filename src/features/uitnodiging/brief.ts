interface Uitnodiging {
	/** The team, or the werkplaats when it is for no team. */
	waar: string;
	werkplaats: string;
	door: string;
	naam: string;
	link: string;
}

/** The letter of an invitation: plain text, short sentences. */
export const uitnodigingBrief = ({ waar, werkplaats, door, naam, link }: Uitnodiging) => ({
	subject: `Schuif je aan bij ${waar}?`,
	text: `Hallo${naam ? ` ${naam}` : ''},

${door || 'De coördinator'} nodigt je uit bij ${waar}.
${waar === werkplaats ? '' : `Dat hoort bij ${werkplaats}.\n`}Je krijgt een eigen plek aan tafel.

Open deze link om mee te doen:

${link}

De link werkt zeven dagen, en maar één keer.
Je hebt geen wachtwoord nodig.

Ken je ${waar} niet? Dan hoef je niets te doen.
`,
});
