import * as v from 'valibot';
import { datumVeldOfLeeg } from '#features/datum/input.ts';
import { requiredText, text } from '#ui/fields.ts';
import { leesTijd } from '#features/datum/tijd.ts';

const tijd = v.pipe(
	text(20),
	v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
		if (dataset.value === '') return '';
		const gelezen = leesTijd(dataset.value);
		if (gelezen !== undefined) return gelezen;
		addIssue({ message: 'Schrijf een tijd, bijvoorbeeld 14.00.' });
		return NEVER;
	}),
);

export const BijeenkomstInput = v.pipe(
	v.object({
		titel: requiredText(200, 'Geef de bijeenkomst een titel.'),
		datum: datumVeldOfLeeg({ rand: 'begin' }),
		begin: tijd,
		eind: tijd,
		plaats: text(200),
	}),
	v.forward(
		v.check(({ begin, eind }) => !eind || begin !== '', 'Schrijf ook hoe laat jullie beginnen.'),
		['begin'],
	),
	v.forward(
		v.check(
			({ begin, eind }) => !begin || !eind || eind > begin,
			'Het eind ligt voor het begin. Kijk de tijden na.',
		),
		['eind'],
	),
);
export type BijeenkomstInput = v.InferOutput<typeof BijeenkomstInput>;
