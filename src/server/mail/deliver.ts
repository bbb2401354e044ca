import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { now } from '../clock.ts';
import { config } from '../config.ts';
import type { MailAttachment } from '../tables.server.ts';
import type { Letter } from './outbox.ts';

const TIMEOUT = 10_000;

/** True when letters really leave; otherwise they are files and people hand over the link. */
export const sendsMail = () => config().smtpUrl !== '';

const APPOINTMENT = /^text\/calendar\b.*\bmethod=(\w+)/;

/**
 * By its content, never by a path: nothing on the disk goes along. An appointment goes as one too,
 * so that a mail program can show it as what it is.
 */
function fileOf({ name: filename, type, text: content }: MailAttachment) {
	const [, method] = APPOINTMENT.exec(type) ?? [];
	if (method) return { icalEvent: { filename, method, content } };
	return { attachments: [{ filename, contentType: type, content }] };
}

/** Sends a letter over SMTP, or without SMTP puts it in a file in the mail folder. */
export async function deliver({ id, to, subject, text, attachment }: Letter & { id: string }) {
	const message = {
		from: config().mailFrom,
		to: { name: '', address: to },
		subject,
		text,
		...(attachment && fileOf(attachment)),
		messageId: `<${id}@${new URL(config().origin).hostname}>`,
		headers: { 'Auto-Submitted': 'auto-generated' },
		disableFileAccess: true,
		disableUrlAccess: true,
	};
	if (sendsMail()) {
		const timeouts = {
			connectionTimeout: TIMEOUT,
			greetingTimeout: TIMEOUT,
			socketTimeout: TIMEOUT,
		};
		await createTransport({ url: config().smtpUrl, ...timeouts }).sendMail(message);
		return;
	}
	const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
	mkdirSync(config().mailDir, { recursive: true, mode: 0o700 });
	const name = `${now().toISOString().replaceAll(/[:.]/g, '-')}-${id}.eml`;
	writeFileSync(join(config().mailDir, name), made.message as Buffer, { mode: 0o600, flag: 'wx' });
}
