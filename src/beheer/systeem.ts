import type { SysteemActor } from '#access/actor.ts';

/** Whoever has the command line of the server has the whole installation, not one werkplaats. */
export const SYSTEEM: SysteemActor = { soort: 'systeem', werkplaatsId: '' };
