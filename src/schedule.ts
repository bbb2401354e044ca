import { lt } from 'drizzle-orm';
import { sendHerinneringen } from '#features/aanmelding/jobs.server.ts';
import { removeOldBewijzen } from '#features/account/bewijs.server.ts';
import { removeExpiredSessions } from '#features/account/session.server.ts';
import { removeUnusedAfbeeldingen } from '#features/afbeelding/purge.server.ts';
import { wisGastnamen } from '#features/bord/gast.jobs.server.ts';
import { wisAdressen } from '#features/ervaring/jobs.server.ts';
import { withdrawExpiredBordcodes } from '#features/bord/code.jobs.server.ts';
import { wisTeruggenomen } from '#features/bord/mijn.jobs.server.ts';
import { removeLostPassages as removeLostBordpassages } from '#features/bord/passages.server.ts';
import { withdrawExpiredCodes } from '#features/presentie/code.jobs.server.ts';
import { wisInschrijvingen } from '#features/kenniscafe/jobs.server.ts';
import { keepVersies, removeOudeVersies } from '#features/versie/jobs.server.ts';
import { removeLostPassages } from '#features/verslag/project.server.ts';
import { nightlyBackup } from '#server/backup.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import type { Job } from '#server/jobs/schedule.ts';
import { sendDueMail } from '#server/mail/outbox.ts';
import { draft, formRequest, mail } from '#server/tables.server.ts';
import { removeOldThrottles } from '#server/throttle.ts';
import { checkOwnDocuments } from '#sync/server/check-documents.ts';

const DAY = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * DAY);

function removeOldForms() {
	db()
		.delete(formRequest)
		.where(lt(formRequest.createdAt, ago(7)))
		.run();
	db()
		.delete(draft)
		.where(lt(draft.updatedAt, ago(7)))
		.run();
}

/** To whom a letter went is of no use after a month. */
const removeOldMail = () =>
	void db()
		.delete(mail)
		.where(lt(mail.createdAt, ago(30)))
		.run();

/** Everything that happens by the clock, in Amsterdam time. Features give the work, this the hour. */
export const SCHEDULE: readonly Job[] = [
	{ name: 'reservekopie', cron: '30 2 * * *', run: async () => void (await nightlyBackup()) },
	{ name: 'live documenten', cron: '15 3 * * *', run: checkOwnDocuments },
	{ name: 'mail', cron: '* * * * *', run: sendDueMail },
	{ name: 'sessies', cron: '5 * * * *', run: removeExpiredSessions },
	{ name: 'inlogbewijzen', cron: '10 * * * *', run: removeOldBewijzen },
	{ name: 'formulieren', cron: '15 * * * *', run: removeOldForms },
	{ name: 'pogingen', cron: '20 * * * *', run: removeOldThrottles },
	{ name: 'oude mail', cron: '25 * * * *', run: removeOldMail },
	{ name: 'presentiecodes', cron: '35 * * * *', run: withdrawExpiredCodes },
	{ name: 'bordcodes', cron: '*/5 * * * *', run: withdrawExpiredBordcodes },
	{ name: 'versies', cron: '* * * * *', run: keepVersies },
	{ name: 'afbeeldingen', cron: '50 3 * * *', run: removeUnusedAfbeeldingen },
	{ name: 'passages', cron: '55 3 * * *', run: removeLostPassages },
	{ name: 'bordpassages', cron: '56 3 * * *', run: removeLostBordpassages },
	{ name: 'adressen wissen', cron: '35 3 * * *', run: wisAdressen },
	{ name: 'inschrijvingen wissen', cron: '30 3 * * *', run: wisInschrijvingen },
	{ name: 'gastnamen wissen', cron: '45 3 * * *', run: wisGastnamen },
	{ name: 'teruggenomen woorden', cron: '20 3 * * *', run: wisTeruggenomen },
	{ name: 'herinneringen', cron: '0 9 * * *', run: sendHerinneringen },
	{ name: 'oude versies', cron: '40 3 * * *', run: removeOudeVersies },
];
