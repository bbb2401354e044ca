import * as v from 'valibot';

const adres = v.pipe(
	v.string('Vul je e-mailadres in.'),
	v.trim(),
	v.nonEmpty('Vul je e-mailadres in.'),
	v.maxLength(254, 'Dit e-mailadres is te lang.'),
	v.includes('@', 'Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.'),
);

const wachtwoord = v.pipe(
	v.string('Vul je wachtwoord in.'),
	v.nonEmpty('Vul je wachtwoord in.'),
	v.maxLength(256, 'Een wachtwoord heeft hoogstens 256 tekens.'),
);

const naar = v.optional(v.string(), '/');
/** "Dit apparaat is van meer mensen." */
const gedeeld = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== ''),
);

/** One form, two buttons: with the password, or asking for a link. */
export const Inloggen = v.variant('hoe', [
	v.object({ hoe: v.literal('link'), email: adres, naar, gedeeld }),
	v.object({ hoe: v.optional(v.literal(''), ''), email: adres, wachtwoord, naar, gedeeld }),
]);

export const Adres = v.object({ email: adres });

export const Code = v.object({
	code: v.pipe(
		v.string('Vul de code in.'),
		v.transform((code) => code.replaceAll(/\D/g, '')),
		v.length(6, 'De code is 6 cijfers. Kijk in je mail.'),
	),
});

export const NieuwWachtwoord = v.object({ wachtwoord });
export const WijzigWachtwoord = v.object({ wachtwoord, huidig: v.optional(v.string(), '') });
