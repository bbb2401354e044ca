import { toonMoment } from '#features/datum/toon.ts';
import type { VersieRegel } from './read.server.ts';

/** "Ruben, Sanne en Tygo". */
export const opsomming = (namen: readonly string[]): string =>
	new Intl.ListFormat('nl', { type: 'conjunction' }).format(namen);

/** How a versie is called: by its own name, or by when it was made. */
export const versieTitel = ({ naam, op }: Pick<VersieRegel, 'naam' | 'op'>): string =>
	naam || `Versie van ${toonMoment(op)}`;

/** Why it was kept, in one line. */
export function versieUitleg({ soort, door, schrijvers }: Omit<VersieRegel, 'verschil'>): string {
	const wie = schrijvers.length > 0 ? `Geschreven door ${opsomming(schrijvers)}.` : '';
	if (soort === 'benoemd') return `${door ? `Bewaard door ${door}.` : 'Bewaard.'} ${wie}`.trim();
	if (soort === 'voor-terugzetten')
		return `${door || 'Iemand'} zette hierna een eerdere versie terug. ${wie}`.trim();
	return wie || 'Vanzelf bewaard.';
}

export const woordenTekst = (n: number) => `${n} ${n === 1 ? 'woord' : 'woorden'}`;

/** "+12", "−3", or nothing. */
export const verschilTekst = (n: number) => (n === 0 ? '' : n > 0 ? `+${n}` : `−${-n}`);
