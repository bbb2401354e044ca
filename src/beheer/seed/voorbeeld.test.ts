import { eq } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { naamOp, opVolgorde } from '#features/leeromgeving/naam.ts';
import {
	leeromgeving,
	leeromgevingNaam,
	leeromgevingPeriode,
	leeromgevingThema,
	lidmaatschap,
} from '#features/leeromgeving/tables.server.ts';
import { afleiding, leervraag, praktijkvraag } from '#features/leervraag/tables.server.ts';
import {
	intentieverklaring,
	organisatie,
	partnerschap,
	trekker,
} from '#features/partner/tables.server.ts';
import { holdsOn } from '#features/partner/status.ts';
import { account } from '#features/account/tables.server.ts';
import { accountPersoon, persoon, rol } from '#features/persoon/tables.server.ts';
import { periode, subsidie, werkplaats } from '#features/werkplaats/tables.server.ts';
import { thema, themaKeuze } from '#features/kennisagenda/tables.server.ts';
import { gremium, gremiumOpheffing } from '#features/gremium/tables.server.ts';
import { WERKPLAATS_ROLLEN, LEEROMGEVING_ROLLEN } from '#access/actor.ts';
import { verifyPassword } from '#server/password/hash.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid } from '#server/errors.ts';
import { inloggegevens, seedDemo } from './demo.ts';
import { voorbeeld } from './file.ts';
import { loadVoorbeeld, type Loaded } from './voorbeeld.ts';

const file = voorbeeld();

describe('the example werkplaats', () => {
	let loaded: Loaded;
	beforeAll(() => {
		freshDb();
		loaded = loadVoorbeeld();
	});

	/** Names of who was partner on that day, as somebody looks it up. */
	const partnersOp = (dag: string) =>
		db()
			.select({ naam: organisatie.naam, van: partnerschap.van, tot: partnerschap.tot })
			.from(partnerschap)
			.innerJoin(organisatie, eq(organisatie.id, partnerschap.organisatieId))
			.all()
			.filter((p) => holdsOn(p, dag))
			.map((p) => p.naam)
			.sort();

	const teamNamen = (sleutel: string) => {
		const id = loaded.ids.get('leeromgeving', sleutel);
		const rows = db().select().from(leeromgevingNaam).all();
		return opVolgorde(rows.filter((r) => r.leeromgevingId === id));
	};

	test('is marked as the example and holds everything of the file', () => {
		expect(db().select().from(werkplaats).get()).toMatchObject({
			id: loaded.werkplaatsId,
			isVoorbeeld: true,
			voorganger: 'Wmo-Werkplaats Rotterdam',
			voorgangerJaren: '2013-2016',
		});
		const count = (table: SQLiteTable) => db().select().from(table).all().length;
		expect(count(organisatie)).toBe(file.organisaties.length);
		expect(count(partnerschap)).toBe(15);
		expect(count(intentieverklaring)).toBe(13);
		expect(count(trekker)).toBe(2);
		expect(count(persoon)).toBe(file.personen.length);
		expect(count(leervraag)).toBe(7);
		expect(count(thema)).toBe(11);
	});

	test('a second time is refused, and nothing is added (one sentence for who tried)', () => {
		expect(() => loadVoorbeeld()).toThrow(Invalid);
		expect(db().select().from(werkplaats).all()).toHaveLength(1);
	});

	test('perioden: formal and actual start', () => {
		const rows = db().select().from(periode).orderBy(periode.nummer).all();
		expect(rows.map((p) => [p.van.dag, p.tot.dag])).toEqual([
			['2016-01-01', '2017-07-31'],
			['2017-08-01', '2019-12-31'],
			['2020-01-01', '2022-12-31'],
		]);
		expect(rows[0]?.uitvoeringVan?.dag).toBe('2016-09-22');
		expect(db().select().from(subsidie).get()?.tot.dag).toBe('2018-12-31');
	});

	test('five themas on the first agenda, of which two chosen for the first periode', () => {
		const eerste = loaded.ids.get('periode', 1);
		const gekozen = db().select().from(themaKeuze).all();
		expect(gekozen.filter((k) => k.periodeId === eerste)).toHaveLength(2);
	});

	test('AC-04: Schiedam on 1 October 2018, and Vivenz and Nissewaard instead on 1 February 2019', () => {
		const [before, after] = [partnersOp('2018-10-01'), partnersOp('2019-02-01')];
		expect(before).toContain('Gemeente Schiedam');
		expect(before).not.toContain('Vivenz');
		expect(after).not.toContain('Gemeente Schiedam');
		expect(after).not.toContain('Gemeente Dordrecht');
		expect(after).toContain('Vivenz');
		expect(after).toContain('Gemeente Nissewaard');
		expect(before).toHaveLength(9);
		expect(after).toHaveLength(9);
		const schiedam = db()
			.select()
			.from(partnerschap)
			.all()
			.find((p) => p.tot?.dag === '2018-12-31');
		expect(schiedam?.tot).toMatchObject({ geschreven: 'eind 2018', aangenomen: true });
	});

	test('AC-05: three gemeenten under the BAR-organisatie', () => {
		const bar = loaded.ids.get('organisatie', 'bar-organisatie');
		const members = db().select().from(organisatie).where(eq(organisatie.koepelId, bar)).all();
		expect(members.map((o) => o.naam).sort()).toEqual([
			'Gemeente Albrandswaard',
			'Gemeente Barendrecht',
			'Gemeente Ridderkerk',
		]);
	});

	test('AC-07: the programmaraad is dissolved voorlopig, the other gremia are not', () => {
		const rows = db()
			.select({
				naam: gremium.naam,
				op: gremiumOpheffing.op,
				voorlopig: gremiumOpheffing.voorlopig,
			})
			.from(gremiumOpheffing)
			.innerJoin(gremium, eq(gremium.id, gremiumOpheffing.gremiumId))
			.all();
		expect(rows).toMatchObject([
			{ naam: 'Programmaraad', op: { geschreven: 'juli 2017' }, voorlopig: true },
		]);
		expect(db().select().from(gremium).all()).toHaveLength(6);
	});

	test('every team has its names in time', () => {
		for (const team of file.leeromgevingen)
			expect(teamNamen(team.sleutel).map((n) => n.naam)).toEqual(team.namen.map((n) => n.naam));
		const namen = teamNamen('werkteam-1');
		expect(naamOp(namen, '2018-12-31')).toBe('Intergenerationele problematiek');
		expect(naamOp(namen, '2019-01-01')).toBe('Intergenerationele overdracht');
	});

	test('AC-11: two teams of one thema, and six teams with their perioden', () => {
		const ontmoeting = loaded.ids.get('thema', 'ontmoeting');
		const links = db().select().from(leeromgevingThema).all();
		expect(links.filter((l) => l.themaId === ontmoeting)).toHaveLength(2);
		const perioden = db().select().from(leeromgevingPeriode).all();
		const tweede = loaded.ids.get('periode', 2);
		expect(perioden.filter((p) => p.periodeId === tweede)).toHaveLength(4);
		expect(
			new Set(
				db()
					.select()
					.from(leeromgeving)
					.all()
					.map((l) => l.kleed),
			).size,
		).toBe(6);
	});

	test('AC-12: five praktijkvragen from two leervragen', () => {
		const team = loaded.ids.get('leeromgeving', 'werkgroep-1');
		const vragen = db()
			.select()
			.from(praktijkvraag)
			.where(eq(praktijkvraag.leeromgevingId, team))
			.all();
		expect(vragen).toHaveLength(5);
		const trail = db().select().from(afleiding).all();
		for (const { id } of vragen)
			expect(trail.filter((a) => a.praktijkvraagId === id)).toHaveLength(2);
	});

	test('every role there is, two hats, and people who came back', () => {
		const rollen = new Set(
			db()
				.select()
				.from(rol)
				.all()
				.map((r) => r.rol),
		);
		expect(rollen).toEqual(new Set(Object.keys(WERKPLAATS_ROLLEN)));
		const spells = db().select().from(lidmaatschap).all();
		expect(new Set(spells.map((s) => s.rol))).toEqual(new Set(Object.keys(LEEROMGEVING_ROLLEN)));
		const perspectives = (sleutel: string) =>
			spells
				.filter((s) => s.persoonId === loaded.ids.get('persoon', sleutel))
				.sort((a, b) => a.van.localeCompare(b.van))
				.map((s) => s.perspectief);
		expect(perspectives('noortje')).toEqual(['student', 'sociaal-werk']);
		expect(new Set(perspectives('yildiz'))).toEqual(new Set(['bewoner', 'vrijwilliger']));
		expect(perspectives('zeljko')).toHaveLength(2);
	});

	test('nobody can log in', () => expect(db().select().from(account).all()).toEqual([]));
});

test('a failure halfway leaves nothing behind', () => {
	freshDb();
	const { $client } = db();
	$client.exec(
		`create temp trigger stop before insert on leervraag begin select raise(abort, 'stop'); end`,
	);
	expect(() => loadVoorbeeld()).toThrow();
	expect(db().select().from(werkplaats).all()).toEqual([]);
	expect(db().select().from(persoon).all()).toEqual([]);
});

test('beside a real werkplaats only when asked for', () => {
	freshDb();
	db()
		.insert(werkplaats)
		.values({ naam: 'Echt', korteNaam: 'Echt', kleed: 'ruit/groen-roze' })
		.run();
	expect(() => loadVoorbeeld()).toThrow(Invalid);
	loadVoorbeeld({ naast: true });
	expect(db().select().from(werkplaats).all()).toHaveLength(2);
});

test('the demo: each log-in of the table works, and only those', async () => {
	freshDb();
	const { lines, data } = await seedDemo();
	const people = data as { email: string; wachtwoord: string }[];
	expect(people.length).toBeGreaterThanOrEqual(8);
	const rows = db()
		.select({ email: account.email, hash: account.wachtwoordHash })
		.from(account)
		.innerJoin(accountPersoon, eq(accountPersoon.accountId, account.id))
		.innerJoin(persoon, eq(persoon.id, accountPersoon.persoonId))
		.all();
	expect(rows.map((r) => r.email).sort()).toEqual(people.map((p) => p.email).sort());
	for (const { email, wachtwoord } of people) {
		const row = rows.find((r) => r.email === email);
		expect(await verifyPassword(row?.hash, wachtwoord)).toBe(true);
		expect(lines.some((line) => line.includes(email))).toBe(true);
	}
	expect(inloggegevens().lines).toEqual(lines);
	// seventeen passwords are hashed and checked as slowly as real ones
}, 60_000);
