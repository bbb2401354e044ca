import type { Doc } from 'yjs';
import type { Actor, GastActor, PersoonActor } from '#access/actor.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import { openKinds } from '#sync/test-kinds.ts';
import { createBord } from './bord.write.server.ts';
import { bordNaam, leesBord } from './document.ts';
import type { BordNieuw } from './input.ts';
import { toonStand } from './stand.server.ts';
import { deelnemer } from './tables.server.ts';

export const LEEG: BordNieuw = {
	titel: 'Wie belt er aan, en wanneer?',
	vraagDelen: '',
	vraagDuiden: '',
	vraagDoen: '',
	leervraagId: null,
	namen: false,
	gasten: true,
	soort: 'ddd',
	plenairId: null,
	bijeenkomstId: null,
	fase: null,
};

/** For tests: a bord that the trekker made on a fresh database, with regie, and who may do more or less. */
export function bordWereld() {
	freshDb();
	openKinds();
	const systeem = testWerkplaats();
	const teamId = maakTeam(systeem);
	const { werkplaatsId } = systeem;
	const inTeam = (rol: Parameters<typeof maakLid>[2]): PersoonActor =>
		maakLid(systeem, teamId, rol);
	const trekker = inTeam('trekker');
	const maak = (actor: Actor = trekker, part: Partial<BordNieuw> = {}) =>
		createBord(actor, { ...LEEG, ...part, leeromgevingId: teamId }).id;
	const id = maak();
	return {
		id,
		teamId,
		werkplaatsId,
		systeem,
		trekker,
		/** Leads too, and holds no regie. */
		begeleider: inTeam('procesbegeleider'),
		lid: inTeam('lid'),
		student: inTeam('student'),
		observator: inTeam('procesobservator'),
		lector: metRol(werkplaatsId, 'lector'),
		coordinator: metRol(werkplaatsId, 'coordinator'),
		/** Of the werkplaats, and not of the team. */
		buiten: metRol(werkplaatsId, null),
		maak,
		/** Somebody without account at this bord, or at another. */
		gast(naam = 'Fatima', bordId = id): GastActor {
			const row = db()
				.insert(deelnemer)
				.values({ bordId, naam, perspectief: 'bewoner', gastHash: `${naam} op ${bordId}` })
				.returning()
				.get();
			toonStand(bordId);
			return { soort: 'gast', bordId, deelnemerId: row.id };
		},
		/** What every screen shows. */
		beeld: (bordId = id) => readDocument(bordNaam(bordId), leesBord),
		schuif: (actor: Actor, edit: (doc: Doc) => void) => editDocument(actor, bordNaam(id), edit),
	};
}
export type BordWereld = ReturnType<typeof bordWereld>;
