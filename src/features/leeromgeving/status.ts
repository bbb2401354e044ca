export const LEEROMGEVING_STATUS = {
	verkenning: 'verkenning',
	vorming: 'in opbouw',
	actief: 'actief',
	afronding: 'in afronding',
	afgesloten: 'afgesloten',
	gestopt: 'gestopt zonder resultaat',
} as const;

export type LeeromgevingStatus = keyof typeof LEEROMGEVING_STATUS;
