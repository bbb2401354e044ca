import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NIEMAND, type Actor, type SysteemActor } from '#access/actor.ts';
import { mayReadVerslag, mayVoorstellen } from '#access/verslag.ts';
import { createBijeenkomst, removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { datum, iedereen, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { vaststelling } from '#features/verslag/tables.server.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid, NotFound, TooMany } from '#server/errors.ts';
import { filesDir } from '#server/files/store.ts';
import { forgetRates } from '#server/limits.ts';
import { detailAfbeelding } from './read.server.ts';
import { afbeelding } from './tables.server.ts';
import { createAfbeelding } from './write.server.ts';

let systeem: SysteemActor;
let team: string;
let id: string;
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
	freshDb();
	forgetRates();
	systeem = maakWerkplaats().systeem;
	team = maakTeam(systeem);
	const rest = { titel: 'De brief', datum: datum('11 juni 2018'), begin: '', eind: '', plaats: '' };
	id = createBijeenkomst(systeem, { leeromgevingId: team, ...rest }).id;
});

const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
	sharp({ create: { width, height, channels, background: { r: 200, g: 80, b: 40, alpha: 0.5 } } });
/** As the page does: the file is read when it may come in. */
const add = (actor: Actor, at: string, file: Uint8Array) =>
	createAfbeelding(actor, at, () => Promise.resolve(file));
const png = () => plain(40, 20).png().toBuffer();

const refused = async (bytes: Uint8Array) => {
	const error = await add(systeem, id, bytes).catch((e: unknown) => e);
	expect(error).toBeInstanceOf(Invalid);
	expect((error as Invalid).errors['']).toBe('Alleen PNG, JPG, WebP of PDF tot 10 MB.');
	expect(db().select().from(afbeelding).all()).toEqual([]);
};

describe('a picture', () => {
	test.each(['png', 'jpeg', 'webp'] as const)('of kind %s is kept as WebP', async (kind) => {
		const made = await add(systeem, id, await plain(40, 20).toFormat(kind).toBuffer());
		expect(made).toMatchObject({ breedte: 40, hoogte: 20 });
		const { soort, bytes } = await detailAfbeelding(systeem, made.id);
		expect(soort).toBe('image/webp');
		expect((await sharp(bytes).metadata()).format).toBe('webp');
	});

	test('that is large is made smaller, and stands upright', async () => {
		const large = await plain(3000, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer();
		expect(await add(systeem, id, large)).toMatchObject({
			breedte: 800,
			hoogte: 2400,
		});
	});

	test('does not say any more where and with what it was taken', async () => {
		const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 48/1 0/1' } };
		const taken = await plain(40, 20)
			.jpeg()
			.withExif({ IFD0: { Make: 'KANARIE' }, ...gps })
			.toBuffer();
		expect(taken.includes('KANARIE')).toBe(true);
		const made = await add(systeem, id, taken);
		const { bytes } = await detailAfbeelding(systeem, made.id);
		expect(bytes.includes('KANARIE')).toBe(false);
		const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
		expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
	});

	test('behind which something else hides keeps only its pixels', async () => {
		const script = '<script>alert(1)</script>';
		const polyglot = Buffer.concat([await png(), Buffer.from(`%PDF-1.7 PK\x03\x04${script}`)]);
		const { bytes } = await detailAfbeelding(systeem, (await add(systeem, id, polyglot)).id);
		expect(bytes.includes(script)).toBe(false);
	});
});

/** A PNG that says it is larger than it is: a few bytes that would become gigabytes. */
function bomb(width: number, height: number): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const size = Buffer.alloc(4);
		size.writeUInt32BE(data.length);
		return Buffer.concat([size, Buffer.from(type), data, Buffer.alloc(4)]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = 8;
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const data = deflateSync(Buffer.alloc(1_000_000));
	return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data)]);
}

describe('refused in one sentence, with nothing left behind:', () => {
	test.each([
		['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
		['HTML that says it is a picture', Buffer.from('<html><script>1</script></html>')],
		['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00')],
		['a bomb', bomb(50_000, 50_000)],
		['a PNG of nothing but its beginning', bomb(10, 10).subarray(0, 8)],
		['a JPEG of noise', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5000)])],
		['nothing', Buffer.alloc(0)],
	])('%s', async (_, bytes) => {
		await refused(bytes);
		expect(readdirSync(filesDir()).filter((name) => name.includes('deel'))).toEqual([]);
	});

	test('a picture of more than 40 megapixels', async () =>
		refused(await plain(8000, 5001).png().toBuffer()));

	test('a file of more than 10 MB', async () =>
		refused(Buffer.concat([await png(), Buffer.alloc(10 * 1_048_576)])));
});

describe('who', () => {
	test('may add one is who may propose; for who may not read there is no verslag', async () => {
		for (const actor of [...iedereen(systeem, team), NIEMAND]) {
			forgetRates();
			const facts = {
				werkplaatsId: systeem.werkplaatsId,
				leeromgevingIds: [team],
				door: null,
				status: 'concept' as const,
			};
			const outcome: unknown = await add(actor, id, await png()).catch((e) => e);
			if (mayVoorstellen(actor, facts)) expect(outcome).toHaveProperty('id');
			else expect(outcome).toBeInstanceOf(mayReadVerslag(actor, facts) ? Forbidden : NotFound);
		}
	});

	test('may see one is who may read its verslag: for others it is as if there is none', async () => {
		const made = await add(systeem, id, await png());
		const none = await detailAfbeelding(systeem, 'a'.repeat(20)).catch((e: unknown) => e);
		const actors: Actor[] = [
			metRol(systeem.werkplaatsId, 'beheerder'),
			metRol(maakWerkplaats('Elders').werkplaatsId, 'coordinator'),
			maakLid(systeem, maakTeam(systeem, { naam: 'Ander', volgnummer: 2 }), 'trekker'),
			NIEMAND,
		];
		for (const actor of actors)
			expect(await detailAfbeelding(actor, made.id).catch((e: unknown) => e)).toEqual(none);
		removeBijeenkomst(systeem, id);
		await expect(detailAfbeelding(systeem, made.id)).rejects.toEqual(none);
	});

	test('nobody adds one to what was vastgesteld', async () => {
		db()
			.insert(vaststelling)
			.values({ bijeenkomstId: id, inhoud: { type: 'doc' }, hash: '' })
			.run();
		const unread = () => Promise.reject(new Error('it was read'));
		await expect(createAfbeelding(systeem, id, unread)).rejects.toThrow(Forbidden);
	});
});

test('twenty in ten minutes for one account, and a hundred in one verslag', async () => {
	const lid = maakLid(systeem, team, 'lid');
	const bytes = await png();
	for (let n = 0; n < 20; n++) await add(lid, id, bytes);
	await expect(add(lid, id, bytes)).rejects.toThrow(TooMany);
	const row = { bijeenkomstId: id, soort: '', bytes: 1, breedte: 1, hoogte: 1 };
	db()
		.insert(afbeelding)
		.values(Array.from({ length: 80 }, () => row))
		.run();
	await expect(add(systeem, id, bytes)).rejects.toThrow(Invalid);
});
