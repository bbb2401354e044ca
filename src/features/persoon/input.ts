import * as v from 'valibot';
import { choice, choiceOrNone } from '#ui/fields.ts';
import {
	PERSPECTIEVEN,
	WERKPLAATS_ROLLEN,
	type Perspectief,
	type Vermelding,
	type WerkplaatsRol,
} from '#access/actor.ts';

/** How somebody is named in what the werkplaats publishes. */
export const VERMELDINGEN: Record<Vermelding, string> = {
	volledig: 'Met mijn hele naam',
	voornaam: 'Alleen met mijn voornaam',
	anoniem: 'Zonder naam',
};

/** A name is one line: a letter it stands in gets no paragraph that its sender did not write. */
const opEenRegel = v.transform((text: string) => text.replaceAll(/\s+/g, ' ').trim());

/** A line of text that may stay empty. */
export const tekst = (max: number) =>
	v.optional(
		v.pipe(v.string(), opEenRegel, v.maxLength(max, `Gebruik hoogstens ${max} tekens.`)),
		'',
	);

export const voornaam = v.pipe(
	v.string('Vul een voornaam in.'),
	opEenRegel,
	v.nonEmpty('Vul een voornaam in.'),
	v.maxLength(80, 'Gebruik hoogstens 80 tekens.'),
);

/** A first name is enough (R-06). */
export const namen = { voornaam, tussenvoegsel: tekst(20), achternaam: tekst(80) };

export const email = v.pipe(
	v.string('Vul een e-mailadres in.'),
	v.trim(),
	v.nonEmpty('Vul een e-mailadres in.'),
	v.maxLength(254, 'Dit e-mailadres is te lang.'),
	v.regex(
		/^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+\.[^\s@<>",;:\\()[\]]+$/,
		'Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.',
	),
);

export const emailOfNiets = v.union(
	[v.pipe(v.string(), v.trim(), v.literal('')), email],
	'Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.',
);

export const perspectief = v.picklist(
	Object.keys(PERSPECTIEVEN) as Perspectief[],
	'Kies van welke kant deze persoon kijkt.',
);

export const perspectiefOfNiets = v.union(
	[
		perspectief,
		v.pipe(
			v.literal(''),
			v.transform(() => null),
		),
	],
	'Kies een perspectief uit de lijst.',
);

export const vermelding = v.picklist(
	Object.keys(VERMELDINGEN) as Vermelding[],
	'Kies hoe je genoemd wilt worden.',
);

export const PersoonNieuw = v.object({
	...namen,
	email: v.optional(emailOfNiets, ''),
	perspectief: v.optional(perspectiefOfNiets, ''),
	vermelding: v.optional(vermelding, 'volledig'),
});
export type PersoonNieuw = v.InferOutput<typeof PersoonNieuw>;

export const PersoonInput = v.object({ ...namen, perspectief: perspectiefOfNiets, vermelding });
export type PersoonInput = v.InferOutput<typeof PersoonInput>;

const persoonId = choice('Kies iemand uit de lijst.');

export const werkplaatsRol = v.picklist(
	Object.keys(WERKPLAATS_ROLLEN) as WerkplaatsRol[],
	'Kies een rol.',
);

export const RolInput = v.object({
	persoonId,
	rol: werkplaatsRol,
	organisatieId: choiceOrNone,
});
export type RolInput = v.InferOutput<typeof RolInput>;

export const Blokkade = v.object({ persoonId, reden: tekst(300) });
export type Blokkade = v.InferOutput<typeof Blokkade>;

export const PersoonId = v.object({ persoonId });
