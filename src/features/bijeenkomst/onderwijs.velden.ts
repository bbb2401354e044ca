import type { ListedField } from '#ui/listed.ts';
import type { Option } from '#ui/options.ts';
import type { basisKeukentafel, basisOnderwijs } from './onderwijs.input.ts';

/** What the forms about a lesson and about a gesprek ask. */

export const onderwijsVelden = (
	waarde: ReturnType<typeof basisOnderwijs>,
	organisaties: Option[],
): ListedField[] => [
	{ name: 'opleiding', label: 'Opleiding', value: waarde.opleiding, maxlength: 120 },
	{
		...{ name: 'hogeschoolId', label: 'School', value: waarde.hogeschoolId },
		choice: { options: organisaties, empty: 'Nog niet bekend' },
	},
	{
		...{ name: 'leerjaar', label: 'Leerjaar', value: waarde.leerjaar },
		...{ inputmode: 'numeric', maxlength: 2 },
	},
	{ name: 'gever', label: 'Wie geeft het?', value: waarde.gever, maxlength: 200 },
];

export const keukentafelVelden = (
	waarde: ReturnType<typeof basisKeukentafel>,
	organisaties: Option[],
): ListedField[] => [
	{
		...{ name: 'vraag', label: 'Met welke vraag gingen jullie?', value: waarde.vraag },
		...{ rows: 2, maxlength: 2000 },
	},
	{
		...{
			name: 'bijOrganisatieId',
			label: 'Bij welke organisatie?',
			value: waarde.bijOrganisatieId,
		},
		choice: { options: organisaties, empty: 'Staat niet in de lijst' },
	},
	{ name: 'bij', label: 'Bij wie daar, of bij wie anders?', value: waarde.bij, maxlength: 200 },
	{
		...{ name: 'effect', label: 'Wat merkten mensen van het beleid?', value: waarde.effect },
		...{ rows: 4, maxlength: 4000 },
	},
	{
		...{ name: 'afspraken', label: 'Wat spraken jullie af?', value: waarde.afspraken },
		...{ rows: 4, maxlength: 4000 },
	},
];
