import * as v from 'valibot';
import { choiceOrNone } from '#ui/fields.ts';
import { KOLOMMEN, type Kolom } from './invoer.kolom.ts';

const MOST = 200_000;

/** In the order of the table, so also twice the same. */
const lijst = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((chosen) => [chosen].flat()),
);

const isKolom = (text: string): text is Kolom => Object.hasOwn(KOLOMMEN, text);

/** A list from elsewhere as text, and what somebody said of it. */
export const ImportInput = v.object({
	tekst: v.pipe(
		v.optional(v.string(), ''),
		v.check((tekst) => tekst.trim() !== '', 'Plak eerst een lijst, of kies een bestand.'),
		v.maxLength(MOST, 'Deze lijst is te lang. Plak hem in delen.'),
	),
	/** What stands in each column; nothing yet when it was not shown. */
	kolommen: v.pipe(
		lijst,
		v.transform((keys) => keys.map((key): Kolom => (isKolom(key) ? key : 'niets'))),
	),
	kop: v.pipe(
		v.optional(v.string(), ''),
		v.transform((chosen) => chosen !== ''),
	),
	/** "3:<persoonId>": row 3 is about this persoon. */
	kies: v.pipe(
		lijst,
		v.transform(
			(chosen) =>
				new Map(
					chosen
						.map((one) => one.split(':') as [string, string?])
						.filter(([, id]) => id)
						.map(([rij, id]) => [Number(rij), id!] as const),
				),
		),
	),
	dagdeelId: choiceOrNone,
	/** People signed it with a pen: that is where the line comes from. */
	papier: v.pipe(
		v.optional(v.string(), ''),
		v.transform((chosen) => chosen !== ''),
	),
});
export type ImportInput = v.InferOutput<typeof ImportInput>;
