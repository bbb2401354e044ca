import type { Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { requestBewijs } from '#features/account/bewijs.server.ts';
import { requestEmail, updateEmail } from '#features/account/email.server.ts';
import { logIn } from '#features/account/login.server.ts';
import { endOtherSessions, validateSession } from '#features/account/session.server.ts';
import { startSession } from '#features/account/session.server.ts';
import { resetPassword, updatePassword } from '#features/account/wachtwoord.server.ts';
import {
	createLidmaatschap,
	finaliseLidmaatschap,
	updateLidmaatschap,
} from '#features/leeromgeving/lid.write.server.ts';
import { createLeeromgeving } from '#features/leeromgeving/write.server.ts';
import { exportPartners } from '#features/partner/export.server.ts';
import { enter, leave } from '#features/persoon/entry.server.ts';
import { createWerkplaats } from '#features/werkplaats/write.server.ts';
import { verifyAudit } from '#server/audit.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { audit, mail } from '#server/tables.server.ts';
import { acceptAsNew } from './aanvaarden.server.ts';
import { UitnodigingNieuw } from './input.ts';
import { detailUitnodiging } from './read.server.ts';
import { maakTafel } from './test-tafel.ts';
import { createUitnodiging } from './write.server.ts';

/** What changes who gets in, and to what, is written down: by id, never by name or address. */

let tafel: ReturnType<typeof maakTafel>;
let hanneke: ReturnType<typeof tafel.wie>;
beforeEach(() => {
	freshDb();
	tafel = maakTafel();
	hanneke = tafel.wie('Hanneke', { rollen: ['coordinator'] });
});

const PASSWORD = 'een zin die niemand raadt';
const lines = () =>
	db()
		.select()
		.from(audit)
		.all()
		.map(({ actor, action, result }) => `${actor} ${action} ${result}`);
const session = async () => {
	const { accountId, persoonId } = hanneke;
	const given = { accountId, persoonId, sharedDevice: false, device: '' };
	return (await validateSession((await startSession(given)).token))!;
};
const tokenIn = (path: string) => {
	const bodies = db().select().from(mail).all();
	return new RegExp(`/${path}/([\\w-]{43})`).exec(bodies.at(-1)?.body ?? '')?.[1] ?? '';
};

/** A browser that only keeps cookies. */
function browser() {
	const kept = new Map<string, string>();
	const cookies = {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string) => void kept.set(name, value),
		delete: (name: string) => void kept.delete(name),
	} as unknown as Cookies;
	const locals = { session: null } as unknown as App.Locals;
	return { cookies, locals, request: new Request('http://x'), getClientAddress: () => '10.0.0.1' };
}

describe('an account', () => {
	test('in, out, and not in', async () => {
		const { accountId, email } = hanneke;
		const event = browser();
		await enter(event, { accountId });
		event.locals.session = await session();
		leave(event);
		const try_ = (address: string) =>
			logIn({ email: address, wachtwoord: 'mis' }, { address: '10.0.0.1' }).catch(() => '');
		await try_(email);
		await try_('nergens@voorbeeld.example');
		expect(lines()).toEqual([
			`${accountId} session.start ok`,
			`${accountId} session.end ok`,
			`${accountId} session.start geweigerd`,
			'onbekend session.start geweigerd',
		]);
		const all = JSON.stringify(db().select().from(audit).all());
		expect(all).not.toContain('@');
	});

	test('a new password, and a link on its way opens nothing after it', async () => {
		requestBewijs('wachtwoord', hanneke.email, '10.0.0.1');
		const link = tokenIn('wachtwoord');
		await updatePassword(await session(), { wachtwoord: PASSWORD, huidig: '' }, []);
		expect(await resetPassword(link, PASSWORD)).toBeUndefined();
		expect(lines()).toEqual([`${hanneke.accountId} account.password ok`]);
	});

	test('a new address, and a link to the old one opens nothing after it', async () => {
		requestBewijs('wachtwoord', hanneke.email, '10.0.0.1');
		const old = tokenIn('wachtwoord');
		requestEmail(hanneke.accountId, 'nieuw@voorbeeld.example');
		updateEmail(tokenIn('bevestigen'));
		expect(await resetPassword(old, PASSWORD)).toBeUndefined();
		expect(lines()).toEqual([`${hanneke.accountId} account.email ok`]);
	});

	test('its other sessions end', async () => {
		endOtherSessions(await session());
		expect(lines()).toEqual([`${hanneke.accountId} session.end-others ok`]);
	});
});

describe('a place at the table', () => {
	const plek = { rol: 'lid', perspectief: 'beleid', namensId: null } as const;

	test('taken, changed and left', () => {
		const { actor, persoonId } = hanneke;
		const nieuw = { ...plek, persoonId, van: '2020-01-01', aangehaaktVia: '' };
		const { id } = createLidmaatschap(actor, { ...nieuw, leeromgevingId: tafel.teamId });
		updateLidmaatschap(actor, { id, ...plek, rol: 'trekker' });
		finaliseLidmaatschap(actor, { id, tot: '2020-02-01', redenEinde: '' });
		expect(lines()).toEqual(
			['create.lid', 'update.trekker', 'finalise'].map((a) => `${persoonId} lidmaatschap.${a} ok`),
		);
	});

	test('of who starts a team, and of who is invited with a role', () => {
		const lector = tafel.wie('Willemijn', { rollen: ['docentonderzoeker'] });
		createLeeromgeving(lector.actor, {
			naam: 'Nieuw',
			soort: 'werkteam',
			volgnummer: null,
			...{ themaIds: [], periodeIds: [], praktijken: [], persoonIds: [hanneke.persoonId] },
			...{ doel: '', gewensteOpbrengst: '', locaties: '', van: null, tot: null },
			kleed: 'raam/petrol-rood',
		});
		const { id } = createUitnodiging(
			hanneke.actor,
			v.parse(UitnodigingNieuw, {
				...{ hoe: 'link', leeromgevingId: tafel.teamId, werkplaatsRol: 'lector' },
				...{ leeromgevingRol: 'lid', perspectief: 'onderzoek' },
			}),
		);
		const link = detailUitnodiging(hanneke.actor, id).overdracht?.link ?? '';
		const leeg = { tussenvoegsel: '', achternaam: '', email: '', keer: '', gedeeld: false };
		const mij = { voornaam: 'Nieuw', vermelding: 'volledig' as const, ...leeg };
		const { persoonId } = acceptAsNew(link.split('/').at(-1) ?? '', mij);
		expect(lines()).toEqual([
			`${lector.persoonId} lidmaatschap.create.trekker ok`,
			`${lector.persoonId} lidmaatschap.create.lid ok`,
			`${hanneke.persoonId} uitnodiging.create ok`,
			`${hanneke.persoonId} lidmaatschap.create.lid ok`,
			`${hanneke.persoonId} rol.assign.lector ok`,
			`${persoonId} uitnodiging.accept ok`,
		]);
		expect(verifyAudit().broken).toEqual([]);
	});
});

test('a werkplaats that is set up, and a list that leaves the program', () => {
	const leeg = { voorgangerJaren: '', website: '', hulpTelefoon: '', privacyContact: '' };
	const tekst = { naam: 'W', korteNaam: 'W', regio: '', voorganger: '', centraalThema: '' };
	const systeem = { soort: 'systeem', werkplaatsId: '' } as const;
	createWerkplaats(systeem, { ...leeg, ...tekst, kleed: 'ruit/groen-roze' });
	exportPartners(hanneke.actor, '2020-01-01');
	expect(lines()).toEqual([
		'systeem werkplaats.create ok',
		`${hanneke.persoonId} partners.export ok`,
	]);
});
