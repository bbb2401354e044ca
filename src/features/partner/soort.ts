export const ORGANISATIE_SOORTEN = {
	gemeente: 'gemeente',
	hogeschool: 'hogeschool',
	universiteit: 'universiteit',
	mbo: 'mbo-school',
	'zorg-welzijn': 'zorg of welzijn',
	wijkteam: 'wijkteamorganisatie',
	corporatie: 'woningcorporatie',
	'sociale-onderneming': 'sociale onderneming',
	bewonersorganisatie: 'bewonersorganisatie',
	adviesorgaan: 'adviesorgaan',
	beroepsvereniging: 'beroepsvereniging',
	kennisinstituut: 'kennisinstituut',
	landelijk: 'landelijke organisatie',
	overig: 'anders',
} as const;

export type OrganisatieSoort = keyof typeof ORGANISATIE_SOORTEN;
