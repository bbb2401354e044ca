import type { GastActor, PersoonActor } from '#access/actor.ts';
import { NIEMAND } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { eq } from 'drizzle-orm';
import { encodeStateAsUpdate } from 'yjs';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid } from '#server/errors.ts';
import { forgetRates } from '#server/limits.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import { sync } from '#sync/server/rooms.ts';
import { openKinds } from '#sync/test-kinds.ts';
import { codeVan } from './code.read.server.ts';
import { createCode } from './code.write.server.ts';
import { bordNaam, leesBord } from './document.ts';
import { maakGroep, voegSamen } from './document.groep.ts';
import { joinBord } from './gast.server.ts';
import type { GastInput } from './gast.input.ts';
import { bord, bordBijeenkomst, bordstand } from './tables.server.ts';

const adres = (gast: string) => `van-${gast}`;

/** For tests: a bord of a team with regie, used in a bijeenkomst, and who may do more or less there. */
export function tafelWereld() {
	freshDb();
	forgetRates();
	openKinds();
	const systeem = testWerkplaats();
	const { werkplaatsId } = systeem;
	const teamId = maakTeam(systeem);
	const inTeam = (rol: Parameters<typeof maakLid>[2]): PersoonActor =>
		maakLid(systeem, teamId, rol);
	const trekker = inTeam('trekker');
	const bijeenkomstId = maakBijeenkomst(systeem, teamId, { dag: '11 juni 2026' });
	const maakBord = (part: Partial<typeof bord.$inferInsert> = {}): string => {
		const { id } = db()
			.insert(bord)
			.values({ werkplaatsId, leeromgevingId: teamId, titel: 'Wie belt er aan?', ...part })
			.returning()
			.get();
		db().insert(bordstand).values({ bordId: id, regieId: trekker.persoonId }).run();
		return id;
	};
	const bordId = maakBord();
	db().insert(bordBijeenkomst).values({ bordId, bijeenkomstId }).run();
	const naam = bordNaam(bordId);
	return {
		systeem,
		werkplaatsId,
		teamId,
		bijeenkomstId,
		bordId,
		maakBord,
		trekker,
		/** Leads too, and holds no regie. */
		begeleider: inTeam('procesbegeleider'),
		lid: inTeam('lid'),
		student: inTeam('student'),
		observator: inTeam('procesobservator'),
		lector: metRol(werkplaatsId, 'lector'),
		zet: (velden: Partial<typeof bordstand.$inferInsert>) =>
			db().update(bordstand).set(velden).where(eq(bordstand.bordId, bordId)).run(),
		wijzig: (velden: Partial<typeof bord.$inferInsert>) =>
			db().update(bord).set(velden).where(eq(bord.id, bordId)).run(),
		/** What everybody sees. */
		beeld: () => readDocument(naam, leesBord),
		/** What goes over the line. */
		bytes: () =>
			Buffer.from(readDocument(naam, (doc) => encodeStateAsUpdate(doc))).toString('latin1'),
		groep: (id: string) =>
			editDocument(trekker, naam, (doc) => maakGroep(doc, { id, briefjeIds: [] })),
		haalGroepWeg: (id: string) =>
			editDocument(trekker, naam, (doc) => void doc.getMap('groepen').delete(id)),
		voegSamen: (van: string, naar: string) =>
			editDocument(trekker, naam, (doc) => voegSamen(doc, { van, naar })),
		/** As "Stap terug" does. */
		haalUitElkaar: (van: string) =>
			editDocument(trekker, naam, (doc) => void doc.getMap('plek').delete(van)),
		/** As after a store, with what follows from it. */
		bewaard: async () => {
			sync().rooms.get(naam)!.projection.run();
			await Promise.resolve();
		},
		open: (vervangt = '') => {
			createCode(trekker, { bordId, vervangt });
			const code = codeVan(trekker, bordId)!;
			return { ...code, token: code.url.split('/').at(-1)! };
		},
		/** A gast who came in by the code. */
		gast: (gast: string, input: Partial<GastInput> = {}): GastActor => {
			createCode(trekker, { bordId, vervangt: '' });
			const token = codeVan(trekker, bordId)!.url.split('/').at(-1)!;
			const wie = { naam: gast, perspectief: 'bewoner' as const, ...input };
			const komt = { actor: NIEMAND, gast, address: adres(gast) };
			return { soort: 'gast', ...joinBord(token, wie, komt) };
		},
	};
}
export type TafelWereld = ReturnType<typeof tafelWereld>;

export const errorsOf = (run: () => unknown): Record<string, string> => {
	try {
		run();
	} catch (error) {
		if (error instanceof Invalid) return error.errors;
		throw error;
	}
	return {};
};
