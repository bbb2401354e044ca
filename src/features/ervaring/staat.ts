import type { Vermelding } from '#access/actor.ts';

/** Of the speaker. Nothing yet, or nee: it never leaves the team (AC-37). */
export const ANTWOORDEN = { ja: 'dit mag', nee: 'liever niet' } as const;
export type ErvaringAntwoord = keyof typeof ANTWOORDEN;

export type ErvaringStaat = 'nieuw' | 'gevraagd' | 'verlopen' | 'ja' | 'nee';

const MAG: Record<Vermelding, string> = {
	volledig: 'met hele naam',
	voornaam: 'alleen voornaam',
	anoniem: 'zonder naam',
};

interface Antwoord {
	antwoord: ErvaringAntwoord;
	vermelding: Vermelding;
}

/** The last answer counts; without one, whether somebody was asked and still can answer. */
export function staatVan(
	antwoord: Antwoord | undefined,
	vraag: { verlooptOp: Date } | undefined,
	nu: Date,
): ErvaringStaat {
	if (antwoord) return antwoord.antwoord;
	if (!vraag) return 'nieuw';
	return vraag.verlooptOp > nu ? 'gevraagd' : 'verlopen';
}

/** In words, for beside the words that were said. */
export function toonStaat(staat: ErvaringStaat, vermelding: Vermelding | undefined): string {
	switch (staat) {
		case 'nieuw':
			return 'Nog niet gevraagd';
		case 'gevraagd':
			return 'Gevraagd, wacht';
		case 'verlopen':
			return 'Gevraagd, geen antwoord';
		case 'ja':
			return `Mag: ${MAG[vermelding ?? 'anoniem']}`;
		case 'nee':
			return 'Liever niet';
	}
}

/** What the speaker agrees with; a changed sentence is another version. */
export const TEKSTVERSIE = '2026-11';
