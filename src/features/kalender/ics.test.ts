import { expect, test } from 'vitest';
import type { Deel } from '#features/bijeenkomst/duur.ts';
import { calendarFile, type IcsItem } from './ics.ts';

const deel = (dag: string, begin = '14.00', eind = '16.30'): Deel => ({
	id: null,
	dag,
	begin,
	eind,
	pauzes: [],
});
const item = (part: Partial<IcsItem> = {}): IcsItem => ({
	id: 'bijeenkomstaaaaaaaaa',
	volgnummer: 2,
	titel: 'De eerste brief',
	delen: [deel('2027-03-29')],
	plaats: 'Huis van de Wijk',
	tekst: '',
	url: 'https://samenspel.example/bijeenkomsten/bijeenkomstaaaaaaaaa',
	afgezegd: false,
	gewijzigd: new Date('2026-11-22T09:00:00.123Z'),
	...part,
});
const maak = (items: IcsItem[], method: 'PUBLISH' | 'CANCEL' = 'PUBLISH') =>
	calendarFile(items, {
		method,
		naam: 'Intergenerationele problematiek',
		stempel: new Date('2026-11-22T10:00:00Z'),
		host: 'samenspel.example',
	});
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const all = (file: string, name: string) =>
	unfolded(file).filter((line) => new RegExp(`^${name}[;:]`).test(line));

test('every line ends in CRLF, is at most 75 octets, and ends in no half character', () => {
	const file = maak([item({ titel: 'Sarıkaş 😀 ë'.repeat(40), tekst: 'x'.repeat(400) })]);
	expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
	expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(all(file, 'SUMMARY')).toEqual([`SUMMARY:${'Sarıkaş 😀 ë'.repeat(40)}`]);
});

test('a text means nothing in the file, whatever is in it', () => {
	const tekst = 'Neem mee: koek, thee; en een \\ \r\nEND:VEVENT\u0007';
	const file = maak([item({ tekst })]);
	expect(all(file, 'DESCRIPTION')).toEqual([
		'DESCRIPTION:Neem mee: koek\\, thee\\; en een \\\\ \\nEND:VEVENT',
	]);
	expect(all(file, 'END').filter((line) => line === 'END:VEVENT')).toHaveLength(1);
});

test('wall time of Amsterdam on both sides of a change of the clock', () => {
	const dagen = ['2027-03-27', '2027-03-29', '2027-10-30', '2027-11-01'];
	const file = maak([item({ delen: dagen.map((dag) => deel(dag)) })]);
	expect(all(file, 'DTSTART')).toEqual(
		expect.arrayContaining(
			dagen.map((dag) => `DTSTART;TZID=Europe/Amsterdam:${dag.replaceAll('-', '')}T140000`),
		),
	);
	expect(all(file, 'DTEND')[0]).toBe('DTEND;TZID=Europe/Amsterdam:20270327T163000');
});

test('its own rules for the zone change the clock when Amsterdam does', () => {
	const offset = (at: string) =>
		new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' })
			.formatToParts(new Date(at))
			.find(({ type }) => type === 'timeZoneName')!
			.value.replace('GMT', '')
			.replace(':', '');
	const lines = unfolded(maak([]));
	const rule = (soort: 'DAYLIGHT' | 'STANDARD') => {
		const from = lines.indexOf(`BEGIN:${soort}`);
		return Object.fromEntries(lines.slice(from, from + 6).map((line) => line.split(/:(.*)/s)));
	};
	const lastSunday = (year: number, month: number) => {
		const last = new Date(Date.UTC(year, month, 0));
		return new Date(last.getTime() - last.getUTCDay() * 86_400_000).toISOString().slice(0, 10);
	};
	for (const [soort, month] of [
		['DAYLIGHT', 3],
		['STANDARD', 10],
	] as const) {
		const { TZOFFSETFROM, TZOFFSETTO, RRULE, DTSTART } = rule(soort);
		expect(RRULE).toBe(`FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`);
		for (const year of [2026, 2027, 2030]) {
			const day = lastSunday(year, month);
			const local = `${day}T${DTSTART!.slice(9, 11)}:00:00${TZOFFSETFROM!.slice(0, 3)}:00`;
			const change = new Date(local).getTime();
			expect(offset(new Date(change - 1000).toISOString())).toBe(TZOFFSETFROM);
			expect(offset(new Date(change).toISOString())).toBe(TZOFFSETTO);
		}
	}
});

test('whole days end on the day after the last', () => {
	const file = maak([item({ delen: { eerste: '2026-12-30', laatste: '2026-12-31' } })]);
	expect(all(file, 'DTSTART').at(-1)).toBe('DTSTART;VALUE=DATE:20261230');
	expect(all(file, 'DTEND')).toEqual(['DTEND;VALUE=DATE:20270101']);
});

test('each stretch is an appointment of its own; the first keeps its id when others come', () => {
	const een = maak([item()]);
	const twee = maak([item({ delen: [deel('2027-03-29'), deel('2027-03-30')] })]);
	const own = 'UID:bijeenkomstaaaaaaaaa';
	expect(all(een, 'UID')).toEqual([`${own}@samenspel.example`]);
	expect(all(twee, 'UID')).toEqual([`${own}@samenspel.example`, `${own}-2@samenspel.example`]);
	expect(all(een, 'SEQUENCE')).toEqual(['SEQUENCE:2']);
	expect(all(een, 'LAST-MODIFIED')).toEqual(['LAST-MODIFIED:20261122T090000Z']);
});

test('what does not go on keeps its time and says so', () => {
	expect(all(maak([item({ afgezegd: true })]), 'STATUS')).toEqual(['STATUS:CANCELLED']);
	const file = maak([item()], 'CANCEL');
	expect(all(file, 'METHOD')).toEqual(['METHOD:CANCEL']);
	expect(all(file, 'STATUS')).toEqual(['STATUS:CANCELLED']);
	expect(all(file, 'DTSTART').at(-1)).toBe('DTSTART;TZID=Europe/Amsterdam:20270329T140000');
	expect(all(maak([item()]), 'STATUS')).toEqual(['STATUS:CONFIRMED']);
});
