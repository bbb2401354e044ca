import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayHaveFeed, mayRenewTeamfeed } from '#access/kalender.ts';
import { must } from '#access/must.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { adresOf, feedVanPersoon, feedVanTeam, type FeedAdres } from './rows.server.ts';

/** The private address of one's own calendar, if there is one. */
export function feedFor(actor: Actor): FeedAdres | null {
	const persoonId = doorWie(actor) ?? '';
	must(mayHaveFeed(actor, { werkplaatsId: werkplaatsVan(actor), persoonId }));
	const row = feedVanPersoon(persoonId);
	return row ? adresOf(row) : null;
}

/** That of a team, for who may enter its ruimte. */
export function teamfeedFor(actor: Actor, leeromgevingId: string) {
	const found = team.findRuimte(actor, leeromgevingId);
	const row = feedVanTeam(found.id);
	return {
		adres: row ? adresOf(row) : null,
		may: { renew: mayRenewTeamfeed(actor, team.factsOf(found)) },
	};
}
