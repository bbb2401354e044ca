import * as v from 'valibot';
import { isDag } from '#features/tekst/wanneer.ts';
import { choice, choiceOrNone, text } from '#ui/fields.ts';
import { VERVOLGEN, type VervolgSoort } from './staat.ts';

const velden = v.object({
	/** In whose verslag it stands; empty for what was agreed on a bord. */
	bijeenkomstId: text(40),
	/** The bord on which it was agreed. */
	bordId: v.optional(choice('Kies eerst een actie.')),
	actiepuntId: choice('Kies eerst een actie.'),
	soort: v.picklist(Object.keys(VERVOLGEN) as VervolgSoort[], 'Kies wat er gebeurde.'),
	tekst: text(1000),
	wanneer: v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.check((dag) => dag === '' || isDag(dag), 'Kies een dag die bestaat.'),
		),
		'',
	),
	/** In which bijeenkomst that was said. */
	inId: choiceOrNone,
});
type Velden = v.InferOutput<typeof velden>;

const needs = (soort: VervolgSoort, field: 'tekst' | 'wanneer', sentence: string) =>
	v.forward(
		v.check<Velden, string>((input) => input.soort !== soort || input[field] !== '', sentence),
		[field],
	);

export const VervolgInput = v.pipe(
	velden,
	v.check(
		({ bijeenkomstId, bordId }) => (bijeenkomstId !== '') !== (bordId !== undefined),
		'Kies eerst een actie.',
	),
	needs('geleerd', 'tekst', 'Schrijf op wat het jullie leerde.'),
	needs('verschoven', 'wanneer', 'Kies een nieuwe dag.'),
);
export type VervolgInput = v.InferOutput<typeof VervolgInput>;
