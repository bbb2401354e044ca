import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import { ontbrekend, telPerspectieven } from '#features/leeromgeving/stoelen.ts';
import type { Antwoord } from './antwoord.ts';

interface Genodigde {
	perspectief: Perspectief;
	/** The last one; null as long as nothing was heard. */
	antwoord: Antwoord | null;
}

/** Who comes, from which sides, and which chairs stay empty; `stoelen` are those the team asked for. */
export function wieKomt(genodigden: readonly Genodigde[], stoelen: readonly Perspectief[] = []) {
	const tel = (antwoord: Antwoord | null) =>
		genodigden.filter((genodigde) => genodigde.antwoord === antwoord).length;
	const komen = genodigden
		.filter(({ antwoord }) => antwoord === 'komt')
		.map(({ perspectief }) => perspectief);
	const mist = new Set([...ontbrekend(komen), ...stoelen.filter((p) => !komen.includes(p))]);
	return {
		komt: komen.length,
		komtNiet: tel('komt-niet'),
		nietGereageerd: tel(null),
		perPerspectief: telPerspectieven(komen).map(({ perspectief, aantal }) => ({
			perspectief,
			komt: aantal,
		})),
		leeg: (Object.keys(PERSPECTIEVEN) as Perspectief[]).filter((p) => mist.has(p)),
	};
}
export type Komst = ReturnType<typeof wieKomt>;
