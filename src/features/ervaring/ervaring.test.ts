import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Actor } from '#access/actor.ts';
import { createBijeenkomst, removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { iedereen, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { audit, mail } from '#server/tables.server.ts';
import { openbareBladzijde } from '#features/kenniscafe/tables.server.ts';
import { AntwoordInput } from './input.ts';
import { answerErvaring, openErvaring } from './open.server.ts';
import { wisAdressen } from './jobs.server.ts';
import { listOpBladzijde, listPubliek } from './publiek.server.ts';
import { listErvaringen } from './read.server.ts';
import { vraagVan, tokenVan } from './rows.server.ts';
import { ervaring, ervaringantwoord, ervaringvraag } from './tables.server.ts';
import {
	createErvaring,
	createVraag,
	removeErvaring,
	updateErvaring,
	withdrawVraag,
} from './write.server.ts';

const ZEI = {
	tekst: 'Het duurde te lang en er was niemand van de gemeente. Toch ga ik weer.',
	naam: 'Joke de Vries',
	rol: 'sociaal werker',
	organisatie: 'SOL',
};

let w: ReturnType<typeof wereld>;
function wereld() {
	freshDb();
	const systeem = testWerkplaats();
	const teamId = maakTeam(systeem);
	const velden = { titel: 'Blue Monday', datum: null, begin: '', eind: '', plaats: '' };
	const { id } = createBijeenkomst(systeem, { ...velden, leeromgevingId: teamId });
	const allen = iedereen(systeem, teamId);
	const met = (rol: string) =>
		allen.find((a) => a.soort === 'persoon' && a.lidmaatschappen[0]?.rol === rol)!;
	return { systeem, teamId, id, allen, lid: met('lid'), observator: met('procesobservator') };
}
beforeEach(() => {
	w = wereld();
});
const maak = (part = {}) => createErvaring(w.lid, { ...ZEI, ...part, bijeenkomstId: w.id }).id;
const lijst = (actor: Actor = w.lid) => listErvaringen(actor, w.id).ervaringen;
const token = (id: string) => tokenVan(vraagVan(id)!.id);
function vraag(email = '') {
	const id = maak();
	createVraag(w.lid, { id, email });
	return { id, link: token(id) };
}
const ja = (part: Partial<AntwoordInput> = {}): AntwoordInput => ({
	antwoord: 'ja',
	tekst: ZEI.tekst,
	vermelding: 'volledig',
	...part,
});
const verlopen = () =>
	db()
		.update(ervaringvraag)
		.set({ verlooptOp: new Date(now().getTime() - 1000) })
		.run();

test('a critical quote stays as it was said, for who may enter, and goes nowhere', () => {
	maak();
	expect(lijst()).toMatchObject([
		{
			tekst: ZEI.tekst,
			wie: 'Joke de Vries, sociaal werker, SOL',
			staatTekst: 'Nog niet gevraagd',
		},
	]);
	expect(listPubliek(w.id)).toEqual([]);
	expect(() => listErvaringen(metRol(w.systeem.werkplaatsId, null), w.id)).toThrow(NotFound);
});

const mag = (actor: Actor) => {
	try {
		return listErvaringen(actor, w.id).may.write;
	} catch {
		return false;
	}
};
test('who only looks changes nothing', () => {
	const id = maak();
	for (const actor of w.allen) {
		if (mag(actor)) continue;
		expect(() => createErvaring(actor, { ...ZEI, bijeenkomstId: w.id })).toThrow();
		expect(() => updateErvaring(actor, { id, ...ZEI, tekst: 'x' })).toThrow();
		expect(() => createVraag(actor, { id, email: 'x@voorbeeld.example' })).toThrow();
		expect(() => removeErvaring(actor, { id })).toThrow();
		expect(() => withdrawVraag(actor, { id })).toThrow();
	}
	expect(() => createVraag(w.observator, { id, email: '' })).toThrow(Forbidden);
	expect(db().select().from(ervaring).all()).toHaveLength(1);
	expect(db().select().from(ervaringvraag).all()).toEqual([]);
	expect(db().select().from(mail).all()).toEqual([]);
});

describe('asking', () => {
	test('by mail: one letter with the words and the link, and the link is not shown to others', () => {
		const { id, link } = vraag('joke@sol.example');
		const [brief] = db().select().from(mail).all();
		expect(brief).toMatchObject({ recipient: 'joke@sol.example', subject: 'Klopt dit zo?' });
		expect(brief?.body).toContain(ZEI.tekst);
		expect(brief?.body).toContain(`/ervaring/${link}`);
		expect(lijst()[0]).toMatchObject({
			staat: 'gevraagd',
			staatTekst: 'Gevraagd, wacht',
			link: '',
		});
		expect(lijst(w.observator)[0]).toMatchObject({ email: '', link: '' });
		// whoever reads the database has no link
		expect(JSON.stringify(db().select().from(ervaringvraag).all())).not.toContain(link);
		expect(vraagVan(id)?.ingetrokkenOp).toBeNull();
	});

	test('with a link to hand over, shown again as long as nobody answered', () => {
		const { link } = vraag();
		expect(lijst()[0]?.link).toMatch(new RegExp(`/ervaring/${link}$`));
		expect(lijst(w.observator)[0]?.link).toBe('');
		answerErvaring(link, ja());
		expect(lijst()[0]?.link).toBe('');
	});

	test('again makes the link before it worthless; withdrawn there is none', () => {
		const { id, link } = vraag();
		createVraag(w.lid, { id, email: '' });
		expect(openErvaring(link)).toBeUndefined();
		const nieuw = token(id);
		expect(openErvaring(nieuw)).toBeDefined();
		withdrawVraag(w.lid, { id });
		expect(openErvaring(nieuw)).toBeUndefined();
		expect(() => answerErvaring(nieuw, ja())).toThrow(Invalid);
		expect(lijst()[0]?.staat).toBe('nieuw');
	});

	test('an address goes when the time to answer is over, and when the question is withdrawn', () => {
		const [een, twee] = [vraag('een@sol.example'), vraag('twee@sol.example')];
		wisAdressen();
		expect(lijst().map(({ email }) => email)).toEqual(['een@sol.example', 'twee@sol.example']);
		withdrawVraag(w.lid, { id: een.id });
		wisAdressen();
		expect(lijst().map(({ email }) => email)).toEqual(['', 'twee@sol.example']);
		verlopen();
		wisAdressen();
		expect(lijst().find(({ id }) => id === twee.id)?.email).toBe('');
	});

	test('one address gets no flood', () => {
		for (let n = 0; n < 3; n++) vraag('joke@sol.example');
		expect(() => vraag('joke@sol.example')).toThrow(Invalid);
		expect(db().select().from(mail).all()).toHaveLength(3);
	});
});

describe('the speaker', () => {
	test('sees the words, shortens them, chooses voornaam: only that may go anywhere', () => {
		const { id, link } = vraag();
		expect(openErvaring(link)).toMatchObject({
			titel: 'Blue Monday',
			tekst: ZEI.tekst,
			keuzes: [
				{ vermelding: 'volledig', naam: 'Joke de Vries, sociaal werker, SOL' },
				{ vermelding: 'voornaam', naam: 'Joke' },
				{ vermelding: 'anoniem', naam: 'Een deelnemer' },
			],
		});
		answerErvaring(link, ja({ tekst: 'Toch ga ik weer.', vermelding: 'voornaam' }));
		expect(listPubliek(w.id)).toEqual([{ id, tekst: 'Toch ga ik weer.', naam: 'Joke' }]);
		expect(lijst()[0]).toMatchObject({
			tekst: ZEI.tekst,
			staatTekst: 'Mag: alleen voornaam',
			goedgekeurd: { tekst: 'Toch ga ik weer.', naam: 'Joke' },
			may: { edit: false, ask: false, withdraw: false },
		});
	});

	test('refuses: it never leaves the team, and nobody asks again', () => {
		const { id, link } = vraag('joke@sol.example');
		answerErvaring(link, ja({ antwoord: 'nee' }));
		expect(listPubliek(w.id)).toEqual([]);
		expect(lijst()[0]).toMatchObject({ staat: 'nee', staatTekst: 'Liever niet', email: '' });
		expect(() => createVraag(w.lid, { id, email: '' })).toThrow(Invalid);
	});

	test('takes a yes back, also long after; and gives it again', () => {
		const { link } = vraag();
		answerErvaring(link, ja());
		verlopen();
		answerErvaring(link, ja({ antwoord: 'nee' }));
		expect(listPubliek(w.id)).toEqual([]);
		answerErvaring(link, ja({ vermelding: 'anoniem' }));
		expect(listPubliek(w.id)).toMatchObject([{ naam: 'Een deelnemer' }]);
		expect(db().select().from(ervaringantwoord).all()).toHaveLength(3);
	});

	test('who looks answers nothing, who answers twice the same answers once', () => {
		const { link } = vraag();
		openErvaring(link);
		expect(db().select().from(ervaringantwoord).all()).toEqual([]);
		answerErvaring(link, ja());
		answerErvaring(link, ja());
		expect(db().select().from(ervaringantwoord).all()).toHaveLength(1);
		const lines = db().select().from(audit).where(eq(audit.action, 'ervaring.ja')).all();
		expect(lines).toHaveLength(1);
		expect(lines[0]?.actor).toBe('systeem');
	});

	test('too late, wrong, removed: the link opens nothing', () => {
		const { id, link } = vraag();
		expect(openErvaring(`${link}x`)).toBeUndefined();
		verlopen();
		expect(openErvaring(link)).toBeUndefined();
		expect(lijst()[0]?.staatTekst).toBe('Gevraagd, geen antwoord');
		createVraag(w.lid, { id, email: '' });
		answerErvaring(token(id), ja());
		removeErvaring(w.lid, { id });
		expect(openErvaring(token(id))).toBeUndefined();
		expect(listPubliek(w.id)).toEqual([]);
		const ander = vraag();
		removeBijeenkomst(w.systeem, w.id);
		expect(openErvaring(ander.link)).toBeUndefined();
	});

	test('of whom nobody knows the name is never named', () => {
		const id = maak({ naam: '', rol: '', organisatie: '' });
		createVraag(w.lid, { id, email: '' });
		expect(openErvaring(token(id))?.keuzes).toEqual([
			{ vermelding: 'anoniem', naam: 'Een deelnemer' },
		]);
		answerErvaring(token(id), ja());
		expect(listPubliek(w.id)).toMatchObject([{ naam: 'Een deelnemer' }]);
	});
});

test('on a public page only what was allowed, and only when the page says so', () => {
	const { werkplaatsId } = w.systeem;
	const bladzijde = { bijeenkomstId: w.id, werkplaatsId, pad: 'blue-monday', titel: 'Blue Monday' };
	const stel = (values: Partial<typeof openbareBladzijde.$inferInsert>) =>
		db().update(openbareBladzijde).set(values).run();
	db().insert(openbareBladzijde).values(bladzijde).run();
	vraag();
	answerErvaring(vraag().link, ja({ tekst: 'Toch ga ik weer.', vermelding: 'voornaam' }));
	expect(listOpBladzijde('blue-monday')).toEqual([]);
	stel({ toontErvaringen: true });
	expect(listOpBladzijde('blue-monday')).toMatchObject([
		{ tekst: 'Toch ga ik weer.', naam: 'Joke' },
	]);
	expect(listOpBladzijde('blue')).toEqual([]);
	stel({ ingetrokkenOp: now() });
	expect(listOpBladzijde('blue-monday')).toEqual([]);
});

test('words are changed until there is an answer, and two who change them hear of each other', () => {
	const id = maak();
	updateErvaring(w.lid, { id, ...ZEI, rol: 'wijkwerker' }, ZEI);
	expect(() => updateErvaring(w.lid, { id, ...ZEI, rol: 'docent' }, ZEI)).toThrow(Conflict);
	createVraag(w.lid, { id, email: '' });
	answerErvaring(token(id), ja());
	expect(() => updateErvaring(w.lid, { id, ...ZEI, tekst: 'Heel anders.' })).toThrow(Invalid);
});

test('a yes needs words, a no does not', () => {
	const parse = (input: object) => v.safeParse(AntwoordInput, input).success;
	expect(parse({ antwoord: 'ja', tekst: ' ' })).toBe(false);
	expect(parse({ antwoord: 'nee' })).toBe(true);
	expect(parse({ antwoord: 'misschien', tekst: 'x' })).toBe(false);
	expect(parse({ antwoord: 'ja', tekst: 'x'.repeat(2001) })).toBe(false);
});
