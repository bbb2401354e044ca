import type { Antwoord } from './antwoord.ts';
import type { Komst } from './wiekomt.ts';

const met = (aantal: number, een: string, meer: string) => `${aantal} ${aantal === 1 ? een : meer}`;

/** "8 komen · 2 komen niet · 3 lieten nog niets horen". */
export const komstTekst = ({ komt, komtNiet, nietGereageerd }: Komst): string =>
	[
		komt + komtNiet + nietGereageerd > 0 ? met(komt, 'komt', 'komen') : 'Nog niemand uitgenodigd.',
		komtNiet > 0 && met(komtNiet, 'komt niet', 'komen niet'),
		nietGereageerd > 0 && met(nietGereageerd, 'liet nog niets horen', 'lieten nog niets horen'),
	]
		.filter(Boolean)
		.join(' · ');

/** What the page says after an answer. */
export const genoteerd = (antwoord: Antwoord): string =>
	antwoord === 'komt' ? 'Genoteerd: je komt.' : 'Genoteerd: je komt niet.';

/** "9 mensen krijgen een mail. 2 hebben geen mailadres: vertel het zelf." */
export const gemaildTekst = (uit: { gemaild: number; zonderAdres: number }): string =>
	[
		uit.gemaild > 0
			? `${met(uit.gemaild, 'persoon krijgt', 'mensen krijgen')} een mail.`
			: 'Niemand krijgt een mail.',
		uit.zonderAdres > 0 &&
			`${met(uit.zonderAdres, 'heeft', 'hebben')} geen mailadres: vertel het zelf.`,
	]
		.filter(Boolean)
		.join(' ');
