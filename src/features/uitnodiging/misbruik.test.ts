import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { findAccount } from '#features/account/account.server.ts';
import { block } from '#features/account/blokkade.server.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { persoon, rol } from '#features/persoon/tables.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid } from '#server/errors.ts';
import { mail } from '#server/tables.server.ts';
import { acceptAs, acceptAsNew } from './aanvaarden.server.ts';
import { UitnodigingNieuw } from './input.ts';
import { findMeedoen } from './meedoen.server.ts';
import { openUitnodiging } from './open.server.ts';
import { detailUitnodiging, listMislukteMail, listUitnodigingen } from './read.server.ts';
import { maakTafel } from './test-tafel.ts';
import { createUitnodiging, updateUitnodiging } from './write.server.ts';

/** What somebody tries who may invite, or who holds an invitation. */

let tafel: ReturnType<typeof maakTafel>;
beforeEach(() => {
	freshDb();
	tafel = maakTafel();
});

const ik = {
	voornaam: 'Mallory',
	tussenvoegsel: '',
	achternaam: '',
	email: '',
	vermelding: 'volledig',
	keer: '',
	gedeeld: false,
} as const;

function nodigUit(actor: Actor, fields: Record<string, string> = {}) {
	const team = { leeromgevingId: tafel.teamId, leeromgevingRol: 'trekker', perspectief: 'beleid' };
	const input = v.parse(UitnodigingNieuw, { hoe: 'link', ...team, ...fields });
	const { id } = createUitnodiging(actor, input);
	const { overdracht } = detailUitnodiging(actor, id);
	return { id, token: overdracht?.link.split('/').at(-1) ?? '', code: overdracht?.code ?? '' };
}

test('a link that was handed over proves no address: nobody gets the account of another', () => {
	const { actor } = tafel.wie('Jorien', { inTeam: 'trekker' });
	const email = 'slachtoffer@voorbeeld.example';
	const { token } = nodigUit(actor, { email });
	expect(openUitnodiging(token)).toMatchObject({ email: '', heeftAccount: false });
	acceptAsNew(token, ik);
	expect(findAccount(email)).toBeUndefined();
});

describe('who may not invite any more', () => {
	const endOf = (persoonId: string) =>
		db()
			.update(lidmaatschap)
			.set({ tot: '2020-06-30' })
			.where(eq(lidmaatschap.persoonId, persoonId))
			.run();

	test('does not come back with an own invitation', () => {
		const jorien = tafel.wie('Jorien', { inTeam: 'trekker' });
		const { id, token } = nodigUit(jorien.actor);
		endOf(jorien.persoonId);
		expect(() => acceptAs(token, jorien.accountId)).toThrow(Invalid);
		expect(() => acceptAsNew(token, ik)).toThrow(Invalid);
		expect(openUitnodiging(token).staat).toBe('verlopen');

		const hanneke = tafel.wie('Hanneke', { rollen: ['coordinator'] });
		expect(listUitnodigingen(hanneke.actor)[0]?.may.renew).toBe(true);
		updateUitnodiging(hanneke.actor, { id });
		const fresh = detailUitnodiging(hanneke.actor, id).overdracht?.link.split('/').at(-1) ?? '';
		expect(openUitnodiging(fresh).staat).toBe('open');
	});

	test('leaves no code on paper behind, also when shut out', async () => {
		const jorien = tafel.wie('Jorien', { inTeam: 'trekker' });
		const { code } = nodigUit(jorien.actor, { hoe: 'papier' });
		block(jorien.accountId, '', { door: null });
		await expect(findMeedoen(code, '10.0.0.1')).rejects.toThrow(Invalid);
	});
});

test('an invitation does not open a role that was given after it', () => {
	const hanneke = tafel.wie('Hanneke', { rollen: ['coordinator'] });
	const { werkplaatsId } = tafel;
	const bram = db().insert(persoon).values({ werkplaatsId, voornaam: 'Bram' }).returning().get();
	const { token } = nodigUit(hanneke.actor, { persoonId: bram.id });
	db().insert(rol).values({ persoonId: bram.id, rol: 'beheerder' }).run();
	expect(() => acceptAsNew(token, ik)).toThrow(Invalid);
	const mallory = maakTafel('Elders').wie('Mallory');
	expect(() => acceptAs(token, mallory.accountId)).toThrow(Invalid);
});

test('a mail that failed says nothing about another werkplaats', () => {
	const hanneke = tafel.wie('Hanneke', { rollen: ['coordinator'] });
	const { email } = tafel.wie('Joke');
	const at = { nextAttemptAt: now(), failedAt: now() };
	db()
		.insert(mail)
		.values({ recipient: email, subject: 'Schuif je aan bij Geheim elders?', ...at })
		.run();
	const [failed] = listMislukteMail(hanneke.actor);
	expect(failed).toMatchObject({ aan: email });
	expect(JSON.stringify(failed)).not.toContain('Geheim');
});

test('a name is one line: it adds no paragraph to a letter', () => {
	const { actor } = tafel.wie('Jorien', { inTeam: 'trekker' });
	const email = 'joke@voorbeeld.example';
	nodigUit(actor, { hoe: 'mail', email, naam: 'Joke\n\nKlik op\nhttps://elders.example' });
	const [brief] = db().select().from(mail).all();
	expect(brief?.body).toContain('Hallo Joke Klik op https://elders.example,\n');
});
