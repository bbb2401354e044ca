import { beforeAll, expect, test } from 'vitest';
import type { PersoonActor } from '#access/actor.ts';
import { bordafspraak, bordgroep, bordplek } from '#features/bord/beeld.tables.server.ts';
import { beeldVan } from '#features/bord/beeld.read.server.ts';
import type { BordBeeld } from '#features/bord/beeld.ts';
import { detailBord, listBorden, type BordDetail } from '#features/bord/read.server.ts';
import { bordcode } from '#features/bord/tables.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { voorbeeld } from './file.ts';
import { coordinatorOf } from './voorbeeld-personen.ts';
import { loadVoorbeeld } from './voorbeeld.ts';

const [een] = voorbeeld().borden;
let actor: PersoonActor;
let bord: BordDetail;
let beeld: BordBeeld;
let teamId: string;
beforeAll(() => {
	freshDb();
	const { werkplaatsId, ids } = loadVoorbeeld();
	actor = coordinatorOf(werkplaatsId, ids.get('persoon', 'hanneke'));
	teamId = ids.get('leeromgeving', 'werkteam-4');
	const id = ids.get('bord', een!.titel);
	bord = detailBord(actor, id);
	beeld = beeldVan(actor, id);
});

test('AC-18: one bord over three bijeenkomsten, of which the last has no date', () => {
	expect(listBorden(actor, teamId).borden.map(({ id }) => id)).toEqual([bord.id]);
	expect(bord.bijeenkomsten.map(({ fase, wanneer }) => [fase, wanneer])).toEqual([
		['delen', '5 november 2018'],
		['duiden', '28 januari 2019'],
		['doen', 'Datum nog onbekend'],
	]);
	expect(bord.leervraag?.tekst).toContain('Hoe zorgt een nieuw platform');
	expect(beeld.stand).toMatchObject({ fase: 'doen', vraag: bord.vragen.doen, ronde: 'uitslag' });
	expect(bord.vragen.delen).toBe('Wat zag je of maakte je mee?');
});

test('everything that was written lies on it once, without who wrote it', () => {
	const teksten = (briefjes: readonly { tekst: string }[]) =>
		briefjes.map(({ tekst }) => tekst).toSorted();
	expect(teksten(beeld.briefjes)).toEqual(teksten(een!.briefjes));
	expect(beeld.briefjes.every(({ wie }) => wie === '')).toBe(true);
	expect(beeld.briefjes.filter(({ namens }) => namens)).toMatchObject([{ perspectief: 'bewoner' }]);
	expect(new Set(beeld.briefjes.map(({ perspectief }) => perspectief))).toEqual(
		new Set(['bewoner', 'vrijwilliger', 'ondernemer', 'sociaal-werk', 'beleid', 'onderzoek']),
	);
});

test('groups with their dots, and one briefje that fits nowhere', () => {
	const stippen = (per: Record<string, number>) => Object.values(per).reduce((a, b) => a + b, 0);
	expect(
		beeld.groepen.map(({ naam, briefjes, stippen }) => [naam, briefjes.length, stippen]),
	).toEqual(
		een!.groepen.map((groep) => [groep.naam, groep.briefjes.length, stippen(groep.stippen)]),
	);
	expect(beeld.los).toMatchObject([{ soort: 'vraag' }]);
	expect(beeld.inzichten.map(({ soort, uit }) => [soort, uit.length])).toEqual([
		['patroon', 2],
		['inzicht', 2],
		['spanning', 2],
	]);
	expect(beeld.inzichten[2]!.tegen).not.toBe('');
});

test('AC-17: what nobody took on is there, and is of nobody', () => {
	expect(beeld.afspraken.map(({ wieId, wie }) => wieId !== '' || wie !== '')).toEqual([
		...[true, true, false],
	]);
	expect(beeld.afspraken.every(({ uit }) => uit.length === 1)).toBe(true);
});

test('its rows are up to date, and nobody comes in by its code any more', () => {
	const count = (table: typeof bordgroep | typeof bordplek | typeof bordafspraak) =>
		db().select().from(table).all().length;
	expect([bordgroep, bordplek, bordafspraak].map(count)).toEqual([4, 14, 3]);
	expect(db().select().from(bordcode).all()).toMatchObject([{ ingetrokkenOp: expect.any(Date) }]);
});
