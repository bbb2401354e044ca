import { eq } from 'drizzle-orm';
import type { Actor, PersoonActor } from '#access/actor.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { editDocument } from '#sync/server/edit.ts';
import { openKinds } from '#sync/test-kinds.ts';
import { verslagNaam } from './document.ts';
import { tekstNu } from './tekst.server.ts';
import { doc } from './test-tekst.ts';

/** For tests: a verslag on a fresh database, and everybody who may do more or less with it. */
export function verslagWereld() {
	freshDb();
	openKinds();
	const systeem = testWerkplaats();
	const teamId = maakTeam(systeem);
	const { werkplaatsId } = systeem;
	const velden = { titel: 'De eerste brief', datum: null, begin: '', eind: '', plaats: '' };
	const { id } = createBijeenkomst(systeem, { ...velden, leeromgevingId: teamId });
	const inTeam = (rol: Parameters<typeof maakLid>[2]): PersoonActor =>
		maakLid(systeem, teamId, rol);
	const naam = verslagNaam(id);
	return {
		id,
		naam,
		teamId,
		werkplaatsId,
		systeem,
		trekker: inTeam('trekker'),
		lid: inTeam('lid'),
		agendalid: inTeam('agendalid'),
		observator: inTeam('procesobservator'),
		lector: metRol(werkplaatsId, 'lector'),
		coordinator: metRol(werkplaatsId, 'coordinator'),
		/** Of the werkplaats, and not of the team. */
		buiten: metRol(werkplaatsId, null),
		schrijf: (actor: Actor, ...content: TekstNode[]) =>
			editDocument(actor, naam, (live) => writeTekst(live, doc(...content))),
		tekst: () => tekstNu(id),
		verwijder: () => db().delete(bijeenkomst).where(eq(bijeenkomst.id, id)).run(),
	};
}
export type VerslagWereld = ReturnType<typeof verslagWereld>;
