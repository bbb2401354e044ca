import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, GastActor } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { finaliseBord, removeBord, updateBord } from './bord.write.server.ts';
import {
	createBriefje,
	createNamens,
	removeBriefje,
	withdrawVerwijdering,
} from './briefje.write.server.ts';
import { removeDeelnemer, updateHand } from './deelnemer.write.server.ts';
import { joinVanTafel } from './gast.server.ts';
import { gastHashVan, gastVan } from './open.server.ts';
import { detailBord, listVerder } from './read.server.ts';
import { assignGespreksleider, createTafelronde, moveReeks } from './reeks.write.server.ts';
import { moveFase } from './regie.write.server.ts';
import { staatVoor } from './staat.read.server.ts';
import { toonStand } from './stand.server.ts';
import { bord, deelnemer } from './tables.server.ts';
import { createTafels, deriveTafels } from './tafelborden.write.server.ts';
import { bordWereld, LEEG, type BordWereld } from './test-regie.ts';

let w: BordWereld;
let [samen, een, twee] = ['', '', ''];
const TELEFOON = 'telefoon van Ali';
const bezoeker = { gast: TELEFOON };

beforeEach(() => {
	w = bordWereld();
	samen = w.maak(w.trekker, { soort: 'wereldcafe', titel: 'Het café' });
	createTafels(w.trekker, { bordId: samen, titels: ['Wat helpt?', 'Wat ontbreekt?'] });
	[een, twee] = detailBord(w.trekker, samen).tafels.map(({ id }) => id) as [string, string];
});

/** Ali, who came in at a table with a phone. */
function ali(bordId = een): GastActor {
	const gast = w.gast('Ali', bordId);
	db()
		.update(deelnemer)
		.set({ gastHash: gastHashVan(TELEFOON, bordId) })
		.where(eq(deelnemer.id, gast.deelnemerId))
		.run();
	return gast;
}
const leg = (actor: Actor, bordId: string, tekst: string) =>
	createBriefje(actor, { bordId, id: '', tekst, soort: '', fase: undefined }).id;
const stand = (bordId: string) => w.beeld(bordId).stand;
const roep = (actor: Actor, naar: string, bordId = samen) => moveReeks(actor, { bordId, naar });

describe('from table to table', () => {
	test('a gast goes under the same name, without a code, and leaves the seat empty', () => {
		const van = ali();
		updateHand(van, { bordId: een, hand: true });
		const { bordId, deelnemerId } = joinVanTafel({ van: een, naar: twee }, bezoeker);
		expect(bordId).toBe(twee);
		expect(gastVan(TELEFOON, twee)).toMatchObject({ deelnemerId });
		expect(staatVoor(gastVan(TELEFOON, twee), twee).ik).toMatchObject({
			naam: 'Ali',
			perspectief: 'bewoner',
		});
		expect([stand(een), stand(twee)]).toMatchObject([
			{ deelnemers: 0, handen: 0 },
			{ deelnemers: 1 },
		]);
		expect(joinVanTafel({ van: twee, naar: een }, bezoeker).deelnemerId).toBe(van.deelnemerId);
		expect([stand(een).deelnemers, stand(twee).deelnemers]).toEqual([1, 0]);
	});

	test('only at this café, to what is open to guests, and not for who was sent away', () => {
		const van = ali();
		const elders = w.maak(w.trekker, { titel: 'Een ander bord' });
		const naar = (bordId: string) => () => joinVanTafel({ van: een, naar: bordId }, bezoeker);
		expect(naar(elders)).toThrow(Invalid);
		expect(naar(een)).toThrow(Invalid);
		expect(() => joinVanTafel({ van: een, naar: twee }, { gast: 'een andere telefoon' })).toThrow(
			Invalid,
		);
		expect(listVerder(van, een)).toEqual([
			{ id: samen, titel: 'Het café', samen: true },
			{ id: twee, titel: 'Wat ontbreekt?', samen: false },
		]);
		updateBord(w.trekker, { ...LEEG, id: twee, gasten: false });
		finaliseBord(w.trekker, { id: samen });
		expect(listVerder(van, een)).toEqual([]);
		for (const dicht of [twee, samen]) expect(naar(dicht)).toThrow(Invalid);
		updateBord(w.trekker, { ...LEEG, id: twee, gasten: true });
		removeDeelnemer(w.trekker, { bordId: een, deelnemerId: van.deelnemerId });
		expect(naar(twee)).toThrow(Invalid);
	});

	test('rounds are counted by who leads the café, and what is written says of which it is', () => {
		for (const actor of [w.lid, w.gast('Ali', samen)])
			expect(() => createTafelronde(actor, { bordId: samen })).toThrow(Forbidden);
		expect(() => createTafelronde(w.trekker, { bordId: een })).toThrow(Forbidden);
		expect(createTafelronde(w.trekker, { bordId: samen })).toEqual({ ronde: 1 });
		leg(w.lid, een, 'In de eerste');
		createTafelronde(w.trekker, { bordId: samen });
		leg(w.student, een, 'In de tweede');
		for (const id of [samen, een, twee]) expect(stand(id).tafelronde).toBe(2);
		deriveTafels(w.trekker, { bordId: samen });
		expect(w.beeld(samen).briefjes).toMatchObject([
			{ tekst: 'In de eerste', tafel: 'Wat helpt?', tafelronde: 1 },
			{ tekst: 'In de tweede', tafel: 'Wat helpt?', tafelronde: 2 },
		]);
		expect(w.beeld(een).briefjes).toMatchObject([{ tafel: '' }, { tafel: '' }]);
	});
});

describe('everybody to one bord', () => {
	test('shows at each table where to go, and back again', () => {
		roep(w.trekker, samen);
		for (const id of [een, twee])
			expect(stand(id)).toMatchObject({ naar: samen, naarTitel: 'Het café' });
		expect(stand(samen)).toMatchObject({ naar: '', naarTitel: '' });
		ali();
		joinVanTafel({ van: een, naar: samen }, bezoeker);
		expect(stand(samen).deelnemers).toBe(1);
		roep(w.trekker, '');
		expect(stand(een).naar).toBe('');
	});

	test('that is not open to gasten, is named to no table where they sit', () => {
		db().update(bord).set({ gasten: false }).where(eq(bord.id, samen)).run();
		roep(w.trekker, samen);
		expect(stand(een)).toMatchObject({ naar: samen, naarTitel: 'een bord van het team' });
		db().update(bord).set({ gasten: false }).where(eq(bord.id, een)).run();
		toonStand(een);
		expect(stand(een).naarTitel).toBe('Het café');
	});

	test('is for who leads the café, and to what is still there', () => {
		for (const actor of [w.begeleider, w.lid, w.gast('Ali', samen)])
			expect(() => roep(actor, samen)).toThrow(Forbidden);
		expect(() => roep(w.trekker, samen, een)).toThrow(Forbidden);
		expect(() => roep(w.buiten, samen)).toThrow(NotFound);
		removeBord(w.trekker, { id: twee });
		expect(() => roep(w.trekker, twee)).toThrow(Invalid);
		for (const anders of [een, w.id]) expect(() => roep(w.trekker, anders)).toThrow(Invalid);
	});

	test('with a table, its leader is said beforehand', () => {
		const geef = (actor: Actor, naar: string, bordId = een) =>
			assignGespreksleider(actor, { bordId: samen, tafelId: bordId, naar });
		geef(w.begeleider, w.student.persoonId);
		expect(detailBord(w.lid, samen).tafels[0]!.leider).toMatchObject({ id: w.student.persoonId });
		expect(stand(een).regie).toBe(w.student.persoonId);
		for (const actor of [w.lid, w.observator])
			expect(() => geef(actor, w.lid.persoonId)).toThrow(Forbidden);
		expect(() => geef(w.trekker, w.buiten.persoonId)).toThrow(Invalid);
		expect(() => geef(w.trekker, w.lid.persoonId, samen)).toThrow(Invalid);
	});
});

describe('stellingen', () => {
	let [eerste, tweede] = ['', ''];
	beforeEach(() => {
		eerste = w.maak(w.trekker, { soort: 'stellingen', titel: 'Een buurthuis is voor iedereen' });
		createTafels(w.trekker, { bordId: eerste, titels: ['Bellen is beter dan schrijven'] });
		tweede = detailBord(w.trekker, eerste).tafels[0]!.id;
	});

	test('come one after another, with everybody and with regie', () => {
		expect(detailBord(w.lid, tweede)).toMatchObject({ soort: 'stellingen', namen: false });
		roep(w.trekker, tweede, eerste);
		expect(stand(eerste)).toMatchObject({ naar: tweede });
		expect(stand(tweede)).toMatchObject({ naar: '', regie: w.trekker.persoonId });
		roep(w.trekker, eerste, tweede);
		expect(stand(tweede)).toMatchObject({ naar: eerste });
		expect(() => deriveTafels(w.trekker, { bordId: eerste })).toThrow(Invalid);
		expect(() => createTafelronde(w.trekker, { bordId: eerste })).toThrow(Forbidden);
	});

	test('ask on which side one is, and never show a name', () => {
		const zeg = (soort: 'eens' | 'feit' | '') =>
			createBriefje(w.lid, { bordId: eerste, id: '', tekst: 'Daarom', soort, fase: undefined });
		expect(() => zeg('')).toThrow(Invalid);
		expect(() => zeg('feit')).toThrow(Invalid);
		zeg('eens');
		expect(w.beeld(eerste).briefjes).toMatchObject([{ soort: 'eens', wie: '' }]);
		const elders = {
			bordId: w.id,
			id: '',
			tekst: 'Daarom',
			soort: 'eens',
			fase: undefined,
		} as const;
		expect(() => createBriefje(w.lid, elders)).toThrow(Invalid);
		expect(() => updateBord(w.trekker, { ...LEEG, id: tweede, namen: true })).toThrow(Invalid);
		expect(() => w.maak(w.trekker, { soort: 'stellingen', namen: true })).toThrow(Invalid);
	});
});

describe('a check-in', () => {
	test('is one briefje of each, of everybody in the room, in one phase', () => {
		const id = w.maak(w.trekker, { soort: 'checkin', titel: 'Hoe kom je binnen?' });
		const mijn = leg(w.lid, id, 'Fietsend');
		expect(() => leg(w.lid, id, 'En nog iets')).toThrow(Invalid);
		removeBriefje(w.lid, { bordId: id, id: mijn });
		leg(w.lid, id, 'Lopend');
		expect(() => withdrawVerwijdering(w.lid, { bordId: id, id: mijn })).toThrow(Invalid);
		for (const tekst of ['Moe', 'Blij'])
			createNamens(w.lid, {
				...{ bordId: id, id: '', tekst, soort: '', fase: 'doen', perspectief: 'bewoner' },
			});
		expect(w.beeld(id).briefjes.map(({ tekst, fase }) => `${tekst} ${fase}`)).toEqual([
			'Lopend delen',
			'Moe delen',
			'Blij delen',
		]);
		expect(() => moveFase(w.trekker, { bordId: id, naar: 'duiden' })).toThrow(Invalid);
		finaliseBord(w.trekker, { id });
		expect(stand(id).klaarMet).toBe('afgerond');
	});
});
