import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, WerkplaatsRol } from '#access/actor.ts';
import { isBlocked } from '#features/account/account.server.ts';
import { startSession, validateSession } from '#features/account/session.server.ts';
import { blockAccount, endSessions, unblockAccount } from '#features/account/write.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { lijktOp } from './naam.ts';
import { listMensen, listPersonen } from './read.server.ts';
import { maakWerkplaats, metAccount } from './test-wereld.ts';
import { accountPersoon, persoon, rol } from './tables.server.ts';
import { blockPersoon, endSessionsOf, unblockPersoon } from './toegang.write.server.ts';
import { assignRol, createPersoon, updatePersoon, withdrawRol } from './write.server.ts';

let hier: string;
let elders: string;

beforeEach(() => {
	freshDb();
	hier = maakWerkplaats().werkplaatsId;
	elders = maakWerkplaats('Noord').werkplaatsId;
});

const maak = (voornaam: string, rollen: WerkplaatsRol[] = [], werkplaatsId = hier) =>
	metAccount(werkplaatsId, voornaam, rollen);
const open = async (accountId: string) =>
	(await startSession({ accountId, persoonId: null, sharedDevice: false, device: '' })).token;
const rolVan = (persoonId: string) =>
	db().select().from(rol).where(eq(rol.persoonId, persoonId)).get()!.id;

describe('people', () => {
	test('of another werkplaats are not there', () => {
		const hanneke = maak('Hanneke', ['coordinator']);
		const vreemd = maak('Vreemd', ['coordinator', 'beheerder'], elders);
		expect(listPersonen(hanneke.actor).map((p) => p.voornaam)).toEqual(['Hanneke']);
		expect(listMensen(vreemd.actor).map((p) => p.naam)).toEqual(['Vreemd']);
		const names = { voornaam: 'X', tussenvoegsel: '', achternaam: '' };
		const input = { ...names, perspectief: null, vermelding: 'volledig' } as const;
		const id = hanneke.persoonId;
		expect(() => updatePersoon(vreemd.actor, { ...input, id })).toThrow(NotFound);
		const lector = { persoonId: id, rol: 'lector', organisatieId: null } as const;
		expect(() => assignRol(vreemd.actor, lector)).toThrow(NotFound);
		expect(() => blockPersoon(vreemd.actor, { persoonId: id, reden: '' })).toThrow(NotFound);
		expect(() => withdrawRol(vreemd.actor, { id: rolVan(id) })).toThrow(NotFound);
	});

	test('two who change one name differently both see it', () => {
		const joke = maak('Joke');
		const hanneke = maak('Hanneke', ['coordinator']);
		const basis = { voornaam: 'Joke', tussenvoegsel: '', achternaam: '', perspectief: '' };
		const input = {
			tussenvoegsel: '',
			achternaam: '',
			perspectief: null,
			vermelding: 'volledig',
		} as const;
		updatePersoon(hanneke.actor, { ...input, voornaam: 'Jo', id: joke.persoonId }, basis);
		const mine = { ...input, voornaam: 'Johanna', id: joke.persoonId };
		expect(() => updatePersoon(joke.actor, mine, basis)).toThrow(Conflict);
		updatePersoon(
			joke.actor,
			{ ...input, voornaam: 'Joke', achternaam: 'Bos', id: joke.persoonId },
			basis,
		);
		expect(listPersonen(hanneke.actor).map((p) => p.naam)).toContain('Jo Bos');
		expect(() => updatePersoon(joke.actor, { ...mine, id: hanneke.persoonId })).toThrow(NotFound);
		expect(() => listPersonen(joke.actor)).toThrow(Forbidden);
	});

	test.each([
		['Marjolijn Masselink', 'Marjolein Masselink', true],
		['Marjolijn Masselink', 'Marjolijn Maselink', true],
		['Yıldız Kaya', 'yildiz kaya', true],
		['Sanne de Wit', 'Sanne Bos', false],
		['Chantal', 'Chantal', false],
		['Jan Bos', 'Jan Vos', false],
	])('%s and %s may be one: %s (R-05, R-06)', (a, b, expected) => {
		const split = (naam: string) => {
			const [voornaam = '', ...rest] = naam.split(' ');
			return { voornaam, tussenvoegsel: '', achternaam: rest.join(' '), email: '' };
		};
		expect(lijktOp(split(a), split(b))).toBe(expected);
		expect(lijktOp({ ...split(a), email: 'x@y.nl' }, { ...split(b), email: 'X@y.nl' })).toBe(true);
	});

	test('alike people are shown and never merged', () => {
		const hanneke = maak('Hanneke', ['coordinator']);
		const names = { tussenvoegsel: '', achternaam: 'Masselink', email: '', perspectief: null };
		for (const voornaam of ['Marjolijn', 'Marjolein'])
			createPersoon(hanneke.actor, { ...names, voornaam, vermelding: 'volledig' });
		const found = listMensen(hanneke.actor).filter((mens) => mens.lijktOp.length);
		expect(found.map((mens) => mens.naam)).toEqual(['Marjolein Masselink', 'Marjolijn Masselink']);
	});
});

describe('roles', () => {
	test('the last beheerder stays, also behind a door that is locked from outside', () => {
		const bram = maak('Bram', ['beheerder']);
		expect(() => withdrawRol(bram.actor, { id: rolVan(bram.persoonId) })).toThrow(
			expect.objectContaining({
				errors: { '': 'Dit is de laatste beheerder. Maak eerst iemand anders beheerder.' },
			}),
		);
		expect(() => blockPersoon(bram.actor, { persoonId: bram.persoonId, reden: '' })).toThrow(
			Invalid,
		);
		const noor = maak('Noor', ['beheerder']);
		withdrawRol(bram.actor, { id: rolVan(bram.persoonId) });
		expect(() => withdrawRol(noor.actor, { id: rolVan(noor.persoonId) })).toThrow(Invalid);
	});

	test('a blocked beheerder does not count as one', () => {
		const bram = maak('Bram', ['beheerder']);
		const noor = maak('Noor', ['beheerder']);
		blockPersoon(bram.actor, { persoonId: noor.persoonId, reden: '' });
		expect(() => withdrawRol(bram.actor, { id: rolVan(bram.persoonId) })).toThrow(Invalid);
	});

	test('a coördinator hands out no beheerder, and a role is given once', () => {
		const hanneke = maak('Hanneke', ['coordinator']);
		const { persoonId } = maak('Joke');
		const give = (rolNaam: WerkplaatsRol) =>
			assignRol(hanneke.actor, { persoonId, rol: rolNaam, organisatieId: null });
		expect(() => give('beheerder')).toThrow(Forbidden);
		give('lector');
		expect(() => give('lector')).toThrow(Invalid);
		expect(() => give('partnercontact')).toThrow(Invalid);
	});
});

describe('shutting out', () => {
	test('ends every session at once and lasts until it is lifted', async () => {
		const bram = maak('Bram', ['beheerder']);
		const joke = maak('Joke');
		const token = await open(joke.accountId);
		blockPersoon(bram.actor, { persoonId: joke.persoonId, reden: 'kwijt' });
		expect(await validateSession(token)).toBeNull();
		expect(isBlocked(joke.accountId)).toBe(true);
		unblockPersoon(bram.actor, { persoonId: joke.persoonId });
		expect(isBlocked(joke.accountId)).toBe(false);
		const later = await open(joke.accountId);
		endSessionsOf(bram.actor, { persoonId: joke.persoonId });
		expect(await validateSession(later)).toBeNull();
	});

	test('one werkplaats does not close an account for another', () => {
		const bram = maak('Bram', ['beheerder']);
		const joke = maak('Joke');
		const there = db()
			.insert(persoon)
			.values({ werkplaatsId: elders, voornaam: 'Joke' })
			.returning()
			.get();
		const link = { accountId: joke.accountId, persoonId: there.id, werkplaatsId: elders };
		db().insert(accountPersoon).values(link).run();
		expect(() => blockPersoon(bram.actor, { persoonId: joke.persoonId, reden: '' })).toThrow(
			Invalid,
		);
		expect(isBlocked(joke.accountId)).toBe(false);
	});

	test('by address only the administrator of the server', async () => {
		const bram = maak('Bram', ['beheerder']);
		const systeem: Actor = { soort: 'systeem', werkplaatsId: '' };
		const joke = maak('Joke');
		const token = await open(joke.accountId);
		expect(() => blockAccount(bram.actor, { email: joke.email, reden: '' })).toThrow(Forbidden);
		endSessions(systeem, { email: joke.email });
		expect(await validateSession(token)).toBeNull();
		blockAccount(systeem, { email: joke.email.toUpperCase(), reden: '' });
		expect(isBlocked(joke.accountId)).toBe(true);
		unblockAccount(systeem, { email: joke.email });
		expect(isBlocked(joke.accountId)).toBe(false);
		expect(() => blockAccount(systeem, { email: 'weg@x.nl', reden: '' })).toThrow(Invalid);
	});
});
