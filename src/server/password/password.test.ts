import { describe, expect, test } from 'vitest';
import { hash } from '@node-rs/argon2';
import { TooMany } from '../errors.ts';
import { hashPassword, needsRehash, verifyPassword } from './hash.ts';
import { passwordMistake } from './rules.ts';

const SHORT = 'Kies een wachtwoord van minstens 12 tekens.';
const EASY = 'Dit wachtwoord is makkelijk te raden. Kies een ander.';
const NAME = 'Dit wachtwoord lijkt te veel op een naam of een bekend woord. Kies een ander.';
const context = ['Hanneke de Wit', 'hanneke@waalstad.example', 'Werkplaats Deltastreek'];

describe('a password', () => {
	test.each([
		['elf tekens!', SHORT],
		['123456789012', EASY],
		['1qaz2wsx3edc', EASY],
		['aaaaaaaaaaaaaaaa', EASY],
		['zomerzomerzomer', EASY],
		['abcdefghijklm', EASY],
		['Wachtwoord1234', NAME],
		['Samenspel2026!', NAME],
		['HannekeHanneke12', NAME],
		['hanneke@waalstad.example', NAME],
		['deltastreek1!', NAME],
		['x'.repeat(257), 'Kies een wachtwoord van hoogstens 256 tekens.'],
	])('%s is refused', (password, sentence) => {
		expect(passwordMistake(password, context)).toBe(sentence);
	});

	test.each([
		'kleed jethee op tafel',
		'vier stoelen en een lege',
		'Ω-paard-nietje-07',
		'zzkqwmtrvbxp',
	])('%s is fine, whatever kinds of characters it has', (password) =>
		expect(passwordMistake(password, context)).toBeUndefined(),
	);
});

describe('a hash', () => {
	test('is argon2id with the parameters of today, and says yes to its own password only', async () => {
		const stored = await hashPassword('kleed jethee');
		expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await verifyPassword(stored, 'kleed jethee')).toBe(true);
		expect(await verifyPassword(stored, 'kleed jethee ')).toBe(false);
		expect(await verifyPassword(stored, `kleed jethee${' '.repeat(300)}`)).toBe(false);
		expect(needsRehash(stored)).toBe(false);
		expect(needsRehash(await hash('kleed jethee', { memoryCost: 8192 }))).toBe(true);
	});

	test('of nobody takes the same work and is never right', async () => {
		expect(await verifyPassword(null, 'niemand heeft dit')).toBe(false);
	});

	test('waits in a line of thirty; who comes after hears to try again', async () => {
		const stored = await hashPassword('kleed jethee');
		const tries = Array.from({ length: 40 }, () => verifyPassword(stored, 'kleed jethee'));
		const results = await Promise.allSettled(tries);
		const refused = results.filter((r) => r.status === 'rejected');
		expect(results.filter((r) => r.status === 'fulfilled' && r.value)).toHaveLength(32);
		expect(refused).toHaveLength(8);
		expect(refused.every((r) => r.reason instanceof TooMany)).toBe(true);
	});
});
