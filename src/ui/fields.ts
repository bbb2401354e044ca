import * as v from 'valibot';

/** What fields of many forms may hold; the form and its action use the same. */

/** A text that may stay empty. */
export const text = (max = 4000) =>
	v.optional(
		v.pipe(
			v.string('Vul hier één tekst in.'),
			v.trim(),
			v.maxLength(max, `Dit is te lang. Gebruik hoogstens ${max} tekens.`),
		),
		'',
	);

export const requiredText = (max: number, empty: string) => v.pipe(text(max), v.nonEmpty(empty));

/** The id of what was picked. */
export const choice = (empty = 'Kies iets uit de lijst.') => requiredText(40, empty);

/** A choice that may stay open: an empty text is no choice. */
export const choiceOrNone = v.pipe(
	text(40),
	v.transform((chosen) => chosen || null),
);

/** Zero or more choices: a form sends nothing, one text or a list. */
export const choices = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((chosen) => [...new Set([chosen].flat().filter(Boolean))]),
);

/** One row of a list on the page: which one a button is about. */
/** A button without fields. */
export const NoFields = v.object({});

export const RowId = v.object({ id: choice('Kies eerst een regel.') });
