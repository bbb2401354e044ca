import type { Actor } from '#access/actor.ts';
import { standAgenda } from '#features/agenda/read.server.ts';
import { codeVan, mayToonCode } from '#features/presentie/code.read.server.ts';
import { standPresentie } from '#features/presentie/stand.read.server.ts';
import { now } from '#server/clock.ts';

/** What several people tap at a bijeenkomst, as this actor may see it. */
export const standVan = (actor: Actor, bijeenkomstId: string) => ({
	/** Milliseconds: a clock on a screen counts from here. */
	nu: now().getTime(),
	agenda: standAgenda(actor, bijeenkomstId),
	presentie: standPresentie(actor, bijeenkomstId),
	code: codeVan(actor, bijeenkomstId),
	may: { code: mayToonCode(actor, bijeenkomstId) },
});
