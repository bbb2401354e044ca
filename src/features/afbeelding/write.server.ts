import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayVoorstellen } from '#access/verslag.ts';
import { db } from '#server/db/db.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import { writeStored } from '#server/files/store.ts';
import { newId } from '#server/id.ts';
import { IMAGE_TYPE, reencode } from '#server/image/reencode.ts';
import { limit, rateLimit } from '#server/limits.ts';
import { bytesOfTeam, countAfbeeldingen } from './rows.server.ts';
import { MAX_BYTES, NIET_ZO, TEAM_VOL, VERSLAG_VOL } from './stuur.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { afbeelding } from './tables.server.ts';

const MEGABYTE = 1_048_576;

/** Who may write or propose may add a picture. Asked before one byte of it is read. */
export function mustAddAfbeelding(actor: Actor, bijeenkomstId: string) {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	must(mayVoorstellen(actor, facts));
	if (countAfbeeldingen(row.id) >= limit('imagesPerDocument')) throw new Invalid(VERSLAG_VOL);
	if (bytesOfTeam(row.leeromgevingId) >= limit('imageMegabytesPerTeam') * MEGABYTE)
		throw new Invalid(TEAM_VOL);
	if (actor.soort !== 'persoon') return;
	const rate = rateLimit('uploads', actor.accountId);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
}

/** Keeps a picture for a verslag: anew, without what else was in the file. The text says where. */
export async function createAfbeelding(actor: Actor, bijeenkomstId: string, bytes: Uint8Array) {
	mustAddAfbeelding(actor, bijeenkomstId);
	const image = bytes.byteLength <= MAX_BYTES ? await reencode(bytes) : undefined;
	if (!image) throw new Invalid(NIET_ZO);
	// that took a moment: others had the same one
	const { facts } = findVerslag(actor, bijeenkomstId);
	must(mayVoorstellen(actor, facts));
	if (countAfbeeldingen(bijeenkomstId) >= limit('imagesPerDocument'))
		throw new Invalid(VERSLAG_VOL);
	const id = newId();
	writeStored(id, image.bytes);
	const { width: breedte, height: hoogte } = image;
	db()
		.insert(afbeelding)
		.values({
			id,
			bijeenkomstId,
			soort: IMAGE_TYPE,
			bytes: image.bytes.byteLength,
			breedte,
			hoogte,
			door: doorWie(actor),
		})
		.run();
	return { id, breedte, hoogte };
}
