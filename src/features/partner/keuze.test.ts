import { beforeEach, expect, test } from 'vitest';
import { persoonActor } from '#access/test-actors.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid } from '#server/errors.ts';
import { mustBeOrganisatie } from './read.server.ts';
import { organisatie } from './tables.server.ts';

beforeEach(freshDb);

function maakMetOrganisatie(naam: string) {
	const [plek] = db()
		.insert(werkplaats)
		.values({ naam, korteNaam: naam, kleed: 'ruit/groen-roze' })
		.returning()
		.all();
	const werkplaatsId = plek!.id;
	const values = { werkplaatsId, naam, soort: 'gemeente' } as const;
	return db().insert(organisatie).values(values).returning().get();
}

test('an organisatie of another werkplaats cannot be chosen', () => {
	const { werkplaatsId, id } = maakMetOrganisatie('Hier');
	const elders = maakMetOrganisatie('Elders');
	const actor = persoonActor({ werkplaatsId, rollen: ['coordinator'] });
	expect(() => mustBeOrganisatie(actor, id)).not.toThrow();
	expect(() => mustBeOrganisatie(actor, null)).not.toThrow();
	expect(() => mustBeOrganisatie(actor, elders.id)).toThrow(Invalid);
});
