import type { Vermelding } from '#access/actor.ts';

interface Spreker {
	naam: string;
	rol: string;
	organisatie: string;
}

/** How somebody is named in print, as they chose themselves. */
export function naamGedrukt({ naam, rol, organisatie }: Spreker, vermelding: Vermelding): string {
	const [voornaam = ''] = naam.trim().split(/\s+/);
	if (vermelding === 'anoniem' || !voornaam) return 'Een deelnemer';
	if (vermelding === 'voornaam') return voornaam;
	return [naam.trim(), rol.trim(), organisatie.trim()].filter(Boolean).join(', ');
}
