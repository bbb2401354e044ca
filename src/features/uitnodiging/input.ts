import * as v from 'valibot';
import { LEEROMGEVING_ROLLEN, type LeeromgevingRol } from '#access/actor.ts';
import {
	emailOfNiets,
	namen,
	perspectiefOfNiets,
	tekst,
	vermelding,
	werkplaatsRol,
} from '#features/persoon/input.ts';
import { choice, choiceOrNone } from '#ui/fields.ts';

/** How the invitation reaches somebody. */
export const HOE = {
	mail: 'Wij mailen de uitnodiging',
	link: 'Ik geef zelf een link door',
	papier: 'Ik geef een code op papier',
} as const;
export type Hoe = keyof typeof HOE;

const hoe = v.picklist(Object.keys(HOE) as Hoe[], 'Kies hoe de uitnodiging aankomt.');

const leeg = v.pipe(
	v.literal(''),
	v.transform(() => null),
);

const velden = v.object({
	hoe,
	naam: tekst(160),
	email: v.optional(emailOfNiets, ''),
	leeromgevingId: choiceOrNone,
	leeromgevingRol: v.optional(
		v.union(
			[v.picklist(Object.keys(LEEROMGEVING_ROLLEN) as LeeromgevingRol[]), leeg],
			'Kies een rol.',
		),
		'',
	),
	perspectief: v.optional(perspectiefOfNiets, ''),
	namensId: choiceOrNone,
	werkplaatsRol: v.optional(v.union([werkplaatsRol, leeg], 'Kies een rol.'), ''),
	persoonId: choiceOrNone,
});
type Velden = v.InferOutput<typeof velden>;

const at = (key: keyof Velden, wrong: (input: Velden) => boolean, sentence: string) =>
	v.forward(
		v.check<Velden, string>((input) => !wrong(input), sentence),
		[key],
	);

export const UitnodigingNieuw = v.pipe(
	velden,
	at(
		'email',
		(u) => u.hoe === 'mail' && !u.email,
		'Vul een e-mailadres in, of geef een link of code.',
	),
	at(
		'leeromgevingRol',
		(u) => !!u.leeromgevingId && !u.leeromgevingRol,
		'Kies welke rol deze persoon in het team krijgt.',
	),
	at(
		'perspectief',
		(u) => !!u.leeromgevingId && !u.perspectief,
		'Kies van welke kant deze persoon kijkt.',
	),
	at(
		'namensId',
		(u) => u.werkplaatsRol === 'partnercontact' && !u.namensId,
		'Kies van welke organisatie iemand contactpersoon is.',
	),
	at(
		'werkplaatsRol',
		(u) => !u.leeromgevingId && !u.werkplaatsRol && !u.persoonId,
		'Kies een team, of een rol in de werkplaats.',
	),
);
export type UitnodigingNieuw = v.InferOutput<typeof UitnodigingNieuw>;

export const UitnodigingId = v.object({
	id: choice('Kies een uitnodiging.'),
});

/** What somebody tells about themselves when they come in. The rest was decided by who invites. */
export const Aanvaarden = v.object({
	...namen,
	email: v.optional(emailOfNiets, ''),
	vermelding: v.optional(vermelding, 'volledig'),
	/** Names this one page, so that a double click counts once. */
	keer: v.optional(v.string(), ''),
	gedeeld: v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value !== ''),
	),
});
export type Aanvaarden = v.InferOutput<typeof Aanvaarden>;

/** Somebody the werkplaats knows already only presses the button. */
export const Terugkomen = v.object({
	...Aanvaarden.entries,
	voornaam: v.optional(v.string(), ''),
});

/** On a screen, and on paper. */
const CIJFERS = [8, 12];

/** Who sees how many it should be, finds the one that was left out; which code is right, nobody hears. */
export const MeedoenCode = v.object({
	code: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Vul de code in.'),
		v.check(
			(typed) => CIJFERS.includes(typed.replaceAll(/\D/g, '').length),
			'Kijk nog eens. Op het scherm staan 8 cijfers, op je papier 12.',
		),
	),
});
