import type { LeervraagInput, PraktijkvraagInput } from './input.ts';

/** Texts as a form shows them; a choice left open is an empty text. */
const teksten = (values: Record<string, string | null>): Record<string, string> =>
	Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? '']));

/** What the form about a leervraag starts from. */
export const basisLeervraag = (vraag: LeervraagInput) =>
	teksten({
		tekst: vraag.tekst,
		themaId: vraag.themaId,
		herkomst: vraag.herkomst,
		perspectief: vraag.perspectief,
		status: vraag.status,
	});

/** The same for a praktijkvraag; from which leervragen it derives is a choice, not a text. */
export const basisPraktijkvraag = (vraag: Omit<PraktijkvraagInput, 'leervraagIds'>) =>
	teksten({
		tekst: vraag.tekst,
		perspectief: vraag.perspectief,
		indienerId: vraag.indienerId,
		organisatieId: vraag.organisatieId,
		status: vraag.status,
		antwoord: vraag.antwoord,
	});
