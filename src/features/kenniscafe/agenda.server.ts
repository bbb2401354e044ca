import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { afspraakBestand } from '#features/kalender/afspraak.server.ts';
import { config } from '#server/config.ts';
import { gezienVan, type BladzijdeRow } from './gezien.server.ts';

/** The appointment as a file, with what the public page shows; nothing while the day is not sure. */
export function agendabestand(bladzijde: BladzijdeRow, row: BijeenkomstRow) {
	const { titel, plaats } = gezienVan(bladzijde, row);
	return afspraakBestand(row, {
		...{ titel, plaats },
		url: `${config().origin}/kenniscafe/${bladzijde.pad}`,
	});
}
