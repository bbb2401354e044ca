import { safeParse, parse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NIEMAND, type Actor, type GastActor } from '#access/actor.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { removeBord, withdrawWeghaling } from './bord.write.server.ts';
import { mijnBriefjes } from './briefje.read.server.ts';
import { createBriefje, removeBriefje, withdrawVerwijdering } from './briefje.write.server.ts';
import { mijnTerugcode } from './deelnemer.read.server.ts';
import { removeDeelnemer } from './deelnemer.write.server.ts';
import { MijnCode } from './gast.input.ts';
import { claimDeelnemer, findMijn, withdrawMijn } from './mijn.server.ts';
import { deelnemer } from './tables.server.ts';
import { deriveTafels } from './tafelborden.write.server.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

let w: TafelWereld;
let bordId: string;
let fatima: GastActor;
let code: string;

beforeEach(() => {
	w = tafelWereld();
	({ bordId } = w);
	fatima = w.gast('Fatima');
	code = parse(MijnCode, { code: mijnTerugcode(fatima, bordId) }).code;
});
afterEach(() => setConfig({}));

const leg = (actor: Actor, tekst: string) =>
	createBriefje(actor, { bordId, id: '', tekst, soort: '', fase: undefined }).id;
const opTafel = () => w.beeld().briefjes.map(({ tekst }) => tekst);
const gevonden = async (adres = 'a') =>
	(await findMijn(code, adres)).briefjes.map(({ tekst }) => tekst);

describe('the private code of a gast', () => {
	test('is ten letters, of this gast alone, and does not stand in the database', () => {
		const joke = w.gast('Joke');
		expect(mijnTerugcode(fatima, bordId)).toMatch(/^[a-z2-7]{5} [a-z2-7]{5}$/);
		expect(mijnTerugcode(joke, bordId)).not.toBe(mijnTerugcode(fatima, bordId));
		expect(mijnTerugcode(w.lid, bordId)).toBeNull();
		expect(JSON.stringify(db().select().from(deelnemer).all())).not.toContain(code);
		for (const typed of [`${code.slice(0, 5)} ${code.slice(5)}`, code.toUpperCase(), ` ${code}-`])
			expect(parse(MijnCode, { code: typed }).code).toBe(code);
		for (const typed of ['', 'kort', `${code}a`, '0'.repeat(10)])
			expect(safeParse(MijnCode, { code: typed }).success).toBe(false);
	});
	test('shows what was theirs, hidden or not, and nothing of others', async () => {
		leg(fatima, 'Open');
		leg(w.gast('Joke'), 'Van Joke');
		w.zet({ stil: true });
		leg(fatima, 'Verborgen');
		expect(await gevonden()).toEqual(['Verborgen', 'Open']);
		w.wijzig({ afgerondOp: new Date() });
		expect(await findMijn(code, 'a')).toMatchObject({
			titel: 'Wie belt er aan?',
			naam: 'Fatima',
		});
	});
	test('is not guessed, and answers as any wrong code', async () => {
		setConfig({ LIMIT_CODE_FAILURES: '3' });
		for (let n = 0; n < 3; n++)
			await expect(findMijn('a'.repeat(10), 'rader')).rejects.toThrow(Invalid);
		await expect(findMijn(code, 'rader')).rejects.toThrow(Invalid);
		await expect(withdrawMijn({ code, id: 'alles' }, 'rader')).rejects.toThrow(Invalid);
		expect(await gevonden('elders')).toEqual([]);
	});
});

describe('taking it back afterwards', () => {
	test('takes the words away for good, one or all, also when the bord is done', async () => {
		const [een, twee] = [leg(fatima, 'Eerste van Fatima'), leg(fatima, 'Tweede van Fatima')];
		leg(w.lid, 'Van een lid');
		w.wijzig({ afgerondOp: new Date() });
		expect(await withdrawMijn({ code, id: een }, 'a')).toEqual({ aantal: 1 });
		expect(opTafel()).toEqual(['Tweede van Fatima', 'Van een lid']);
		expect(await gevonden()).toEqual(['Tweede van Fatima']);
		expect(await withdrawMijn({ code, id: 'alles' }, 'a')).toEqual({ aantal: 1 });
		expect(await withdrawMijn({ code, id: 'alles' }, 'a')).toEqual({ aantal: 0 });
		expect(opTafel()).toEqual(['Van een lid']);
		// nowhere at all, also not in what the document remembers
		expect(db().$client.serialize().includes('Fatima')).toBe(false);
		expect(w.bytes()).not.toContain('van Fatima');
		w.wijzig({ afgerondOp: null });
		for (const actor of [fatima, w.trekker])
			expect(() => withdrawVerwijdering(actor, { bordId, id: twee })).toThrow();
	});
	test('also from a bord that was removed, or whose bord of all was: it may be put back', async () => {
		const plenair = w.maakBord({ soort: 'wereldcafe' });
		w.wijzig({ plenairId: plenair });
		const id = leg(fatima, 'Van Fatima');
		leg(w.lid, 'Van een lid');
		deriveTafels(w.trekker, { bordId: plenair });
		removeBord(w.trekker, { id: bordId });
		removeBord(w.trekker, { id: plenair });
		expect(await findMijn(code, 'a')).toMatchObject({ weg: true, briefjes: [{ open: false }] });
		await expect(claimDeelnemer(w.lid, { code }, 'a')).rejects.toThrow(Invalid);
		expect(await withdrawMijn({ code, id }, 'a')).toEqual({ aantal: 1 });
		expect(w.bytes()).not.toContain('Van Fatima');
		expect(db().$client.serialize().includes('Van Fatima')).toBe(false);
		withdrawWeghaling(w.trekker, { id: bordId });
		expect(opTafel()).toEqual(['Van een lid']);
	});
	test('also of what regie took off the table, and of who was sent away', async () => {
		const id = leg(fatima, 'Weg door regie');
		removeBriefje(w.trekker, { bordId, id });
		removeDeelnemer(w.trekker, { bordId, deelnemerId: fatima.deelnemerId });
		expect(await gevonden()).toEqual(['Weg door regie']);
		await withdrawMijn({ code, id }, 'a');
		expect(() => withdrawVerwijdering(w.trekker, { bordId, id })).toThrow();
		expect(await gevonden()).toEqual([]);
	});
	test('never of what is of somebody else', async () => {
		const id = leg(w.gast('Joke'), 'Van Joke');
		await expect(withdrawMijn({ code, id }, 'a')).rejects.toThrow(NotFound);
		await withdrawMijn({ code, id: 'alles' }, 'a');
		expect(opTafel()).toEqual(['Van Joke']);
	});
});

describe('with an account', () => {
	test('it becomes of who has the code, once', async () => {
		leg(fatima, 'Van Fatima');
		expect(await claimDeelnemer(w.lid, { code }, 'a')).toEqual({ bordId });
		expect(mijnBriefjes(w.lid, bordId)).toMatchObject([{ tekst: 'Van Fatima', open: true }]);
		await expect(claimDeelnemer(w.student, { code }, 'a')).rejects.toThrow(Invalid);
		await expect(findMijn(code, 'a')).rejects.toThrow(Invalid);
		expect(mijnTerugcode(fatima, bordId)).toBeNull();
	});
	test('that sat there too, everything comes together', async () => {
		leg(w.lid, 'Van het lid');
		leg(fatima, 'Van Fatima');
		await claimDeelnemer(w.lid, { code }, 'a');
		expect(mijnBriefjes(w.lid, bordId)).toHaveLength(2);
		expect(opTafel()).toHaveLength(2);
	});
	test('that does not read the bord it leads to no bord', async () => {
		leg(fatima, 'Van Fatima');
		const elders = metRol(w.werkplaatsId, null);
		expect(await claimDeelnemer(elders, { code }, 'a')).toEqual({ bordId: undefined });
	});
	test('of another werkplaats, or nobody, the code is wrong', async () => {
		const elders = metRol(testWerkplaats('Elders').werkplaatsId, 'beheerder');
		for (const actor of [elders, NIEMAND, fatima])
			await expect(claimDeelnemer(actor, { code }, 'a')).rejects.toThrow(Invalid);
	});
});
