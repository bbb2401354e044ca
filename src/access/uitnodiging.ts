import { heeftRol, type Actor, type InWerkplaats, type WerkplaatsRol } from './actor.ts';
import { heeftTeamrol, type LeeromgevingFacts } from './leeromgeving.ts';
import { mayAssignRol } from './persoon.ts';

interface UitnodigingFacts extends InWerkplaats {
	/** The team it is for, if any. */
	leeromgevingId: string | null;
	/** The role in the werkplaats it gives, if any. */
	werkplaatsRol: WerkplaatsRol | null;
}

/** A team invites its own people: trekker and procesbegeleider there, coördinator and beheerder anywhere. */
const mayInviteInto = (actor: Actor, facts: LeeromgevingFacts): boolean =>
	heeftRol(actor, facts, 'coordinator', 'beheerder') ||
	heeftTeamrol(actor, facts, 'trekker', 'procesbegeleider');

/** Into a team, with a role in the werkplaats, or both: each half must be allowed. */
export function mayInvite(actor: Actor, facts: UitnodigingFacts): boolean {
	const { leeromgevingId, werkplaatsRol } = facts;
	if (!leeromgevingId && !werkplaatsRol) return heeftRol(actor, facts, 'coordinator', 'beheerder');
	if (werkplaatsRol && !mayAssignRol(actor, { ...facts, rol: werkplaatsRol })) return false;
	return !leeromgevingId || mayInviteInto(actor, { ...facts, leeromgevingId });
}

/** Who may see an invitation: who could have made it, and who looks after the people. */
export const mayReadUitnodiging = (actor: Actor, facts: UitnodigingFacts) =>
	heeftRol(actor, facts, 'coordinator', 'beheerder') || mayInvite(actor, facts);
