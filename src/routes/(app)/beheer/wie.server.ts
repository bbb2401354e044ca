import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayListPersonen } from '#access/persoon.ts';
import { listPersonen } from '#features/persoon/read.server.ts';

/** How to call who changed something meanwhile, for "Ruben en jij vulden iets anders in". */
export const wieIn = (actor: Actor) => (persoonId: string | null) => {
	const known = mayListPersonen(actor, { werkplaatsId: werkplaatsVan(actor) });
	const found = known ? listPersonen(actor).find(({ id }) => id === persoonId) : undefined;
	return found?.voornaam ?? 'Iemand anders';
};
