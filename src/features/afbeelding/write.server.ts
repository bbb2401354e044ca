import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayVoorstellen } from '#access/verslag.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { mustBeCalm } from '#server/calm.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { writeStored } from '#server/files/store.ts';
import { newId } from '#server/id.ts';
import { IMAGE_TYPE, reencode } from '#server/image/reencode.ts';
import { limit } from '#server/limits.ts';
import { bytesOfTeam, countAfbeeldingen } from './rows.server.ts';
import { MAX_BYTES, NIET_ZO, TEAM_VOL, VERSLAG_VOL } from './stuur.ts';
import { afbeelding } from './tables.server.ts';

const MEGABYTE = 1_048_576;

/** Who may write or propose may add a picture, as long as there is room. */
function mustFit(actor: Actor, bijeenkomstId: string) {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	must(mayVoorstellen(actor, facts));
	if (countAfbeeldingen(row.id) >= limit('imagesPerDocument')) throw new Invalid(VERSLAG_VOL);
	if (bytesOfTeam(row) >= limit('imageMegabytesPerTeam') * MEGABYTE) throw new Invalid(TEAM_VOL);
}

/**
 * Keeps a picture for a verslag: anew, without what else was in the file. The text says where.
 * `read` gives the file; it is not asked for one byte of what may not come in.
 */
export async function createAfbeelding(
	actor: Actor,
	bijeenkomstId: string,
	read: () => Promise<Uint8Array>,
) {
	mustFit(actor, bijeenkomstId);
	mustBeCalm('uploads', actor);
	const file = await read();
	const image = file.byteLength <= MAX_BYTES ? await reencode(file) : undefined;
	if (!image) throw new Invalid(NIET_ZO);
	// that took a moment: others had the same one
	mustFit(actor, bijeenkomstId);
	const id = newId();
	writeStored(id, image.bytes);
	const { width: breedte, height: hoogte } = image;
	const bytes = image.bytes.byteLength;
	const door = doorWie(actor);
	db()
		.insert(afbeelding)
		.values({ id, bijeenkomstId, soort: IMAGE_TYPE, bytes, breedte, hoogte, door })
		.run();
	return { id, breedte, hoogte };
}
