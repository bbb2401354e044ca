import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { findAccount } from '#features/account/account.server.ts';
import { isCodeAdres } from '#features/account/adres.ts';
import { account } from '#features/account/tables.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { persoon, rol } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { mail } from '#server/tables.server.ts';
import { acceptAs, acceptAsNew } from './aanvaarden.server.ts';
import { MeedoenCode, UitnodigingNieuw, type Aanvaarden } from './input.ts';
import { findMeedoen } from './meedoen.server.ts';
import { openUitnodiging } from './open.server.ts';
import { detailUitnodiging, listUitnodigingen } from './read.server.ts';
import { uitnodiging } from './tables.server.ts';
import { maakTafel } from './test-tafel.ts';
import { createUitnodiging, updateUitnodiging, withdrawUitnodiging } from './write.server.ts';

const DAY = 24 * 60 * 60_000;
let tafel: ReturnType<typeof maakTafel>;
let hanneke: ReturnType<typeof tafel.wie>;

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
	tafel = maakTafel();
	hanneke = tafel.wie('Hanneke', { rollen: ['coordinator'] });
});
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const ik = (voornaam: string, more: Partial<Aanvaarden> = {}): Aanvaarden => ({
	voornaam,
	tussenvoegsel: '',
	achternaam: '',
	email: '',
	vermelding: 'volledig',
	keer: '',
	gedeeld: false,
	...more,
});

/** Invites into the team, as the form sends it. */
function nodigUit(actor: Actor, fields: Record<string, string> = {}) {
	const team = { leeromgevingId: tafel.teamId, leeromgevingRol: 'lid', perspectief: 'bewoner' };
	const { id } = createUitnodiging(
		actor,
		v.parse(UitnodigingNieuw, { hoe: 'link', ...team, ...fields }),
	);
	return { id, ...geheim(actor, id) };
}
function geheim(actor: Actor, id: string) {
	const { overdracht } = detailUitnodiging(actor, id);
	return { token: overdracht?.link.split('/').at(-1) ?? '', code: overdracht?.code ?? '' };
}
const leden = () => db().select().from(lidmaatschap).all();
const letters = () => db().select().from(mail).all();

describe('an invitation by mail', () => {
	test('says what it is, and brings a resident in without a password', () => {
		const { token } = nodigUit(hanneke.actor, { hoe: 'mail', email: 'joke@voorbeeld.example' });
		const [brief] = letters();
		expect(brief?.subject).toBe('Schuif je aan bij Samen thuis?');
		expect(brief?.body).toContain('Je krijgt een eigen plek aan tafel.');
		expect(brief?.body).toContain(`/uitnodiging/${token}`);
		expect(openUitnodiging(token)).toMatchObject({ staat: 'open', waar: 'Samen thuis' });
		const { accountId, persoonId, teBevestigen } = acceptAsNew(token, ik('Joke'));
		expect(teBevestigen).toBe('');
		expect(findAccount('joke@voorbeeld.example')?.id).toBe(accountId);
		expect(loadActor({ accountId, persoonId })).toMatchObject({
			werkplaatsId: tafel.werkplaatsId,
			lidmaatschappen: [{ leeromgevingId: tafel.teamId, rol: 'lid' }],
		});
		expect(leden()[0]).toMatchObject({ perspectief: 'bewoner', van: '2026-03-02' });
	});

	test('to somebody with an account: log in first, then one click', () => {
		const sanne = maakTafel('Elders').wie('Sanne');
		const { token } = nodigUit(hanneke.actor, { hoe: 'mail', email: sanne.email });
		expect(openUitnodiging(token).heeftAccount).toBe(true);
		expect(() => acceptAsNew(token, ik('Sanne'))).toThrow(Invalid);
		const { persoonId } = acceptAs(token, sanne.accountId);
		expect(loadActor({ accountId: sanne.accountId, persoonId })).toMatchObject({
			werkplaatsId: tafel.werkplaatsId,
		});
		expect(loadActor(sanne)).not.toMatchObject({ werkplaatsId: tafel.werkplaatsId });
	});

	test('one address gets three in an hour', () => {
		const fields = { hoe: 'mail', email: 'joke@voorbeeld.example' };
		for (let i = 0; i < 3; i++) nodigUit(hanneke.actor, fields);
		expect(() => nodigUit(hanneke.actor, fields)).toThrow(Invalid);
		expect(letters()).toHaveLength(3);
		expect(listUitnodigingen(hanneke.actor)).toHaveLength(3);
	});
});

describe('accepting', () => {
	test('counts once: a second browser hears that it was used', () => {
		const { token } = nodigUit(hanneke.actor);
		acceptAsNew(token, ik('Gerard'));
		expect(() => acceptAsNew(token, ik('Iemand'))).toThrow(Invalid);
		expect(openUitnodiging(token).staat).toBe('aanvaard');
		expect(leden()).toHaveLength(1);
		expect(db().select().from(persoon).where(eq(persoon.voornaam, 'Iemand')).all()).toEqual([]);
	});

	test('a double click of the same page gives the same answer', () => {
		const { token } = nodigUit(hanneke.actor);
		const one = acceptAsNew(token, ik('Gerard', { keer: 'k' }));
		expect(acceptAsNew(token, ik('Gerard', { keer: 'k' }))).toEqual(one);
		const { token: next } = nodigUit(hanneke.actor, { perspectief: 'beleid' });
		acceptAs(next, one.accountId);
		acceptAs(next, one.accountId);
		expect(leden()).toHaveLength(2);
	});

	test('the same hat twice is one place, another hat is another (two hats, one person)', () => {
		const yildiz = tafel.wie('Yildiz');
		for (const perspectief of ['student', 'student', 'sociaal-werk'])
			acceptAs(nodigUit(hanneke.actor, { perspectief }).token, yildiz.accountId);
		expect(leden().map((lid) => [lid.persoonId, lid.perspectief])).toEqual([
			[yildiz.persoonId, 'student'],
			[yildiz.persoonId, 'sociaal-werk'],
		]);
	});

	test('not after seven days, and not after it was withdrawn', () => {
		const late = nodigUit(hanneke.actor);
		pass(7 * DAY);
		expect(openUitnodiging(late.token).staat).toBe('verlopen');
		expect(() => acceptAsNew(late.token, ik('Laat'))).toThrow(Invalid);
		const gone = nodigUit(hanneke.actor);
		withdrawUitnodiging(hanneke.actor, gone);
		expect(() => acceptAs(gone.token, tafel.wie('Ook').accountId)).toThrow(Invalid);
		expect(leden()).toEqual([]);
	});

	test('renewed: the new link works, the old one does not', () => {
		const { id, token } = nodigUit(hanneke.actor);
		pass(8 * DAY);
		updateUitnodiging(hanneke.actor, { id });
		expect(openUitnodiging(token).staat).toBe('onbekend');
		acceptAsNew(geheim(hanneke.actor, id).token, ik('Joke'));
		expect(leden()).toHaveLength(1);
		expect(() => updateUitnodiging(hanneke.actor, { id })).toThrow(Invalid);
	});

	test('an address that is only typed gives no account with that address', () => {
		const { token } = nodigUit(hanneke.actor);
		const email = 'ander@voorbeeld.example';
		const { accountId, teBevestigen } = acceptAsNew(token, ik('Mallory', { email }));
		expect(teBevestigen).toBe(email);
		expect(findAccount(email)).toBeUndefined();
		const own = db().select().from(account).where(eq(account.id, accountId)).get();
		expect(isCodeAdres(own?.email ?? '')).toBe(true);
	});

	test('gives the role it promised', () => {
		const { token } = nodigUit(hanneke.actor, {
			leeromgevingId: '',
			leeromgevingRol: '',
			perspectief: '',
			werkplaatsRol: 'lector',
		});
		expect(openUitnodiging(token).waar).toBe('Werkplaats Deltastreek');
		const binnen = acceptAsNew(token, ik('Willemijn'));
		expect(loadActor(binnen)).toMatchObject({ rollen: ['lector'], lidmaatschappen: [] });
	});
});

describe('a code on paper', () => {
	const FOUT = { code: 'Deze code klopt niet of is verlopen. Vraag de begeleider om de code.' };
	const vul = (code: string, address = '10.0.0.1') =>
		findMeedoen(code, address).catch((error: Invalid) => error.errors);

	test('is twelve digits, typed with or without spaces, and stored only as an HMAC', async () => {
		const { id, code } = nodigUit(hanneke.actor, { hoe: 'papier' });
		expect(code).toMatch(/^\d{12}$/);
		expect(JSON.stringify(db().select().from(uitnodiging).all())).not.toContain(code);
		const path = await findMeedoen(` ${code.slice(0, 4)} ${code.slice(4)} `, '10.0.0.1');
		const token = path.split('/').at(-1) ?? '';
		acceptAsNew(token, ik('Chantal'));
		expect(listUitnodigingen(hanneke.actor).find((u) => u.id === id)?.staat).toBe('aanvaard');
	});

	test.each([
		['', 'Vul de code in.'],
		['2045 518', 'Kijk nog eens. Op het scherm staan 8 cijfers, op je papier 12.'],
		['code?', 'Kijk nog eens. Op het scherm staan 8 cijfers, op je papier 12.'],
		[' 2045-5186 ', undefined],
		['1234 5678 9012', undefined],
	])('what cannot be one is said before it is tried: %j', (code, fout) => {
		expect(v.safeParse(MeedoenCode, { code }).issues?.[0].message).toBe(fout);
	});

	test('wrong, used, withdrawn and expired answer alike', async () => {
		const used = nodigUit(hanneke.actor, { hoe: 'papier' });
		acceptAsNew(used.token, ik('Chantal'));
		const gone = nodigUit(hanneke.actor, { hoe: 'papier' });
		withdrawUitnodiging(hanneke.actor, gone);
		const late = nodigUit(hanneke.actor, { hoe: 'papier' });
		pass(7 * DAY);
		for (const code of ['', '1234', '000000000000', used.code, gone.code, late.code])
			expect(await vul(code)).toEqual(FOUT);
	});

	test('twenty wrong ones from one address and the right one is not looked at', async () => {
		const { code } = nodigUit(hanneke.actor, { hoe: 'papier' });
		for (let i = 0; i < 20; i++) await vul('000000000000');
		expect(await vul(code)).toEqual(FOUT);
		expect(await vul(code, '10.0.0.2')).toMatch(/^\/uitnodiging\//);
	});

	test('a new code logs somebody without e-mail in again, as the same persoon', () => {
		const { persoonId, accountId } = acceptAsNew(
			nodigUit(hanneke.actor, { hoe: 'papier' }).token,
			ik('Chantal'),
		);
		const again = nodigUit(hanneke.actor, { hoe: 'papier', persoonId });
		expect(openUitnodiging(again.token).bekend).toBe(true);
		expect(acceptAsNew(again.token, ik(''))).toMatchObject({ persoonId, accountId });
		expect(leden()).toHaveLength(1);
		expect(() => acceptAsNew(again.token, ik(''))).toThrow(Invalid);
	});

	test('no code opens the way in of somebody with an e-mail address or a higher role', () => {
		const lector = tafel.wie('Willemijn', { rollen: ['lector'] });
		const persoonId = lector.persoonId;
		expect(() => nodigUit(hanneke.actor, { hoe: 'papier', persoonId })).toThrow(Invalid);
		const bram = db()
			.insert(persoon)
			.values({ werkplaatsId: tafel.werkplaatsId, voornaam: 'Bram' })
			.returning()
			.get();
		db().insert(rol).values({ persoonId: bram.id, rol: 'beheerder' }).run();
		expect(() => nodigUit(hanneke.actor, { persoonId: bram.id })).toThrow(Forbidden);
		const trekker = tafel.wie('Jorien', { inTeam: 'trekker' });
		expect(() => nodigUit(trekker.actor, { persoonId })).toThrow(Forbidden);
	});
});

describe('who', () => {
	test('a trekker invites into the own team only, and hands out no role', () => {
		const { actor } = tafel.wie('Jorien', { inTeam: 'trekker' });
		expect(nodigUit(actor).id).toMatch(/^[a-z2-7]{20}$/);
		expect(() => nodigUit(actor, { werkplaatsRol: 'lector' })).toThrow(Forbidden);
		expect(() => nodigUit(actor, { leeromgevingId: 'anders' })).toThrow(Forbidden);
		expect(() => nodigUit(tafel.wie('Joke', { inTeam: 'lid' }).actor)).toThrow(Forbidden);
		expect(() => nodigUit(hanneke.actor, { werkplaatsRol: 'beheerder' })).toThrow(Forbidden);
	});

	test('only who made it sees the link, for an hour', () => {
		const { id } = nodigUit(hanneke.actor);
		const jorien = tafel.wie('Jorien', { inTeam: 'trekker' });
		expect(detailUitnodiging(jorien.actor, id).overdracht).toBeUndefined();
		pass(61 * 60_000);
		expect(detailUitnodiging(hanneke.actor, id).overdracht).toBeUndefined();
	});

	test('of another werkplaats nothing exists, and nothing of it can be given away', () => {
		const { id } = nodigUit(hanneke.actor);
		const elders = maakTafel('Elders');
		const { actor } = elders.wie('Vreemd', { rollen: ['coordinator', 'beheerder'] });
		expect(listUitnodigingen(actor)).toEqual([]);
		expect(() => detailUitnodiging(actor, id)).toThrow(NotFound);
		expect(() => withdrawUitnodiging(actor, { id })).toThrow(NotFound);
		expect(() => updateUitnodiging(actor, { id })).toThrow(NotFound);
		expect(() => nodigUit(actor)).toThrow(Invalid);
		expect(() =>
			nodigUit(actor, { leeromgevingId: elders.teamId, persoonId: hanneke.persoonId }),
		).toThrow(Invalid);
	});
});
