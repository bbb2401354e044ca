/** Why somebody who put their name down hears from us. */
export type Aanleiding = 'aangemeld' | 'wachtlijst' | 'plek' | 'gewijzigd' | 'afgezegd';

interface Plek {
	titel: string;
	wanneer: string;
	tijden: string;
	plaats: string;
	/** Opens one's own place. */
	url: string;
}

const BRIEF: Record<Aanleiding, { onderwerp: string; begin: string; eind: string }> = {
	aangemeld: {
		onderwerp: 'Je bent aangemeld',
		begin: 'Je bent aangemeld.',
		eind: 'Kom je toch niet? Laat het weten met deze link:',
	},
	wachtlijst: {
		onderwerp: 'Je staat op de wachtlijst',
		begin: 'Het zit vol. Je staat op de wachtlijst.\nKomt er een plek vrij, dan krijg je mail.',
		eind: 'Hier zie je op welke plaats je staat:',
	},
	plek: {
		onderwerp: 'Er is een plek voor je',
		begin: 'Er is een plek vrij gekomen. Je kunt komen.',
		eind: 'Kom je toch niet? Laat het weten met deze link:',
	},
	gewijzigd: {
		onderwerp: 'Gewijzigd',
		begin: 'Er is iets veranderd. Zo is het nu:',
		eind: 'Kom je toch niet? Laat het weten met deze link:',
	},
	afgezegd: {
		onderwerp: 'Gaat niet door',
		begin: 'Deze bijeenkomst gaat niet door.',
		eind: 'Je vindt dit ook hier terug:',
	},
};

/** Plain text, short sentences. */
export function plekBrief(aanleiding: Aanleiding, { titel, wanneer, tijden, plaats, url }: Plek) {
	const { onderwerp, begin, eind } = BRIEF[aanleiding];
	const feiten = [titel, [wanneer, tijden].filter(Boolean).join(', '), plaats].filter(Boolean);
	return {
		subject: `${onderwerp}: ${titel}`,
		text: `Hallo,

${begin}

${feiten.join('\n')}

${eind}

${url}

Je hoeft niet in te loggen.
`,
	};
}
