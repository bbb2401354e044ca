import * as v from 'valibot';
import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { tijdVeld, vinkje } from '#features/bijeenkomst/velden.ts';
import { choice, choiceOrNone, choices, requiredText, text } from '#ui/fields.ts';
import { PRESENTIE_STATUSSEN, type PresentieStatus } from './status.ts';
import { isNaKomst, WEG_VOOR_KOMST, type Tijden } from './tijden.ts';
import { leesUren, leesVerschil, MINUTEN_VAN_DAG } from './uren.ts';

const perspectief = v.picklist(
	Object.keys(PERSPECTIEVEN) as Perspectief[],
	'Kies een perspectief uit de lijst.',
);

const perspectiefOfNiets = v.optional(
	v.union(
		[
			perspectief,
			v.pipe(
				v.literal(''),
				v.transform(() => null),
			),
		],
		'Kies een perspectief uit de lijst.',
	),
	'',
);

const status = v.picklist(
	Object.keys(PRESENTIE_STATUSSEN) as PresentieStatus[],
	'Kies of deze persoon erbij was.',
);

const TE_VEEL = 'Een dag heeft 24 uur. Kijk het aantal na.';
const GEEN_UREN = 'Schrijf uren, bijvoorbeeld 2,5.';

/** Hours as people write them become minutes; more than a day has is refused. */
const uren = <T>(lees: (tekst: string) => T | undefined) =>
	v.pipe(
		text(30),
		v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
			const minuten = lees(dataset.value);
			if (minuten !== undefined && Math.abs(Number(minuten)) <= MINUTEN_VAN_DAG) return minuten;
			addIssue({ message: minuten === undefined ? GEEN_UREN : TE_VEEL });
			return NEVER;
		}),
	);

const naKomst = <T extends Tijden>() => v.check<T, string>(isNaKomst, WEG_VOOR_KOMST);

/** Came late, left early: only when it differs from the bijeenkomst. */
const tijden = { van: tijdVeld, tot: tijdVeld };

/** Somebody we know, or a name; for whom and from which side, of that day. */
const wie = {
	persoonId: choiceOrNone,
	naam: text(120),
	organisatie: text(200),
	perspectief: perspectiefOfNiets,
	dagdeelId: choiceOrNone,
};

const iemand = <T extends { persoonId: string | null; naam: string }>() =>
	v.check<T, string>(
		({ persoonId, naam }) => persoonId !== null || naam !== '',
		'Kies iemand, of schrijf een naam.',
	);
const vanWelkeKant = <T extends { persoonId: string | null; perspectief: Perspectief | null }>() =>
	v.check<T, string>(
		({ persoonId, perspectief }) => persoonId !== null || perspectief !== null,
		'Kies van welke kant deze persoon kijkt.',
	);

export const RegelNieuw = v.pipe(
	v.object({ ...wie, ...tijden, buitenRegio: vinkje }),
	v.forward(iemand(), ['naam']),
	v.forward(vanWelkeKant(), ['perspectief']),
	v.forward(naKomst(), ['tot']),
);
export type RegelNieuw = v.InferOutput<typeof RegelNieuw>;

export const RegelInput = v.pipe(
	v.object({
		naam: requiredText(120, 'Schrijf een naam.'),
		organisatie: text(200),
		perspectief,
		buitenRegio: vinkje,
		status,
		...tijden,
	}),
	v.forward(naKomst(), ['tot']),
);
export type RegelInput = v.InferOutput<typeof RegelInput>;

/** A tap on the list: of a line, or of somebody who is expected and has none yet. */
export const StatusInput = v.pipe(
	v.object({
		regelId: choiceOrNone,
		persoonId: choiceOrNone,
		dagdeelId: choiceOrNone,
		status,
	}),
	v.check(
		({ regelId, persoonId }) => regelId !== null || persoonId !== null,
		'Kies iemand uit de lijst.',
	),
);
export type StatusInput = v.InferOutput<typeof StatusInput>;

/** "Ik was erbij": as I sit in the team, unless I say that today I wear another hat. */
export const ZelfInput = v.object({ perspectief: perspectiefOfNiets });
export type ZelfInput = v.InferOutput<typeof ZelfInput>;

export const RegelKeus = v.object({ regelId: choice('Kies eerst een regel.') });

const reden = requiredText(300, 'Schrijf waarom.');

/** By hand, with why; without hours they follow from the times again. */
export const UrenInput = v.object({
	uren: uren((tekst) => (tekst === '' ? null : leesUren(tekst))),
	reden,
});
export type UrenInput = v.InferOutput<typeof UrenInput>;

export const CorrectieInput = v.object({
	regelIds: v.pipe(choices, v.minLength(1, 'Kies voor wie de uren anders zijn.')),
	uren: v.pipe(
		uren(leesVerschil),
		v.check((minuten) => minuten !== 0, 'Schrijf hoeveel uur erbij of eraf, bijvoorbeeld +0,5.'),
	),
	reden,
});
export type CorrectieInput = v.InferOutput<typeof CorrectieInput>;

/** Somebody who was forgotten when the list was confirmed. */
export const LaatkomerInput = v.pipe(
	v.object({
		...wie,
		uren: v.pipe(
			uren(leesUren),
			v.check((minuten) => minuten > 0, GEEN_UREN),
		),
		reden,
	}),
	v.forward(iemand(), ['naam']),
	v.forward(vanWelkeKant(), ['perspectief']),
);
export type LaatkomerInput = v.InferOutput<typeof LaatkomerInput>;

export const OrganisatieKeus = v.object({
	regelId: choice('Kies eerst een regel.'),
	organisatieId: choice('Kies een organisatie uit de lijst.'),
});
export type OrganisatieKeus = v.InferOutput<typeof OrganisatieKeus>;
