import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';

/** The sides a table is not complete without; missing ones are a prompt, never a stop. */
const KERN: readonly Perspectief[] = ['bewoner', 'sociaal-werk', 'beleid', 'onderzoek', 'student'];

/** How a person of this side is called: "Er zit nog geen beleidsmedewerker aan tafel." */
export const WIE: Record<Perspectief, string> = {
	bewoner: 'bewoner',
	'sociaal-werk': 'sociaal werker',
	beleid: 'beleidsmedewerker',
	onderzoek: 'docentonderzoeker',
	student: 'student',
	ondernemer: 'corporatie of ondernemer',
	vrijwilliger: 'vrijwilliger',
	bestuur: 'bestuurder',
	beroepsvereniging: 'beroepsvereniging',
	anders: 'ander perspectief',
};

/** Sides of the core nobody at the table looks from. */
export const ontbrekend = (aanTafel: readonly Perspectief[]): Perspectief[] =>
	KERN.filter((perspectief) => !aanTafel.includes(perspectief));

/** How many look from each side, in the order of PERSPECTIEVEN, without the empty ones. */
export function telPerspectieven(aanTafel: readonly Perspectief[]) {
	return (Object.keys(PERSPECTIEVEN) as Perspectief[])
		.map((perspectief) => ({
			perspectief,
			aantal: aanTafel.filter((p) => p === perspectief).length,
		}))
		.filter(({ aantal }) => aantal > 0);
}

/** "bewoner, beleidsmedewerker en student". */
export const opsomming = (woorden: readonly string[], en: 'en' | 'of' = 'en'): string =>
	woorden.length < 2
		? (woorden[0] ?? '')
		: `${woorden.slice(0, -1).join(', ')} ${en} ${woorden.at(-1)}`;

interface Bewoner {
	enkelvoud: string;
	meervoud: string;
}

/** Who is missed, in the words of the werkplaats. */
export const wieMist = (
	stoel: { id: string | null; wie: string; perspectief: Perspectief | null },
	bewoner: Bewoner,
) => (stoel.id === null && stoel.perspectief === 'bewoner' ? bewoner.enkelvoud : stoel.wie);

/** "4 bewoners", "3 sociaal werk": people by name, sides that are no person by their side. */
export function telWoord(
	{ perspectief, aantal }: { perspectief: Perspectief; aantal: number },
	bewoner: Bewoner,
): string {
	if (perspectief === 'bewoner')
		return `${aantal} ${aantal === 1 ? bewoner.enkelvoud : bewoner.meervoud}`;
	if (perspectief === 'student') return `${aantal} ${aantal === 1 ? 'student' : 'studenten'}`;
	if (perspectief === 'vrijwilliger')
		return `${aantal} ${aantal === 1 ? 'vrijwilliger' : 'vrijwilligers'}`;
	return `${aantal} ${PERSPECTIEVEN[perspectief]}`;
}
