import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createVersie } from '#features/versie/write.server.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { listStored, writeStored } from '#server/files/store.ts';
import { newId } from '#server/id.ts';
import { sync } from '#sync/server/rooms.ts';
import { removeUnusedAfbeeldingen } from './purge.server.ts';
import { afbeelding } from './tables.server.ts';

let w: VerslagWereld;
let before: string;
beforeAll(() => {
	before = config().dataDir;
	config().dataDir = mkdtempSync(join(tmpdir(), 'samenspel-afbeelding-'));
});
afterAll(() => {
	rmSync(config().dataDir, { recursive: true });
	config().dataDir = before;
});
beforeEach(() => {
	w = verslagWereld();
});

const WEEK_AGO = new Date(Date.now() - 8 * 86_400_000);
/** A picture that was kept at a moment, with its file. */
function bewaard(createdAt: Date): string {
	const id = newId();
	writeStored(id, Buffer.from('plaatje'));
	const row = { bijeenkomstId: w.id, soort: 'image/webp', bytes: 7, breedte: 40, hoogte: 20 };
	db()
		.insert(afbeelding)
		.values({ ...row, id, createdAt })
		.run();
	return id;
}
const inText = (id: string) =>
	w.schrijf(w.lid, {
		type: 'afbeelding',
		attrs: { id, alt: 'Het plein', breedte: 40, hoogte: 20 },
	});
const left = () =>
	db()
		.select({ id: afbeelding.id })
		.from(afbeelding)
		.all()
		.map(({ id }) => id)
		.sort();

test('a picture that no text speaks of goes after a week; one of an older version stays', () => {
	const [nu, toen, nergens] = [WEEK_AGO, WEEK_AGO, WEEK_AGO].map(bewaard) as [
		string,
		string,
		string,
	];
	const vers = bewaard(new Date());
	inText(toen);
	createVersie(w.lid, { bijeenkomstId: w.id, naam: 'eerst' });
	inText(nu);
	removeUnusedAfbeeldingen();
	expect(left()).toEqual([nu, toen, vers].sort());
	const files = listStored(new Date(Date.now() + 1000));
	expect(files).not.toContain(nergens);
	expect(files).toContain(toen);
});

test('of a verslag that cannot be read every picture stays, and others are looked at', () => {
	const id = bewaard(WEEK_AGO);
	inText(id);
	const nergens = bewaard(WEEK_AGO);
	sync().rooms.clear();
	db().$client.prepare("update document_update set data = x'ff' where name = ?").run(w.naam);
	expect(removeUnusedAfbeeldingen).not.toThrow();
	expect(left()).toEqual([id, nergens].sort());
});
