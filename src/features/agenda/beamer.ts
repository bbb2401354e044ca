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
 * A point without who takes it. Where a story of a resident is told, the screen says how people
 * talk, and not about what.
 */
function beamerPunt(punt: StandPunt, sleutel: string): BeamerPunt {
	const { id, soort, doel, begin, staat } = punt;
	const werkvorm = werkvormVan(sleutel);
	return {
		id,
		soort,
		titel: werkvorm && isStil(werkvorm) ? werkvorm.naam : punt.titel,
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
