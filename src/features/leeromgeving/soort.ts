/** Kinds of leeromgeving that occur; a werkplaats may write another one. */
export const LEEROMGEVING_SOORTEN = [
	'werkteam',
	'werkgroep',
	'leernetwerk',
	'kennis- en leernetwerk',
	'learning community',
	'leerkring',
	'leergang',
	'leeratelier',
	'leergemeenschap',
	'expeditie',
	'ontwikkelteam',
	'community of practice',
] as const;
