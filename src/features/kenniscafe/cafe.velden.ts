import { hoofdletter, type Woordenlijst } from '#features/werkplaats/woordenlijst.ts';
import type { ListedField } from '#ui/listed.ts';
import { AANLEIDINGEN } from './aanleiding.ts';
import type { basisCafe } from './basis.ts';

const aanleidingen = (woorden: Woordenlijst) =>
	Object.entries(AANLEIDINGEN).map(([value, label]) => ({
		value,
		label: hoofdletter(label(woorden)),
	}));

/** What the form about a kenniscafé asks. */
export const cafeVelden = (
	waarde: ReturnType<typeof basisCafe>,
	woorden: Woordenlijst,
): ListedField[] => [
	{
		...{ name: 'nummer', label: 'Nummer', value: waarde.nummer },
		help: 'Het hoeveelste is het? Bijvoorbeeld 12.',
		...{ inputmode: 'numeric', maxlength: 3 },
	},
	{
		...{ name: 'thema', label: 'Thema of hoofdstuk', value: waarde.thema, maxlength: 200 },
		help: 'Bijvoorbeeld: Ontmoeten. Of: Hoofdstuk 3.',
	},
	{
		...{ name: 'aanleiding', label: 'Aanleiding', value: waarde.aanleiding },
		help: 'Waar kwam het onderwerp vandaan?',
		choice: { options: aanleidingen(woorden), empty: 'Nog niet bekend' },
	},
	{
		...{ name: 'toelichting', label: 'Meer over de aanleiding', value: waarde.toelichting },
		help: 'Bijvoorbeeld om wie of welke vraag het ging.',
		...{ rows: 2, maxlength: 1000 },
	},
];
