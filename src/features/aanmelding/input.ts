import * as v from 'valibot';
import { choice, choices, text } from '#ui/fields.ts';
import { ANTWOORDEN, type Antwoord } from './antwoord.ts';

const antwoord = v.picklist(Object.keys(ANTWOORDEN) as Antwoord[], 'Kies of je komt of niet.');

/** Who is asked, of the teams and of others, and what the letter says besides when and where. */
export const UitnodigenInput = v.pipe(
	v.object({ personen: choices, anderen: choices, tekst: text(1000) }),
	v.forward(
		v.check(
			({ personen, anderen }) => personen.length + anderen.length > 0,
			'Kies wie je uitnodigt.',
		),
		['personen'],
	),
	v.transform(({ personen, anderen, tekst }) => ({ personen: [...personen, ...anderen], tekst })),
);
export type UitnodigenInput = v.InferOutput<typeof UitnodigenInput>;

export const AntwoordInput = v.object({ antwoord, toelichting: text(300) });
export type AntwoordInput = v.InferOutput<typeof AntwoordInput>;

/** On the page the button says the answer. */
export const ToelichtingInput = v.object({ toelichting: text(300) });

/** What somebody said by phone or in the street, written down by who plans. */
export const AntwoordVoorInput = v.object({ id: choice('Kies eerst een regel.'), antwoord });
export type AntwoordVoorInput = v.InferOutput<typeof AntwoordVoorInput>;
