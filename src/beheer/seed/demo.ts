import type { Outcome } from '../command.ts';
import { voorbeeld } from './file.ts';
import { createLogin } from './logins.ts';
import { loadVoorbeeld } from './voorbeeld.ts';

/** One for everybody: it opens nothing but the example, in a data folder of its own. */
const WACHTWOORD = 'kleedje thee en koekjes';

/** Who can log in, one for each way of looking at a werkplaats. */
const WIE: Record<string, string> = {
	hanneke: 'coördinator, trekker van werkteam 2',
	bram: 'beheerder',
	willemijn: 'lector',
	jorien: 'docentonderzoeker, trekker van werkteam 3',
	eefje: 'procesbegeleider van werkteam 2',
	sanne: 'kernlid van werkteam 2',
	joke: 'bewoner in werkteam 2',
	tygo: 'student in werkteam 2',
	yildiz: 'bewoner, met twee petten',
	bas: 'trekker van werkteam 4, met het bord van Coolhaveneiland',
	nadia: 'bewoner in werkteam 4',
	luca: 'student in werkteam 4',
	annelies: 'procesobservator in werkteam 3',
	dorien: 'agendalid van werkteam 1',
	marga: 'contactpersoon van Vlaardingen',
	ineke: 'accountant',
	kees: 'functionaris gegevensbescherming',
};

const rows = () =>
	voorbeeld()
		.personen.filter(({ sleutel }) => WIE[sleutel])
		.map(({ sleutel, email = '', voornaam, tussenvoegsel, achternaam }) => ({
			sleutel,
			wie: WIE[sleutel] ?? '',
			naam: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '),
			email,
		}));

/** How to log in to the example, as a table. */
export function inloggegevens(): Outcome {
	const people = rows();
	const width = (field: 'naam' | 'email') => Math.max(...people.map((p) => p[field].length));
	const [naam, email] = [width('naam'), width('email')];
	return {
		lines: [
			'Inloggen in de voorbeeldwerkplaats (alleen in deze gegevensmap):',
			'',
			...people.map((p) => `  ${p.email.padEnd(email)}  ${p.naam.padEnd(naam)}  ${p.wie}`),
			'',
			`  Het wachtwoord is steeds: ${WACHTWOORD}`,
		],
		data: people.map((p) => ({ naam: p.naam, email: p.email, wie: p.wie, wachtwoord: WACHTWOORD })),
	};
}

/** The example werkplaats with people who can log in. */
export async function seedDemo(): Promise<Outcome> {
	const { werkplaatsId, ids } = loadVoorbeeld();
	for (const { sleutel, email } of rows())
		await createLogin({
			werkplaatsId,
			persoonId: ids.get('persoon', sleutel),
			email,
			wachtwoord: WACHTWOORD,
		});
	return inloggegevens();
}
