import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { calendarFile } from '#features/kalender/ics.ts';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import type { MailAttachment } from '#server/tables.server.ts';
import { afzeggingOf } from '#features/bijeenkomst/rows.server.ts';
import { gezienVan, wanneerInAgenda, type BladzijdeRow } from './gezien.server.ts';

/** The appointment as a file, with what the public page shows; null while the day is not sure. */
export function agendabestand(bladzijde: BladzijdeRow, row: BijeenkomstRow): MailAttachment | null {
	const delen = wanneerInAgenda(row);
	if (delen === null) return null;
	const { titel, plaats } = gezienVan(bladzijde, row);
	const { origin } = config();
	const afgezegd = afzeggingOf(row) !== null;
	const method = afgezegd ? 'CANCEL' : 'PUBLISH';
	const item = {
		id: row.id,
		volgnummer: row.volgnummer,
		titel,
		delen,
		plaats,
		tekst: '',
		url: `${origin}/kenniscafe/${bladzijde.pad}`,
		afgezegd,
		gewijzigd: row.updatedAt,
	};
	const file = { method, naam: '', stempel: now(), host: new URL(origin).hostname } as const;
	return {
		name: 'bijeenkomst.ics',
		type: `text/calendar; charset=utf-8; method=${method}`,
		text: calendarFile([item], file),
	};
}
