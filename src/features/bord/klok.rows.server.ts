import type { Klok } from './klok.ts';
import type { StandRow } from './stand.server.ts';

export const klokOf = ({ klokTot, klokRest }: StandRow): Klok => ({
	tot: klokTot?.getTime() ?? null,
	rest: klokRest,
});

export const klokVelden = ({ tot, rest }: Klok): Pick<StandRow, 'klokTot' | 'klokRest'> => ({
	klokTot: tot === null ? null : new Date(tot),
	klokRest: rest,
});
