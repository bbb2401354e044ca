import * as v from 'valibot';
import { PERSPECTIEVEN } from '#access/actor.ts';
import { BRIEFJE_SOORTEN, INZICHT_SOORTEN } from '#features/bord/soort.ts';
import { isDag } from '#features/tekst/wanneer.ts';
import { FASEN } from '#ui/fase.ts';
import { aantal, leeg, lijst, sleutel, tekst, uit } from './schema-velden.ts';

/** An invented bord over the bijeenkomsten of a team, with what people wrote and made of it. */

const briefje = v.strictObject({
	sleutel,
	/** Somebody of the team, or a gast; of who has no device, who wrote it down. */
	door: sleutel,
	/** The perspective of who has no device. */
	namens: v.optional(uit(PERSPECTIEVEN)),
	soort: v.optional(uit(BRIEFJE_SOORTEN)),
	tekst,
});

export const bord = v.strictObject({
	leeromgeving: sleutel,
	leervraag: sleutel,
	titel: tekst,
	regie: sleutel,
	/** One bord over more than one bijeenkomst, each with its phase (AC-18). */
	bijeenkomsten: lijst(v.strictObject({ titel: tekst, fase: uit(FASEN) })),
	gasten: lijst(v.strictObject({ sleutel, naam: tekst, perspectief: uit(PERSPECTIEVEN) })),
	briefjes: lijst(briefje),
	groepen: lijst(
		v.strictObject({
			sleutel,
			naam: tekst,
			briefjes: lijst(sleutel),
			/** Who gave how many dots. */
			stippen: v.record(sleutel, aantal),
		}),
	),
	inzichten: lijst(
		v.strictObject({ soort: uit(INZICHT_SOORTEN), tekst, tegen: leeg, uit: lijst(sleutel) }),
	),
	afspraken: lijst(
		v.strictObject({
			wat: tekst,
			/** Of nobody yet, when left out (AC-17). */
			wie: v.optional(sleutel),
			wanneer: v.optional(
				v.pipe(
					tekst,
					v.check((text) => isDag(text), 'Schrijf een dag als 2019-06-25.'),
				),
			),
			effect: leeg,
			uit: lijst(sleutel),
		}),
	),
	bron: v.literal('verzonnen'),
});
