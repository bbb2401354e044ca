import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayEditBord } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { findRuimte } from '#features/leeromgeving/find.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound } from '#server/errors.ts';
import { fold } from '#server/search/stem.ts';
import { tafelVan } from './beeld.read.server.ts';
import { bordgroep } from './beeld.tables.server.ts';
import { readableBorden } from './readable.server.ts';
import { bord } from './tables.server.ts';
import { groepSleutel, type ThemaInput } from './thema.input.ts';
import { bordthema, bordthemagroep } from './thema.tables.server.ts';

interface Waar {
	leeromgevingId: string;
}
interface Groep {
	bordId: string;
	groepId: string;
}

function mustWrite(actor: Actor, leeromgevingId: string) {
	const team = findRuimte(actor, leeromgevingId);
	const { werkplaatsId } = team;
	must(mayEditBord(actor, { werkplaatsId, leeromgevingIds: [team.id] }));
	return team;
}

/** Only groups that lie on a bord of this team now. */
function mustBeOfTeam(actor: Actor, leeromgevingId: string, groepen: readonly Groep[]) {
	const ids = groepen.map(({ groepId }) => groepId);
	const there = db()
		.select({ bordId: bordgroep.bordId, groepId: bordgroep.id })
		.from(bordgroep)
		.innerJoin(bord, eq(bord.id, bordgroep.bordId))
		.where(
			and(
				readableBorden(actor),
				eq(bord.leeromgevingId, leeromgevingId),
				inArray(bordgroep.id, ids),
			),
		)
		.all();
	const bekend = new Set(there.map(({ bordId, groepId }) => groepSleutel(bordId, groepId)));
	if (groepen.some(({ bordId, groepId }) => !bekend.has(groepSleutel(bordId, groepId))))
		throw new Invalid({ groepen: 'Kies groepen van een bord van dit team.' });
}

/** People say that these groups are about the same. Of a name that is there already come more. */
export function createThema(actor: Actor, { leeromgevingId, naam, groepen }: Waar & ThemaInput) {
	const team = mustWrite(actor, leeromgevingId);
	mustBeOfTeam(actor, team.id, groepen);
	const door = doorWie(actor);
	db().transaction(() => {
		const daar = db().select().from(bordthema).where(eq(bordthema.leeromgevingId, team.id)).all();
		const thema =
			daar.find((een) => fold(een.naam) === fold(naam)) ??
			db()
				.insert(bordthema)
				.values({ leeromgevingId: team.id, naam, door, updatedBy: door })
				.returning()
				.get();
		for (const groep of groepen)
			db()
				.insert(bordthemagroep)
				.values({ ...groep, themaId: thema.id, door })
				.onConflictDoNothing()
				.run();
	});
}

function findThema(actor: Actor, { leeromgevingId, themaId }: Waar & { themaId: string }) {
	const team = mustWrite(actor, leeromgevingId);
	const row = db().select().from(bordthema).where(eq(bordthema.id, themaId)).get();
	if (row?.leeromgevingId !== team.id) throw new NotFound();
	return row;
}

/** The groep itself, and those of the thema that went into it. */
function ookBekendAls(actor: Actor, { bordId, groepId }: Groep, hier: SQL): string[] {
	const { nu } = tafelVan(actor, bordId);
	return db()
		.select()
		.from(bordthemagroep)
		.where(and(hier, eq(bordthemagroep.bordId, bordId)))
		.all()
		.map((row) => row.groepId)
		.filter((id) => id === groepId || nu(id) === groepId);
}

/** After all not the same; the last one takes the thema with it. */
export function removeUitThema(
	actor: Actor,
	{ groep, ...waar }: Waar & { themaId: string; groep: Groep },
) {
	const { id } = findThema(actor, waar);
	const hier = eq(bordthemagroep.themaId, id);
	db().transaction(() => {
		for (const groepId of ookBekendAls(actor, groep, hier)) {
			const one = and(eq(bordthemagroep.bordId, groep.bordId), eq(bordthemagroep.groepId, groepId));
			db().delete(bordthemagroep).where(and(hier, one)).run();
		}
		if (!db().select().from(bordthemagroep).where(hier).get())
			db().delete(bordthema).where(eq(bordthema.id, id)).run();
	});
}

/** The groups stay as they are. */
export function removeThema(actor: Actor, waar: Waar & { themaId: string }) {
	const { id } = findThema(actor, waar);
	db().delete(bordthema).where(eq(bordthema.id, id)).run();
}
