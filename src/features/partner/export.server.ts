import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { record } from '#server/audit.ts';
import { partnersCsv } from './csv.ts';
import { partnersOp } from './partnerschap.read.server.ts';

/** The list of partners as a file. What leaves the program is written down. */
export function exportPartners(actor: Actor, dag: string): string {
	const csv = partnersCsv(partnersOp(actor, dag));
	const werkplaatsId = werkplaatsVan(actor);
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: 'partners.export',
		object: `werkplaats:${werkplaatsId}`,
		werkplaatsId,
	});
	return csv;
}
