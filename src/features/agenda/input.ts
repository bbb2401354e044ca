import * as v from 'valibot';
import { choice, choiceOrNone, requiredText, text } from '#ui/fields.ts';
import { WERKVORMEN } from '#features/werkvorm/bibliotheek.ts';
import { DOELEN, type Doel } from './punt.ts';

const MAX_MINUTEN = 600;

const minuten = v.pipe(
	text(10),
	v.rawTransform<string, number | null>(({ dataset, addIssue, NEVER }) => {
		if (dataset.value === '') return null;
		const gelezen = /^(\d{1,4})(?: ?min(?:uten|uut|\.)?)?$/i.exec(dataset.value);
		const aantal = Number(gelezen?.[1] ?? 0);
		if (aantal >= 1 && aantal <= MAX_MINUTEN) return aantal;
		addIssue({ message: 'Schrijf het aantal minuten, bijvoorbeeld 15.' });
		return NEVER;
	}),
);

const doel = v.pipe(
	text(20),
	v.check((chosen) => chosen === '' || chosen in DOELEN, 'Kies een doel uit de lijst.'),
	v.transform((chosen) => (chosen || null) as Doel | null),
);

const KIES_WERKVORM = 'Kies een werkvorm uit de lijst.';

const werkvorm = v.pipe(
	text(40),
	v.check(
		(chosen) => chosen === '' || WERKVORMEN.some(({ sleutel }) => sleutel === chosen),
		KIES_WERKVORM,
	),
);

const velden = {
	titel: requiredText(200, 'Geef het punt een naam.'),
	minuten,
	doel,
	wieId: choiceOrNone,
	wie: text(100),
	werkvorm,
	uitleg: text(4000),
	stukken: text(2000),
};

/** What may be missing from the short form at the end of the list. */
export const PuntNieuw = v.object({
	...velden,
	soort: v.optional(v.picklist(['punt', 'pauze'], 'Kies een soort.'), 'punt'),
});
export type PuntNieuw = v.InferOutput<typeof PuntNieuw>;

export const PuntInput = v.object({ id: choice(), ...velden });
export type PuntInput = v.InferOutput<typeof PuntInput>;

/** Behind which point it goes; empty for the first place. */
export const PlaatsInput = v.object({ id: choice('Kies een punt.'), na: text(40) });

export const PuntKeus = v.object({ id: choice('Kies een punt.') });

/** One of the two: a whole agenda, or the steps of one werkvorm. */
export const AgendaBegin = v.pipe(
	v.object({ sjabloon: text(40), werkvorm }),
	v.forward(
		v.check(({ sjabloon, werkvorm }) => Boolean(sjabloon || werkvorm), KIES_WERKVORM),
		['werkvorm'],
	),
);

export const StappenInput = v.object({ werkvorm: v.pipe(werkvorm, v.nonEmpty(KIES_WERKVORM)) });

/** Which point the actor saw at hand; empty for none. What is no longer true changes nothing. */
export const LoopInput = v.object({ van: text(40) });

/** To a point of one's own choice. */
export const StartInput = v.object({ van: text(40), punt: text(40) });

export const PauzeInput = v.object({
	van: choice('Er is geen punt aan de beurt.'),
	klok: v.picklist(['stil', 'loopt'], 'Kies of de klok stilstaat.'),
});
export type PauzeInput = v.InferOutput<typeof PauzeInput>;

/** How many minutes more there are then: who press at once add one together. */
export const ErbijInput = v.object({
	van: choice('Er is geen punt aan de beurt.'),
	extra: v.pipe(
		text(4),
		v.regex(/^\d{1,3}$/, 'Dit gaat niet.'),
		v.transform(Number),
		v.maxValue(MAX_MINUTEN, 'Dit duurt te lang.'),
	),
});
export type ErbijInput = v.InferOutput<typeof ErbijInput>;

export const GebruikInput = v.pipe(
	v.object({
		id: text(40),
		werkvorm,
		naam: text(100),
		hoeGingHet: text(2000),
	}),
	v.forward(
		v.check(
			({ werkvorm, naam }) => Boolean(werkvorm || naam),
			'Kies een werkvorm, of schrijf de naam.',
		),
		['werkvorm'],
	),
);
export type GebruikInput = v.InferOutput<typeof GebruikInput>;
