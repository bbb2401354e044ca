import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import { convertIcsCalendar } from 'ts-ics';
import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { afzegging, bijeenkomst, dagdeel } from '#features/bijeenkomst/tables.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { datum } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { afspraakBestand, afsprakenVan, kalenderVan } from './afspraak.server.ts';

/** Whole files as a calendar gets them, read by two programs that are not ours. */

let systeem: SysteemActor;
beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
});

type Nieuw = Partial<typeof bijeenkomst.$inferInsert>;

function plan(dag: Schrijfdatum | null, part: Nieuw = {}) {
	const vast = { titel: 'De brief', begin: '14.00', eind: '16.30', plaats: 'Huis van de Wijk' };
	const { id } = createBijeenkomst(systeem, { leeromgevingId: null, datum: dag, ...vast });
	const values = { volgnummer: 0, ...part };
	return db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, id)).returning().get();
}
const bestand = (...rows: ReturnType<typeof plan>[]) => kalenderVan(afsprakenVan(rows), 'Agenda');

/** By ical.js: it refuses what is no calendar; the zone is the one in the file. */
function lees(text: string) {
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
	return calendar.getAllSubcomponents('vevent').map((vevent) => {
		const event = new ICAL.Event(vevent);
		const { startDate, endDate } = event;
		for (const time of [startDate, endDate]) if (!time.isDate) time.zone = zone;
		return {
			uid: event.uid,
			titel: event.summary,
			plaats: event.location,
			tekst: event.description,
			status: vevent.getFirstPropertyValue('status'),
			van: startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(),
			tot: endDate.isDate ? endDate.toString() : endDate.toJSDate().toISOString(),
		};
	});
}

/** By ts-ics, from the same text. */
const leesOok = (text: string) =>
	(convertIcsCalendar(undefined, text).events ?? []).map((event) => ({
		uid: event.uid,
		titel: event.summary,
		van: event.start.date.toISOString(),
		tot: 'end' in event && event.end ? event.end.date.toISOString() : '',
	}));

test('14.00 uur is 14.00 uur in Amsterdam on every day around both changes of the clock', () => {
	const dagen: [string, string, string][] = [
		['27 maart 2027', '2027-03-27T13:00:00.000Z', '2027-03-27T15:30:00.000Z'],
		['28 maart 2027', '2027-03-28T12:00:00.000Z', '2027-03-28T14:30:00.000Z'],
		['29 maart 2027', '2027-03-29T12:00:00.000Z', '2027-03-29T14:30:00.000Z'],
		['30 oktober 2027', '2027-10-30T12:00:00.000Z', '2027-10-30T14:30:00.000Z'],
		['31 oktober 2027', '2027-10-31T13:00:00.000Z', '2027-10-31T15:30:00.000Z'],
		['1 november 2027', '2027-11-01T13:00:00.000Z', '2027-11-01T15:30:00.000Z'],
	];
	const text = bestand(...dagen.map(([dag]) => plan(datum(dag))));
	const verwacht = dagen.map(([, van, tot]) => ({ van, tot }));
	expect(lees(text).map(({ van, tot }) => ({ van, tot }))).toEqual(verwacht);
	expect(leesOok(text).map(({ van, tot }) => ({ van, tot }))).toEqual(verwacht);
});

test('an early morning on the day itself: before and after the hour that is not, or is twice', () => {
	const vroeg = { begin: '01.30', eind: '03.30' };
	const text = bestand(plan(datum('28 maart 2027'), vroeg), plan(datum('31 oktober 2027'), vroeg));
	expect(lees(text).map(({ van, tot }) => [van, tot])).toEqual([
		['2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
		['2027-10-30T23:30:00.000Z', '2027-10-31T02:30:00.000Z'],
	]);
});

test('whole days, also over the end of a year; the end is the day after the last', () => {
	const zonder = { begin: '', eind: '' };
	const text = bestand(
		plan(datum('31 december 2027'), zonder),
		plan(datum('23-27 juli 2027'), zonder),
		plan(datum('2 oktober 2027'), { begin: '09.30', eind: '' }),
	);
	expect(lees(text).map(({ van, tot, tekst }) => [van, tot, tekst])).toEqual([
		['2027-12-31', '2028-01-01', null],
		['2027-07-23', '2027-07-28', null],
		['2027-10-02', '2027-10-03', 'Begint om 09.30 uur.'],
	]);
	expect(leesOok(text).map(({ van }) => van.slice(0, 10))).toEqual([
		'2027-12-31',
		'2027-07-23',
		'2027-10-02',
	]);
});

test('several days are several appointments, on both sides of the change of the clock', () => {
	const row = plan(datum('27 maart 2027'));
	for (const dag of ['2027-03-29', '2027-03-27'])
		db()
			.insert(dagdeel)
			.values({ bijeenkomstId: row.id, dag, begin: '09.00', eind: '12.00' })
			.run();
	const text = bestand(row);
	expect(lees(text).map(({ uid, van }) => [uid, van])).toEqual([
		[`${row.id}@localhost`, '2027-03-27T08:00:00.000Z'],
		[`${row.id}-2@localhost`, '2027-03-29T07:00:00.000Z'],
	]);
	expect(leesOok(text).map(({ uid }) => uid)).toEqual(lees(text).map(({ uid }) => uid));
});

test('a day that we took it to be, and one nobody knows, are no appointment', () => {
	expect(
		lees(bestand(plan(datum('najaar 2027')), plan(datum('oktober 2027')), plan(null))),
	).toEqual([]);
	expect(afspraakBestand(plan(datum('eind 2027')), {})).toBeUndefined();
});

test('what people write comes out as they wrote it, however long or strange', () => {
	const titel = `Café “ë”; een, twee \\ drie\\n 😀 ${'Sarıkaş en Yıldız '.repeat(20)}`.trim();
	const plaats = 'Zaal 1;\nEND:VEVENT, achter';
	const text = bestand(plan(datum('11 juni 2027'), { titel, plaats }));
	expect(lees(text)).toMatchObject([{ titel, plaats }]);
	expect(leesOok(text)).toMatchObject([{ titel }]);
	for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(text).not.toMatch(/[^\r]\n/);
});

test('called off it keeps its day, its id and a number that is higher', () => {
	const row = plan(datum('11 juni 2027'), { volgnummer: 4 });
	db().insert(afzegging).values({ bijeenkomstId: row.id, reden: 'Ziek' }).run();
	expect(lees(bestand(row))).toMatchObject([
		{ titel: 'Gaat niet door: De brief', status: 'CANCELLED', van: '2027-06-11T12:00:00.000Z' },
	]);
	const weg = afspraakBestand(row, {});
	expect(weg?.type).toBe('text/calendar; charset=utf-8; method=CANCEL');
	expect(weg?.text).toContain('SEQUENCE:4');
	expect(weg?.text).not.toContain('Ziek');
	expect(weg?.text).not.toContain('CALNAME');
});

test('the file stays the same until something changes', () => {
	const row = plan(datum('11 juni 2027'));
	const eerst = bestand(row);
	expect(bestand(row)).toBe(eerst);
	const anders = { ...row, plaats: 'Elders', updatedAt: new Date(row.updatedAt.getTime() + 1000) };
	expect(bestand(anders)).not.toBe(eerst);
});
