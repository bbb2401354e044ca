import { eq } from 'drizzle-orm';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { gastheerVan } from '#features/bijeenkomst/gastheer.server.ts';
import { afspraakBestand } from '#features/kalender/afspraak.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { queueMail } from '#server/mail/outbox.ts';
import { secretFor } from '#server/secrets.ts';
import { hashToken } from '#server/session/token.ts';
import { adresVan } from './adres.server.ts';
import type { BriefOver } from './brief.ts';
import { geplandVan, type GenodigdeRow } from './rows.server.ts';
import { genodigde } from './tables.server.ts';
import { wanneerRegels } from './wanneer.ts';

/** What stands in the link of the letter: it follows from the id, the row has its hash. */
export const genodigdeToken = (id: string) => secretFor('aanmelding', id);

const linkVan = ({ id }: GenodigdeRow) => `${config().origin}/a/${genodigdeToken(id)}`;

/** As the one who was asked puts it in a calendar: with the page where the answer can be changed. */
export const bestandVoor = (row: BijeenkomstRow, gevraagd: GenodigdeRow) =>
	afspraakBestand(row, { url: linkVan(gevraagd), tekst: gastheerVan(row).naam });

interface Brief {
	subject: string;
	text: string;
}

interface Letters {
	schrijf: (over: BriefOver) => Brief;
	/** With the appointment, or without because it is in the calendar already. */
	bestand: boolean;
	/** What this letter leaves behind in the row. */
	zet: Partial<typeof genodigde.$inferInsert>;
}

/** One letter to one persoon, never a list of addresses; false when there is no address. */
export function sendTo(row: BijeenkomstRow, gevraagd: GenodigdeRow, letters: Letters): boolean {
	const to = adresVan(gevraagd.persoonId);
	if (!to) return false;
	const who = db().select().from(persoon).where(eq(persoon.id, gevraagd.persoonId)).get();
	const attachment = letters.bestand ? bestandVoor(row, gevraagd) : undefined;
	const brief = letters.schrijf({
		naam: who?.voornaam ?? '',
		titel: row.titel,
		team: gastheerVan(row).naam,
		wanneer: wanneerRegels(geplandVan(row)),
		plaats: row.plaats,
		link: linkVan(gevraagd),
		metBestand: attachment !== undefined,
	});
	queueMail({ to, ...brief, attachment });
	// what stands in this letter opens the page, also when the key of the installation is another
	const tokenHash = hashToken(genodigdeToken(gevraagd.id));
	const zet = { ...letters.zet, tokenHash };
	db().update(genodigde).set(zet).where(eq(genodigde.id, gevraagd.id)).run();
	return true;
}

/** What a letter with the appointment leaves behind: when, and which number of the file it had. */
export const gemaild = ({ volgnummer }: BijeenkomstRow) => ({ gemaildOp: now(), volgnummer });
