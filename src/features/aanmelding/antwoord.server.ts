import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { afzeggingOf } from '#features/bijeenkomst/rows.server.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import { laatsteAntwoord, momentNu, type GenodigdeRow } from './rows.server.ts';
import { aanmelding } from './tables.server.ts';

const BEGONNEN = 'Deze bijeenkomst is al begonnen.';
export const GEWEEST = 'Deze bijeenkomst is geweest.';
const AFGEZEGD = 'Deze bijeenkomst gaat niet door.';

/** Why nobody can sign up any more, or empty. */
export function waaromDicht(row: BijeenkomstRow): string {
	const moment = momentNu(row);
	if (moment === 'geweest') return GEWEEST;
	if (afzeggingOf(row)) return AFGEZEGD;
	return moment === 'begonnen' ? BEGONNEN : '';
}

/** Refuses what is over, called off, or on already. */
export function mustKomen(row: BijeenkomstRow) {
	const dicht = waaromDicht(row);
	if (dicht) throw new Invalid(dicht);
}

type Nieuw = Pick<typeof aanmelding.$inferInsert, 'antwoord' | 'toelichting' | 'via' | 'door'>;

/** One more answer; the same one twice is one. */
export function addAntwoord({ id: genodigdeId }: GenodigdeRow, nieuw: Nieuw) {
	const last = laatsteAntwoord(genodigdeId);
	const isSame =
		last?.antwoord === nieuw.antwoord &&
		(nieuw.toelichting === last.toelichting || (!nieuw.toelichting && nieuw.via === 'begeleider'));
	if (isSame) return;
	db()
		.insert(aanmelding)
		.values({ genodigdeId, ...nieuw })
		.run();
}

/** Who looks at the bijeenkomst sees at once who comes. */
export const tellGenodigden = (bijeenkomstId: string) =>
	notifyDocument(verslagNaam(bijeenkomstId), 'aanmelding');
