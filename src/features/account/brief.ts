/** The letters an account gets: plain text, short sentences. `link` is a whole address. */

interface Brief {
	subject: string;
	text: string;
}

const NIET_GEVRAAGD = 'Heb je dit niet gevraagd? Dan hoef je niets te doen.';

export const inlogBrief = (link: string, code: string): Brief => ({
	subject: 'Je inloglink voor Samenspel',
	text: `Hallo,

Je wilt inloggen bij Samenspel. Open deze link:

${link}

De link werkt 15 minuten, en maar één keer.

Lukt dat niet op dit apparaat? Vul dan deze code in.
Doe dat op het scherm waar je begon:

${code.slice(0, 3)} ${code.slice(3)}

De code werkt 10 minuten.

${NIET_GEVRAAGD}
`,
});

export const wachtwoordBrief = (link: string): Brief => ({
	subject: 'Kies een nieuw wachtwoord voor Samenspel',
	text: `Hallo,

Je wilt een nieuw wachtwoord kiezen voor Samenspel. Open deze link:

${link}

De link werkt een uur, en maar één keer.
Je oude wachtwoord werkt tot je een nieuw kiest.

${NIET_GEVRAAGD}
`,
});

export const bevestigBrief = (link: string): Brief => ({
	subject: 'Bevestig je e-mailadres voor Samenspel',
	text: `Hallo,

Je wilt met dit e-mailadres inloggen bij Samenspel. Open deze link:

${link}

De link werkt een uur, en maar één keer.

${NIET_GEVRAAGD}
`,
});

export const gewijzigdBrief = (): Brief => ({
	subject: 'Je e-mailadres voor Samenspel is gewijzigd',
	text: `Hallo,

Je logt voortaan met een ander e-mailadres in bij Samenspel.
Dit adres werkt daar niet meer voor.

Heb je dit niet zelf gedaan? Vertel het dan aan je coördinator.
`,
});
