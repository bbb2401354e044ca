/** What somebody said to an invitation; without one the chair is open. */
export const ANTWOORDEN = { komt: 'komt', 'komt-niet': 'komt niet' } as const;
export type Antwoord = keyof typeof ANTWOORDEN;

/** By the link in the mail, on the page, or by somebody else who heard it. */
export type AanmeldingVia = 'mail' | 'scherm' | 'begeleider';

export const isAntwoord = (text: string | null): text is Antwoord =>
	text !== null && Object.hasOwn(ANTWOORDEN, text);
