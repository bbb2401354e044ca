import type { AfspraakBeeld } from './beeld.ts';

type Wie = Pick<AfspraakBeeld, 'wieId' | 'wie' | 'wanneer'>;

/** Nobody took it upon them. */
export const isVanNiemand = ({ wieId, wie }: Pick<Wie, 'wieId' | 'wie'>) => !wieId && !wie.trim();

/** Only with an owner and a day it is an afspraak, and an actie of the team (AC-17). */
export function watMist(afspraak: Wie): 'wie' | 'wanneer' | undefined {
	if (isVanNiemand(afspraak)) return 'wie';
	return afspraak.wanneer.trim() ? undefined : 'wanneer';
}

/** With the name of who is known by an id; who is not known any more leaves it of nobody. */
export function metNaam<T extends Wie>(afspraak: T, naamVan: (id: string) => string): T {
	if (!afspraak.wieId) return afspraak;
	const wie = naamVan(afspraak.wieId);
	return { ...afspraak, wie, wieId: wie ? afspraak.wieId : '' };
}
