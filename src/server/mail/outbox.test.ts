import { createServer, type Server } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { config } from '../config.ts';
import { db } from '../db/db.ts';
import { freshDb } from '../db/test-db.ts';
import { mail } from '../tables.server.ts';
import { queueMail, sendDueMail } from './outbox.ts';

const letter = {
	to: 'chantal@voorbeeld.example',
	subject: 'Schuif je aan?',
	text: 'Een eigen plek.',
};
const rows = () => db().select().from(mail).all();

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
	config().mailDir = mkdtempSync(join(tmpdir(), 'samenspel-mail-'));
	config().smtpUrl = '';
});
afterEach(() => {
	config().smtpUrl = '';
	vi.useRealTimers();
});

test('without SMTP a letter becomes a file, and its text leaves the database', async () => {
	queueMail(letter);
	expect(rows()[0]).toMatchObject({ body: 'Een eigen plek.', sentAt: null });
	await Promise.all([sendDueMail(), sendDueMail()]);
	const files = readdirSync(config().mailDir);
	expect(files).toHaveLength(1);
	const text = readFileSync(join(config().mailDir, files[0]!), 'utf8');
	expect(text).toContain('To: chantal@voorbeeld.example');
	expect(text).toContain('Subject: Schuif je aan?');
	expect(text).toContain('Een eigen plek.');
	expect(rows()[0]).toMatchObject({ body: null, attempts: 1 });
	expect(rows()[0]?.sentAt).not.toBeNull();
});

const appointment = {
	name: 'bijeenkomst.ics',
	type: 'text/calendar; charset=utf-8; method=PUBLISH',
	text: 'BEGIN:VCALENDAR\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n',
};

/** The part of a mail with this type, decoded. */
function partOf(file: string, type: string): string {
	const part = file.split(/\r\n--/).find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
	const [head = '', ...body] = part.split('\r\n\r\n');
	const coded = body.join('\r\n\r\n');
	if (/base64/.test(head)) return Buffer.from(coded, 'base64').toString('utf8');
	return coded;
}
const lastFile = () => {
	const [name] = readdirSync(config().mailDir);
	return readFileSync(join(config().mailDir, name!), 'utf8');
};

test('an appointment goes with a letter as it was written, and leaves the database with its text', async () => {
	queueMail({ ...letter, attachment: appointment });
	expect(rows()[0]).toMatchObject({ attachment: appointment });
	await sendDueMail();
	const file = lastFile();
	expect(file).toMatch(/^Content-Type: text\/calendar; charset=utf-8;\s+method=PUBLISH/m);
	expect(file).toContain('filename=bijeenkomst.ics');
	expect(partOf(file, 'application/ics')).toBe(appointment.text);
	expect(partOf(file, 'text/plain')).toContain('Een eigen plek.');
	expect(rows()[0]).toMatchObject({ body: null, attachment: null });
});

test('any other file goes as a file', async () => {
	queueMail({ ...letter, attachment: { name: 'lijst.csv', type: 'text/csv', text: 'a;ë' } });
	await sendDueMail();
	expect(lastFile()).toContain('filename=lijst.csv');
	expect(partOf(lastFile(), 'text/csv')).toBe('a;ë');
});

test('a letter belongs to its change: undone, it does not leave', () => {
	const change = () =>
		db().transaction(() => {
			queueMail(letter);
			throw new Error('no');
		});
	expect(change).toThrow('no');
	expect(rows()).toEqual([]);
});

test('an address cannot smuggle a second recipient in', async () => {
	queueMail({ ...letter, to: 'a@voorbeeld.example\r\nBcc: b@voorbeeld.example' });
	await sendDueMail();
	const [file] = readdirSync(config().mailDir);
	expect(readFileSync(join(config().mailDir, file!), 'utf8')).not.toMatch(/^Bcc:/m);
});

test('a server that is down: tried again later and later, then given up without its text', async () => {
	config().smtpUrl = 'smtp://127.0.0.1:1';
	queueMail({ ...letter, attachment: appointment });
	const waits: number[] = [];
	for (let i = 0; i < 7; i++) {
		await sendDueMail();
		const row = rows()[0]!;
		if (row.failedAt) break;
		waits.push((row.nextAttemptAt.getTime() - Date.now()) / 60_000);
		await sendDueMail();
		expect(rows()[0]?.attempts).toBe(i + 1);
		vi.setSystemTime(row.nextAttemptAt);
	}
	expect(waits).toEqual([1, 5, 15, 60, 240, 720]);
	expect(rows()[0]).toMatchObject({ body: null, attachment: null, sentAt: null });
	expect(rows()[0]?.failedAt).not.toBeNull();
});

test('with SMTP it really leaves', async () => {
	const heard: string[] = [];
	const server: Server = createServer((socket) => {
		let inData = false;
		socket.write('220 hier\r\n');
		socket.on('data', (chunk) => {
			const text = chunk.toString();
			heard.push(text);
			if (inData) {
				inData = !text.includes('\r\n.\r\n');
				if (!inData) socket.write('250 ok\r\n');
			} else if (text.startsWith('DATA')) {
				inData = true;
				socket.write('354 go\r\n');
			} else socket.write(text.startsWith('QUIT') ? '221 dag\r\n' : '250 ok\r\n');
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	config().smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' && address?.port}`;
	queueMail(letter);
	await sendDueMail();
	server.close();
	expect(heard.join('')).toContain('RCPT TO:<chantal@voorbeeld.example>');
	expect(rows()[0]?.sentAt).not.toBeNull();
});
