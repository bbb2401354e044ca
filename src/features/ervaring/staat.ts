/** Of the speaker. Nothing yet, or nee: it never leaves the team (AC-37). */
export const ANTWOORDEN = { ja: 'dit mag', nee: 'liever niet' } as const;
export type ErvaringAntwoord = keyof typeof ANTWOORDEN;
