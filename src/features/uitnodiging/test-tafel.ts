import { account } from '#features/account/tables.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import {
	leeromgeving,
	leeromgevingNaam,
	lidmaatschap,
} from '#features/leeromgeving/tables.server.ts';
import { accountPersoon, persoon, rol } from '#features/persoon/tables.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import type { Actor, LeeromgevingRol, WerkplaatsRol } from '#access/actor.ts';
import { db } from '#server/db/db.ts';

/** For tests: a werkplaats with one team, and people to act as. */
export function maakTafel(naam = 'Deltastreek') {
	const werkplaatsId = db()
		.insert(werkplaats)
		.values({ naam: `Werkplaats ${naam}`, korteNaam: naam, kleed: 'ruit/groen-roze' })
		.returning()
		.get().id;
	const teamId = db()
		.insert(leeromgeving)
		.values({ werkplaatsId, soort: 'werkteam', kleed: 'blok/olijf-rood' })
		.returning()
		.get().id;
	db().insert(leeromgevingNaam).values({ leeromgevingId: teamId, naam: 'Samen thuis' }).run();
	const wie = (
		voornaam: string,
		given: { rollen?: WerkplaatsRol[]; inTeam?: LeeromgevingRol } = {},
	) => {
		const email = `${voornaam}.${naam}@voorbeeld.example`.toLowerCase();
		const accountId = db().insert(account).values({ email }).returning().get().id;
		const persoonId = db()
			.insert(persoon)
			.values({ werkplaatsId, voornaam, email })
			.returning()
			.get().id;
		db().insert(accountPersoon).values({ accountId, persoonId, werkplaatsId }).run();
		for (const held of given.rollen ?? []) db().insert(rol).values({ persoonId, rol: held }).run();
		if (given.inTeam)
			db()
				.insert(lidmaatschap)
				.values({
					leeromgevingId: teamId,
					persoonId,
					rol: given.inTeam,
					perspectief: 'onderzoek',
					van: '2020-01-01',
				})
				.run();
		const actor: Actor = loadActor({ accountId, persoonId });
		return { actor, accountId, persoonId, email };
	};
	return { werkplaatsId, teamId, wie };
}
