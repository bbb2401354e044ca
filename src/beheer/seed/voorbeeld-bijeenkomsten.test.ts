import { beforeAll, describe, expect, test } from 'vitest';
import type { PersoonActor } from '#access/actor.ts';
import { listAlleBijeenkomsten, detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { listReeksen } from '#features/bijeenkomst/reeks.read.server.ts';
import { cafeFeiten, detailCafe } from '#features/kenniscafe/cafe.read.server.ts';
import { listCijfers } from '#features/kenniscafe/read.server.ts';
import { detailAgenda } from '#features/agenda/read.server.ts';
import { weekdag } from '#features/datum/kalender.ts';
import { today } from '#server/clock.ts';
import { freshDb } from '#server/db/test-db.ts';
import { voorbeeld } from './file.ts';
import { coordinatorOf } from './voorbeeld-personen.ts';
import { loadVoorbeeld, type Loaded } from './voorbeeld.ts';

const file = voorbeeld();

describe('all that was done in the example', () => {
	let loaded: Loaded;
	let actor: PersoonActor;
	beforeAll(() => {
		freshDb();
		loaded = loadVoorbeeld();
		actor = coordinatorOf(loaded.werkplaatsId, loaded.ids.get('persoon', 'hanneke'));
	});
	const alle = () => {
		const { komend, geweest } = listAlleBijeenkomsten(actor);
		return [...komend, ...geweest];
	};
	const detailVan = (titel: string) =>
		detailBijeenkomst(actor, alle().find((regel) => regel.titel === titel)!.id);

	test('16 kenniscafés, 19 other, 10 events and 10 of education: each once', () => {
		const titels = (delen: readonly { titel: string }[]) => delen.map(({ titel }) => titel);
		const groepen = [file.kenniscafes, file.bijeenkomsten, file.gebeurtenissen, file.onderwijs];
		expect(groepen.map((groep) => groep.length)).toEqual([16, 19, 10, 10]);
		const uit = [...groepen.flatMap(titels), ...titels(file.verslagen)];
		const hier = alle().filter(({ datum, titel }) => !datum || uit.includes(titel));
		expect(titels(hier).sort()).toEqual(uit.sort());
		expect(alle().filter(({ soort }) => soort === 'open')).toHaveLength(16);
	});

	test('each team met as often as its source says, without a date for each time', () => {
		const vaak = file.leeromgevingen.map(({ sleutel }) =>
			listReeksen(actor)
				.filter(({ leeromgevingId }) => leeromgevingId === loaded.ids.get('leeromgeving', sleutel))
				.filter(
					({ titel }) => titel.toLowerCase().endsWith('bijeenkomsten') || titel === 'Focusgroepen',
				)
				.map(
					({ titel, aantal, tenMinste }) => `${titel} ${tenMinste ? 'ten minste ' : ''}${aantal}`,
				)
				.sort(),
		);
		expect(vaak).toEqual([
			['Uitwisselingsbijeenkomsten 4', 'Werkgroepbijeenkomsten 7'],
			['Focusgroepen 4', 'Werkgroepbijeenkomsten 8'],
			['Werkteambijeenkomsten 9'],
			['Brede werkteambijeenkomsten 12'],
			['Brede werkteambijeenkomsten 18'],
			['Werkteambijeenkomsten 10'],
		]);
	});

	test('something is to come, never today, with an agenda', () => {
		const { komend } = listAlleBijeenkomsten(actor);
		const straks = komend.find(({ datum }) => datum !== null)!;
		expect(straks.datum!.dag > today()).toBe(true);
		expect(weekdag(straks.datum!.dag)).toBe('donderdag');
		expect(detailAgenda(actor, straks.id).punten.length).toBeGreaterThan(5);
	});

	test('AC-34: 42, 387 and 261 are written down; 126 and 429 follow', () => {
		const { strook, totalen } = listCijfers(actor);
		expect(totalen.map(({ aantal }) => aantal).sort()).toEqual([261, 387, 42]);
		expect(strook.map(({ aantal }) => aantal)).toEqual([42, 387, 429]);
		const tussen = (van: string, tot: string) => listCijfers(actor, { van, tot }).som;
		expect(tussen('2018-10-18', '2019-12-12')).toMatchObject({ keer: 10, aantal: 261 });
		expect(tussen('2017-08-01', '2018-10-17')).toMatchObject({ keer: 4, aantal: 126 });
	});

	test('AC-36: the sixteen are numbered in order, each once; ten stand in a chapter of seven', () => {
		const { rijen } = listCijfers(actor);
		expect(rijen.map(({ nummer }) => nummer)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
		const themas = rijen.map(({ id }) => detailCafe(actor, id)!.thema).filter(Boolean);
		expect(themas).toHaveLength(10);
		expect(new Set(themas).size).toBe(7);
		expect(cafeFeiten(actor, rijen[8]!.id)).toEqual([
			['Nummer', '9'],
			['Thema of hoofdstuk', 'Hoofdstuk 3'],
		]);
	});

	test('AC-36: three names on 21 January 2019, and a number as it was written', () => {
		expect(detailVan('Blue Monday')).toMatchObject({
			hoeveel: 'ruim 80',
			titels: [
				{ titel: 'Van Blue Monday naar Feel Good Day', soort: 'eigen' },
				{ titel: 'Dag van Verbondenheid', soort: 'alias' },
			],
		});
		expect(detailVan('Intergenerationele overdracht I').titels.map(({ soort }) => soort)).toEqual([
			'eigen',
			'drukfout',
		]);
	});

	test('AC-18: three about one island, of which the last has no date', () => {
		const delen = ['DELEN', 'DUIDEN', 'DOEN'].map((fase) =>
			detailVan(`Ontmoet de kracht van Coolhaveneiland: ${fase}`),
		);
		expect(delen.map(({ fasen }) => fasen)).toEqual([['delen'], ['duiden'], ['doen']]);
		expect(delen[2]).toMatchObject({ wanneer: 'Datum nog onbekend', reeks: delen[0]!.reeks });
	});

	test('AC-41: both days of October stay, and what is not exact is printed as it was written', () => {
		const lessen = alle().filter(({ titel }) => titel === 'Burgerkracht en Sociale Vraagstukken');
		expect(lessen.map(({ wanneer }) => wanneer).sort()).toEqual([
			'2 oktober 2018',
			'3 oktober 2018',
		]);
		const les = alle().find(({ datum }) => datum?.geschreven === 'September 2018');
		expect(detailBijeenkomst(actor, les!.id)).toMatchObject({
			wanneer: 'september 2018 (aangenomen)',
			onderwijs: { opleiding: 'Social Work', hogeschool: 'Hogeschool Rotterdam' },
		});
	});

	test('AC-29, R-25: twelve visits are one reeks of twelve; what nobody counted is a least', () => {
		const van = (titel: string) => listReeksen(actor).filter((reeks) => reeks.titel === titel);
		expect(van('Op bezoek')).toMatchObject([{ aantal: 12, tenMinste: false }]);
		expect(van('Interviews op straat')).toMatchObject([{ aantal: 0, tenMinste: true }]);
		expect(van('Wijkteam Lombardijen')).toMatchObject([{ aantal: 4, team: { id: null } }]);
		expect(van('Van Blue Monday naar Feel Good Day')).toEqual([]);
		expect(van('Ontmoet de kracht van Coolhaveneiland')).toMatchObject([{ aantal: 3, delen: 3 }]);
	});
});
