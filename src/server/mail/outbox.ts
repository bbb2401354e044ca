import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { now } from '../clock.ts';
import { db } from '../db/db.ts';
import { errorFields, log } from '../log.ts';
import { singleton } from '../singleton.ts';
import { mail, type MailAttachment } from '../tables.server.ts';
import { deliver } from './deliver.ts';

export interface Letter {
	to: string;
	subject: string;
	text: string;
	attachment?: MailAttachment | null;
}

const MINUTE = 60_000;
/** How long to wait after each failure; after the last the letter counts as undeliverable. */
const BACK_OFF = [1, 5, 15, 60, 4 * 60, 12 * 60].map((minutes) => minutes * MINUTE);
const BATCH = 20;
const GONE = { body: null, attachment: null };

const state = () =>
	singleton('mail', () => ({ kicks: false, running: undefined as Promise<void> | undefined }));

/** Puts a letter in the outbox, in the transaction of whoever asks: no change, no letter. */
export function queueMail({ to, subject, text, attachment = null }: Letter) {
	const values = { recipient: to, subject, body: text, attachment, nextAttemptAt: now() };
	db().insert(mail).values(values).run();
	if (state().kicks) setImmediate(() => void sendDueMail());
}

/** From now on a new letter leaves at once, after its transaction; until then a job sends them. */
export const startMail = () => void (state().kicks = true);

/** Sends what is due, one batch after another; a second call joins the first. */
export function sendDueMail(): Promise<void> {
	const current = state();
	current.running ??= sendAll().finally(() => (current.running = undefined));
	return current.running;
}

const due = () =>
	db()
		.select()
		.from(mail)
		.where(and(isNull(mail.sentAt), isNull(mail.failedAt), lte(mail.nextAttemptAt, now())))
		.orderBy(asc(mail.nextAttemptAt))
		.limit(BATCH)
		.all();

async function sendAll() {
	for (let letters = due(); letters.length > 0; letters = due())
		for (const letter of letters) await send(letter);
}

/** The text and its file go once it is sent or given up: what stays is that it was. */
async function send(letter: typeof mail.$inferSelect) {
	const { id, recipient, subject, body, attachment, attempts } = letter;
	const update = (values: Partial<typeof mail.$inferInsert>) =>
		db()
			.update(mail)
			.set({ attempts: attempts + 1, ...values })
			.where(eq(mail.id, id))
			.run();
	try {
		await deliver({ id, to: recipient, subject, text: body ?? '', attachment });
		update({ sentAt: now(), ...GONE });
	} catch (error) {
		const wait = BACK_OFF[attempts];
		log.warn({ event: 'mail.failed', object: `mail:${id}`, ...errorFields(error) });
		if (wait) update({ nextAttemptAt: new Date(now().getTime() + wait) });
		else update({ failedAt: now(), ...GONE });
	}
}
