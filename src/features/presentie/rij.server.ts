import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { duurVan, type Deel } from '#features/bijeenkomst/duur.ts';
import { vergelijkTekst } from '#features/datum/naam.ts';
import { fold } from '#server/search/stem.ts';
import { bakVan, type Bak } from './bak.ts';
import { geldendeMinuten } from './minuten.ts';
import type { Rij } from './rij.ts';
import { dagOf, deelOf, type RegelRow } from './rows.server.ts';
import { snapVan } from './snap.server.ts';
import { bakNaam, type wereldVan } from './wereld.server.ts';
import type { vasteMinuten } from './vast.server.ts';

/** All that the lines of one list are read with. */
export interface Lijst {
	row: BijeenkomstRow;
	delen: readonly Deel[];
	wereld: ReturnType<typeof wereldVan>;
	vast: ReturnType<typeof vasteMinuten>;
	botsingen: ReadonlyMap<string, string>;
	/** Lines with a name that stands there twice. */
	dubbel: ReadonlySet<string>;
}

/** Of who was there: one name twice in one part is most often one person, who then counts twice. */
export function dubbelIn(regels: readonly RegelRow[]): Set<string> {
	const erbij = regels.filter(({ status }) => status === 'aanwezig');
	const opNaam = Map.groupBy(erbij, ({ dagdeelId, naam }) => `${dagdeelId}\n${fold(naam.trim())}`);
	const vaker = [...opNaam.values()].filter((samen) => samen.length > 1).flat();
	return new Set(vaker.map(({ id }) => id));
}

const GEEN_TIJDEN = 'Van deze bijeenkomst zijn geen tijden bekend. Schrijf de uren erbij.';

export function minutenOf(regel: RegelRow, { delen, vast }: Lijst): number | null {
	const { bevestigd, correcties = [] } = vast.get(regel.id) ?? {};
	return geldendeMinuten(regel, deelOf(delen, regel.dagdeelId), { bevestigd, correcties });
}

/** Who was there; and who turned out to be, by a correctie. */
export const teltMee = (regel: RegelRow, lijst: Lijst): boolean =>
	regel.status === 'aanwezig' || (minutenOf(regel, lijst) ?? 0) > 0;

const bakOf = (regel: RegelRow, { row, delen, wereld }: Lijst): Bak =>
	bakVan(regel, dagOf(row, deelOf(delen, regel.dagdeelId)), wereld);

type Veld = 'persoonId' | 'organisatie' | 'van' | 'tot' | 'uren';

/** What one may want to look at, in one plain sentence; never a reason to refuse (AC-45). */
interface RegelTwijfel {
	/** The field where somebody filled it in; '' when nobody needs to be asked. */
	veld: Veld | '';
	zin: string;
	/** Of what it is said: of something else it is said again. */
	om: string;
}

const LANGER = 'Dit is langer dan de bijeenkomst duurde.';
const ERNAAST = 'Toen was de bijeenkomst er niet. Zo tellen er geen uren.';

/** Outside the times of the bijeenkomst, or more by hand than it lasted. */
function naastDeTijd({ van, tot, minutenHand }: RegelRow, deel: Deel): [Veld, string] | [] {
	if (minutenHand !== null) return minutenHand > duurVan(deel) ? ['uren', LANGER] : [];
	if (van !== '' && van >= deel.eind) return ['van', ERNAAST];
	if (tot !== '' && tot <= deel.begin) return ['tot', ERNAAST];
	if (van !== '' && van < deel.begin) return ['van', LANGER];
	return tot !== '' && tot > deel.eind ? ['tot', LANGER] : [];
}

function tijdenBij(regel: RegelRow, deel: Deel | undefined): RegelTwijfel[] {
	const [veld, zin] = deel ? naastDeTijd(regel, deel) : [];
	const om = [regel.van, regel.tot, regel.minutenHand].join(' ');
	return veld && zin ? [{ veld, zin, om }] : [];
}

function toeTeWijzen({ naam, organisatieNaam }: RegelRow): RegelTwijfel {
	if (!organisatieNaam) {
		const zin = `Namens wie kwam ${naam.split(' ')[0]}? De uren zijn nog toe te wijzen.`;
		return { veld: '', zin, om: naam };
	}
	const zin = 'Deze organisatie kennen we nog niet. De uren zijn nog toe te wijzen.';
	return { veld: 'organisatie', zin, om: organisatieNaam };
}

export function twijfelsBij(regel: RegelRow, lijst: Lijst): RegelTwijfel[] {
	if (!teltMee(regel, lijst)) return [];
	const botsing = lijst.botsingen.get(regel.id);
	const dubbel = 'Deze naam staat twee keer op de lijst.';
	return [
		...(botsing ? [{ veld: 'persoonId', zin: botsing, om: '' } as const] : []),
		...(lijst.dubbel.has(regel.id) ? [{ veld: '', zin: dubbel, om: '' } as const] : []),
		...(bakOf(regel, lijst).soort === 'toe-te-wijzen' ? [toeTeWijzen(regel)] : []),
		...(minutenOf(regel, lijst) === null ? [{ veld: '', zin: GEEN_TIJDEN, om: '' } as const] : []),
		...tijdenBij(regel, deelOf(lijst.delen, regel.dagdeelId)),
	];
}

const sleutelOf = (dagdeelId: string | null, wie: string) => [dagdeelId, wie].join('.');

export function rijOf(regel: RegelRow, lijst: Lijst): Rij {
	const bak = bakOf(regel, lijst);
	return {
		sleutel: sleutelOf(regel.dagdeelId, regel.persoonId ?? regel.id),
		regelId: regel.id,
		persoonId: regel.persoonId,
		naam: regel.naam,
		organisatie: regel.organisatieNaam || lijst.wereld.naamVan(regel.organisatieId ?? ''),
		perspectief: regel.perspectief,
		status: regel.status,
		afgemeld: regel.status === 'afgemeld',
		van: regel.van,
		tot: regel.tot,
		minuten: minutenOf(regel, lijst),
		hand: regel.minutenHand !== null,
		bron: regel.bron,
		bak: teltMee(regel, lijst) ? bakNaam(bak, lijst.wereld) : null,
		zinnen: twijfelsBij(regel, lijst).map(({ zin }) => zin),
		bevestigd: lijst.vast.get(regel.id)?.bevestigd ?? null,
	};
}

/** Expected, and nobody said yet whether they are there. */
export function verwachteRij(
	row: BijeenkomstRow,
	{ persoonId, deel, afgemeld }: { persoonId: string; deel: Deel | undefined; afgemeld: boolean },
): Rij {
	const snap = snapVan(row, persoonId, dagOf(row, deel));
	return {
		sleutel: sleutelOf(deel?.id ?? null, persoonId),
		regelId: null,
		persoonId,
		naam: snap.naam,
		organisatie: snap.organisatieNaam,
		perspectief: snap.perspectief,
		status: null,
		afgemeld,
		van: '',
		tot: '',
		minuten: null,
		hand: false,
		bron: null,
		bak: null,
		zinnen: [],
		bevestigd: null,
	};
}

/** By name, so that a row stays where it is while people tap. */
export const opNaam = (rijen: Rij[]): Rij[] =>
	rijen.sort((a, b) => vergelijkTekst(a.naam, b.naam) || a.sleutel.localeCompare(b.sleutel));
