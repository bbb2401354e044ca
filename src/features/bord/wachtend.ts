import type { Perspectief } from '#access/actor.ts';
import type { Fase } from '#ui/fase.ts';
import type { MijnBriefje } from './briefje.read.server.ts';
import type { Tafeldaad } from './daadrij.svelte.ts';
import type { BriefjeSoort } from './soort.ts';
import type { MijnStippen } from './stip.read.server.ts';

/** A briefje of mine as I see it, also when it did not go out yet. */
export interface EigenBriefje extends Omit<MijnBriefje, 'perspectief'> {
	perspectief: MijnBriefje['perspectief'] | '';
	/** On this device only. */
	wacht: boolean;
}

const LIGT = { weg: null, may: { wijzig: true, weg: true, terug: false } };
const WEG = { weg: 'zelf' as const, may: { wijzig: false, weg: false, terug: true } };

function nieuwVan({ actie, velden }: Tafeldaad): EigenBriefje {
	const { id = '', tekst = '', soort = '', fase, perspectief = '' } = velden;
	const wat = { id, tekst, soort: soort as BriefjeSoort | '', fase: fase as Fase };
	const wie = { namens: actie === 'namens', perspectief: perspectief as Perspectief | '' };
	return { ...wat, ...wie, ...LIGT, open: false, wacht: true };
}

/** What I wrote, with what waits to go out: the newest first. */
export function eigenBriefjes(
	briefjes: readonly MijnBriefje[],
	wachtend: readonly Tafeldaad[],
): EigenBriefje[] {
	const alle = new Map<string, EigenBriefje>();
	for (const briefje of [...briefjes].reverse()) alle.set(briefje.id, { ...briefje, wacht: false });
	for (const daad of wachtend) {
		const { actie, velden } = daad;
		const { id = '', tekst = '', soort } = velden;
		const known = alle.get(id);
		if ((actie === 'leg' || actie === 'namens') && !known) alle.set(id, nieuwVan(daad));
		if (!known) continue;
		const anders = soort === undefined ? {} : { soort: soort as BriefjeSoort | '' };
		if (actie === 'wijzigbriefje') alle.set(id, { ...known, tekst, ...anders, wacht: true });
		if (actie === 'haalweg') alle.set(id, { ...known, ...WEG, wacht: true });
		if (actie === 'zetterug') alle.set(id, { ...known, ...LIGT, wacht: true });
	}
	return [...alle.values()].reverse();
}

export const perId = (briefjes: readonly EigenBriefje[]): ReadonlyMap<string, EigenBriefje> =>
	new Map(briefjes.map((one) => [one.id, one]));

export interface EigenStippen {
	/** groepId → how many. */
	stippen: Record<string, number>;
	/** Of a story that I chose, why. */
	redenen: Record<string, string>;
	over: number;
}

/** My dots of this round, with those that wait to go out. */
export function eigenStippen(
	mijn: MijnStippen,
	budget: number,
	wachtend: readonly Tafeldaad[],
): EigenStippen {
	const [stippen, redenen] = [{ ...mijn.stippen }, { ...mijn.redenen }];
	for (const { actie, velden, voor } of wachtend) {
		if (actie !== 'stip' || voor !== mijn.rondeId) continue;
		const { groepId = '', aantal, reden } = velden;
		stippen[groepId] = Number(aantal);
		if (reden !== undefined) redenen[groepId] = reden;
	}
	const gegeven = Object.values(stippen).reduce((n, aantal) => n + aantal, 0);
	return { stippen, redenen, over: Math.max(0, budget - gegeven) };
}

/** Whether I am done, or my hand is up, with what waits to go out. */
export function aanUit(actie: 'klaar' | 'hand', nu: boolean, wachtend: readonly Tafeldaad[]) {
	const last = wachtend.findLast((daad) => daad.actie === actie);
	return last ? last.velden[actie] === 'ja' : nu;
}

/** A dot of a round that is over, or "klaar" of another phase, means nothing any more. */
export function isVoorbij(
	{ actie, voor }: Tafeldaad,
	stand: { rondeId: string; fase: Fase },
): boolean {
	if (actie === 'stip') return voor !== stand.rondeId;
	return actie === 'klaar' && voor !== stand.fase;
}
