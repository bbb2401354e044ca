import type { LeeromgevingRol, WerkplaatsRol } from '#access/actor.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import {
	leeromgeving,
	leeromgevingNaam,
	lidmaatschap,
} from '#features/leeromgeving/tables.server.ts';
import { maakWerkplaats, metAccount } from '#features/persoon/test-wereld.ts';
import { db } from '#server/db/db.ts';

/** For tests: a werkplaats with one team, and people to act as. */
export function maakTafel(naam = 'Deltastreek') {
	const { werkplaatsId } = maakWerkplaats(`Werkplaats ${naam}`);
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
		const { accountId, persoonId, email } = metAccount(werkplaatsId, voornaam, given.rollen);
		const plek = { leeromgevingId: teamId, perspectief: 'onderzoek', van: '2020-01-01' } as const;
		if (given.inTeam)
			db()
				.insert(lidmaatschap)
				.values({ ...plek, persoonId, rol: given.inTeam })
				.run();
		return { actor: loadActor({ accountId, persoonId }), accountId, persoonId, email };
	};
	return { werkplaatsId, teamId, wie };
}
