import { type Actor, doorWie, type InWerkplaats, isInEen } from './actor.ts';

/** What the rule of a live document says of this actor: a remark asks no more of it. */
export interface OpmerkingWaar extends InWerkplaats {
	/** `verslag/<id>` */
	document: string;
	mayRead: boolean;
	mayRemark: boolean;
}

export interface OpmerkingFacts extends OpmerkingWaar {
	door: string | null;
}

export const mayReadOpmerkingen = (_actor: Actor, waar: OpmerkingWaar) => waar.mayRead;

/** Remark, answer, and say that a remark is dealt with: whoever takes part in the conversation. */
export const mayCreateOpmerking = (actor: Actor, waar: OpmerkingWaar) =>
	isInEen(actor) && waar.mayRead && waar.mayRemark;

export const mayResolveOpmerking = mayCreateOpmerking;

/** What somebody said is theirs: nobody else changes it or takes it away. */
export const mayUpdateOpmerking = (actor: Actor, facts: OpmerkingFacts) =>
	mayCreateOpmerking(actor, facts) && facts.door !== null && facts.door === doorWie(actor);
