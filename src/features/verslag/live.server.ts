import type { Actor } from '#access/actor.ts';
import { verslagRecht } from '#access/verslag.ts';
import { withoutProposals } from '#features/voorstel/bewaak.ts';
import { asProposals } from '#features/voorstel/herstel.ts';
import type { SyncRight } from '#sync/kind.ts';
import type { ServerKind } from '#sync/server/kind.ts';
import { VERSLAG_SHAPE } from './document.ts';
import { factsOfVerslag, isWeg, statusOf, verslagRow } from './find.server.ts';
import { projectVerslag } from './project.server.ts';
import { overDeLijn } from './status.ts';
import { keepSchrijvers } from './versie.rows.server.ts';

/** What this actor may over the socket; undefined for a verslag that is not there or not theirs. */
export function rightOf(actor: Actor, bijeenkomstId: string): SyncRight | undefined {
	const row = verslagRow(actor, bijeenkomstId);
	const recht = row && verslagRecht(actor, factsOfVerslag(row));
	return recht && overDeLijn(recht);
}

/** A verslag as the sync server needs it. */
export const verslagKind: ServerKind = {
	shape: VERSLAG_SHAPE,
	rightOf,
	isGone: isWeg,
	withoutProposals,
	asProposals,
	project(bijeenkomstId, doc, contributions) {
		projectVerslag(bijeenkomstId, doc, contributions);
		if (statusOf(bijeenkomstId) !== 'vastgesteld') keepSchrijvers(bijeenkomstId, contributions);
	},
};
