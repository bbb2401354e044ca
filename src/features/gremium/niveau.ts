export const GREMIUM_NIVEAUS = {
	operationeel: 'operationeel',
	tactisch: 'tactisch',
	strategisch: 'strategisch',
	landelijk: 'landelijk',
} as const;

export type GremiumNiveau = keyof typeof GREMIUM_NIVEAUS;
