/** `geleerd` says what the attempt taught and changes nothing else. */
export const VERVOLGEN = {
	klaar: 'klaar',
	heropend: 'weer open',
	losgelaten: 'losgelaten',
	verschoven: 'verschoven',
	geleerd: 'wat het ons leerde',
} as const;
export type VervolgSoort = keyof typeof VERVOLGEN;
