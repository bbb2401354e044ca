import { werkvormVan } from '#features/werkvorm/bibliotheek.ts';
import { isStil } from '#features/werkvorm/werkvorm.ts';
import type { Doel, PuntSoort } from './punt.ts';
import type { AgendaStand, PuntStaat, StandPunt } from './stand.ts';

/** More than this nobody reads from the back row. */
const MAX_REGELS = 6;

interface BeamerPunt {
	id: string;
	soort: PuntSoort;
	titel: string;
	doel: Doel | null;
	begin: string;
	staat: PuntStaat;
}

/**
 * Where a story of a resident is told, the screen says how people talk, and not about what: the
 * werkvorm, or a step of it as the library has it.
 */
function titelOp(titel: string, sleutel: string): string {
	const werkvorm = werkvormVan(sleutel);
	if (!werkvorm || !isStil(werkvorm)) return titel;
	return werkvorm.stappen.some((stap) => stap.titel === titel) ? titel : werkvorm.naam;
}

/** A point without who takes it. */
function beamerPunt(punt: StandPunt, sleutel: string): BeamerPunt {
	const { id, soort, doel, begin, staat } = punt;
	return {
		id,
		soort,
		titel: titelOp(punt.titel, sleutel),
		doel,
		begin,
		staat,
	};
}

/** At most six of the agenda: the point at hand with the one before it and what comes. */
function venster(punten: readonly BeamerPunt[]): BeamerPunt[] {
	const nu = punten.findIndex(({ staat }) => staat === 'nu');
	const klaar = punten.findLastIndex(({ staat }) => staat === 'klaar');
	const at = nu === -1 ? klaar : nu - 1;
	const begin = Math.max(0, Math.min(at, punten.length - MAX_REGELS));
	return punten.slice(begin, begin + MAX_REGELS);
}

/** The steps of a werkvorm, when they fit on the screen. */
function stappenVan(sleutel: string): string[] {
	const stappen = werkvormVan(sleutel)?.stappen ?? [];
	return stappen.length <= MAX_REGELS ? stappen.map(({ titel }) => titel) : [];
}

/** What the screen in the room shows of an agenda; `sleutels` says which werkvorm a point has. */
export function beamerOf(
	{ punten, loop, fase }: Pick<AgendaStand, 'punten' | 'loop' | 'fase'>,
	sleutels: ReadonlyMap<string, string>,
) {
	const lijst = punten.map((punt) => beamerPunt(punt, sleutels.get(punt.id) ?? ''));
	const at = lijst.findIndex(({ staat }) => staat === 'nu');
	return {
		fase,
		loop,
		punt: lijst[at],
		stappen: at === -1 ? [] : stappenVan(sleutels.get(lijst[at]!.id) ?? ''),
		straks: at === -1 ? undefined : lijst[at + 1],
		lijst: venster(lijst),
	};
}
