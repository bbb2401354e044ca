import type { Actor } from '#access/actor.ts';
import { datum } from '#features/leeromgeving/test-team.ts';
import type { BijeenkomstNieuw } from './input.ts';
import { createBijeenkomst } from './write.server.ts';

type Part = Omit<Partial<BijeenkomstNieuw>, 'datum'> & { dag?: string | null };

/** For tests: a bijeenkomst of an afternoon, of a team or of the whole werkplaats. */
export const maakBijeenkomst = (
	actor: Actor,
	leeromgevingId: string | null,
	{ dag = '11 juni 2019', ...part }: Part = {},
): string =>
	createBijeenkomst(actor, {
		...{ titel: 'De brief', begin: '14.00', eind: '16.30', plaats: '' },
		...part,
		datum: dag === null ? null : datum(dag),
		leeromgevingId,
	}).id;
