import { plusDagen } from '#features/datum/kalender.ts';
import type { Deel } from '#features/bijeenkomst/duur.ts';

/** One bijeenkomst in a file for a calendar (RFC 5545). */
export interface IcsItem {
	/** Never another one: a calendar knows by it what to replace. */
	id: string;
	/** One more with each change of when or where. */
	volgnummer: number;
	titel: string;
	/** Stretches of a day, or whole days, the last one included. */
	delen: readonly Deel[] | { eerste: string; laatste: string };
	plaats: string;
	tekst: string;
	url: string;
	afgezegd: boolean;
	gewijzigd: Date;
}

interface IcsFile {
	/** Never REQUEST: nobody reads the answer that a calendar would send. */
	method: 'PUBLISH' | 'CANCEL';
	/** Of the calendar; empty when it is no more than an appointment. */
	naam: string;
	stempel: Date;
	host: string;
}

const ZONE = 'Europe/Amsterdam';
const CRLF = '\r\n';
const OCTETS = 75;

const VTIMEZONE = [
	'BEGIN:VTIMEZONE',
	`TZID:${ZONE}`,
	'BEGIN:DAYLIGHT',
	'TZOFFSETFROM:+0100',
	'TZOFFSETTO:+0200',
	'TZNAME:CEST',
	'DTSTART:19700329T020000',
	'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
	'END:DAYLIGHT',
	'BEGIN:STANDARD',
	'TZOFFSETFROM:+0200',
	'TZOFFSETTO:+0100',
	'TZNAME:CET',
	'DTSTART:19701025T030000',
	'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
	'END:STANDARD',
	'END:VTIMEZONE',
];

/** No line is more than 75 octets, and none ends within a character. */
function fold(line: string): string {
	const lines = [''];
	let octets = 0;
	for (const sign of line) {
		const size = Buffer.byteLength(sign);
		if (octets + size > OCTETS) {
			lines.push(' ');
			octets = 1;
		}
		lines[lines.length - 1] += sign;
		octets += size;
	}
	return lines.join(CRLF);
}

/** A text as a value: what has a meaning in the file loses it. */
const words = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		// eslint-disable-next-line no-control-regex -- a calendar refuses the file for one of these
		.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replaceAll('\n', '\\n');

const dag = (iso: string) => iso.replaceAll('-', '');
const tijd = (time: string) => `${time.replace('.', '')}00`;
const moment = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Wall time with its zone: it stays 14.00 uur on both sides of a change of the clock. */
const opTijd = ({ dag: op, begin, eind }: Deel) => [
	`DTSTART;TZID=${ZONE}:${dag(op)}T${tijd(begin)}`,
	`DTEND;TZID=${ZONE}:${dag(op)}T${tijd(eind)}`,
];

const heleDagen = ({ eerste, laatste }: { eerste: string; laatste: string }) => [
	`DTSTART;VALUE=DATE:${dag(eerste)}`,
	`DTEND;VALUE=DATE:${dag(plusDagen(laatste, 1))}`,
];

const regel = (name: string, value: string) => (value ? [`${name}:${words(value)}`] : []);

function event(item: IcsItem, uid: string, wanneer: string[], { stempel, method }: IcsFile) {
	const weg = item.afgezegd || method === 'CANCEL';
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`SEQUENCE:${item.volgnummer}`,
		`DTSTAMP:${moment(stempel)}`,
		`LAST-MODIFIED:${moment(item.gewijzigd)}`,
		...wanneer,
		...regel('SUMMARY', item.titel),
		...regel('LOCATION', item.plaats),
		...regel('DESCRIPTION', item.tekst),
		...(item.url ? [`URL:${item.url}`] : []),
		`STATUS:${weg ? 'CANCELLED' : 'CONFIRMED'}`,
		'END:VEVENT',
	];
}

/** The first stretch has the id of the bijeenkomst, whether others follow or not. */
function events(item: IcsItem, file: IcsFile): string[] {
	const uid = (n: number) => `${item.id}${n === 0 ? '' : `-${n + 1}`}@${file.host}`;
	const { delen } = item;
	if ('eerste' in delen) return event(item, uid(0), heleDagen(delen), file);
	return delen.flatMap((deel, n) => event(item, uid(n), opTijd(deel), file));
}

/** What makes it a calendar of its own that is asked again; one appointment goes into that of the reader. */
const kalender = (naam: string) => [
	...regel('NAME', naam),
	...regel('X-WR-CALNAME', naam),
	`X-WR-TIMEZONE:${ZONE}`,
	'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
	'X-PUBLISHED-TTL:PT1H',
];

/** A file that calendars read: these bijeenkomsten, in Amsterdam time. */
export function calendarFile(items: readonly IcsItem[], file: IcsFile): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//Samenspel//${file.host}//NL`,
		'CALSCALE:GREGORIAN',
		`METHOD:${file.method}`,
		...(file.naam ? kalender(file.naam) : []),
		...VTIMEZONE,
		...items.flatMap((item) => events(item, file)),
		'END:VCALENDAR',
	];
	return lines.map(fold).join(CRLF) + CRLF;
}
