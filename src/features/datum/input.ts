import * as v from 'valibot';
import { leesDatum, type Rand } from './lees.ts';
import type { Schrijfdatum } from './schrijfdatum.ts';

const tekst = v.optional(
	v.pipe(v.string(), v.trim(), v.maxLength(80, 'Schrijf de datum korter.')),
	'',
);

function lees(rand: Rand, optional: boolean, leeg?: string) {
	return v.rawTransform<string, Schrijfdatum | null>(({ dataset, addIssue, NEVER }) => {
		if (optional && dataset.value === '') return null;
		const gelezen = leesDatum(dataset.value, { rand });
		if (gelezen.ok) return gelezen.datum;
		addIssue({ message: (dataset.value === '' && leeg) || gelezen.fout });
		return NEVER;
	});
}

/** A form field for a date that must be there: text in, a Schrijfdatum out, or why not. `leeg` asks for it by name. */
export const datumVeld = ({ rand, leeg }: { rand: Rand; leeg?: string }) =>
	v.pipe(
		tekst,
		lees(rand, false, leeg),
		v.transform((datum) => datum as Schrijfdatum),
	);

/** The same for a date that may be left out: null when the field is empty. */
export const datumVeldOfLeeg = ({ rand }: { rand: Rand }) => v.pipe(tekst, lees(rand, true));
