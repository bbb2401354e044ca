import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import type { OpmerkingWaar } from '#access/opmerking.ts';
import { persoonActor } from '#access/test-actors.ts';
import { maakPersoon } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { OpmerkingNieuw } from './input.ts';
import { listOpmerkingen } from './read.server.ts';
import { opmerking } from './tables.server.ts';
import {
	createAntwoord,
	createOpmerking,
	finaliseOpmerking,
	removeOpmerking,
	updateOpmerking,
	withdrawAfhandeling,
	withdrawWeghaling,
} from './write.server.ts';

let systeem: SysteemActor;
let sanne: PersoonActor;
let tygo: PersoonActor;
let waar: OpmerkingWaar;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	const { werkplaatsId } = systeem;
	const wie = (naam: string) =>
		persoonActor({ werkplaatsId, persoonId: maakPersoon(werkplaatsId, naam, 'Voorbeeld') });
	[sanne, tygo] = [wie('Sanne'), wie('Tygo')];
	waar = {
		werkplaatsId,
		document: 'verslag/aaaaaaaaaaaaaaaaaaaa',
		mayRead: true,
		mayRemark: true,
	};
});

const NIEUW = { tekst: 'Klopt dit?', van: '', tot: '', citaat: '' };
const merkOp = (part: Partial<typeof NIEUW> = {}, actor = sanne) =>
	createOpmerking(actor, { waar, ...NIEUW, ...part }).id;
const lijst = (actor: PersoonActor = sanne) => listOpmerkingen(actor, waar).opmerkingen;

function anker(): string {
	const text = new Y.Doc().getText('tekst');
	text.insert(0, 'De brief');
	const place = Y.createRelativePositionFromTypeIndex(text, 3);
	return Buffer.from(Y.encodeRelativePosition(place)).toString('base64');
}

test('a remark on a passage, with what others answered, by the true name', () => {
	const place = anker();
	const id = merkOp({ van: place, tot: place, citaat: 'brief' });
	createAntwoord(tygo, { waar, opId: id, tekst: 'Ja.' });
	expect(lijst()).toMatchObject([
		{
			tekst: 'Klopt dit?',
			citaat: 'brief',
			van: place,
			tot: place,
			door: 'Sanne Voorbeeld',
			may: { update: true },
			antwoorden: [{ tekst: 'Ja.', door: 'Tygo Voorbeeld', may: { update: false } }],
		},
	]);
});

test('who reads and may not remark reads all and changes nothing', () => {
	const id = merkOp();
	const lezer = { ...waar, mayRemark: false };
	expect(listOpmerkingen(tygo, lezer)).toMatchObject({ may: { create: false } });
	const acts = [
		() => createOpmerking(tygo, { waar: lezer, ...NIEUW }),
		() => createAntwoord(tygo, { waar: lezer, opId: id, tekst: 'x' }),
		() => updateOpmerking(sanne, { waar: lezer, id, tekst: 'x' }),
		() => removeOpmerking(sanne, { waar: lezer, id }),
		() => finaliseOpmerking(tygo, { waar: lezer, id }),
		() => withdrawAfhandeling(tygo, { waar: lezer, id }),
	];
	for (const act of acts) expect(act).toThrow(Forbidden);
	expect(() => listOpmerkingen(tygo, { ...waar, mayRead: false })).toThrow(Forbidden);
});

test('only who said it changes it, takes it away and puts it back', () => {
	const id = merkOp();
	for (const act of [updateOpmerking, removeOpmerking, withdrawWeghaling])
		expect(() => act(tygo, { waar, id, tekst: 'x' })).toThrow(Forbidden);
	updateOpmerking(sanne, { waar, id, tekst: 'Klopt dit wel?' });
	expect(lijst()).toMatchObject([{ tekst: 'Klopt dit wel?', gewijzigd: true }]);
	removeOpmerking(sanne, { waar, id });
	expect(lijst()).toEqual([]);
	expect(() => updateOpmerking(sanne, { waar, id, tekst: 'x' })).toThrow(NotFound);
	withdrawWeghaling(sanne, { waar, id });
	expect(lijst()).toMatchObject([{ id, tekst: 'Klopt dit wel?' }]);
});

test('what others answered stays when the remark is taken away, without its words', () => {
	const id = merkOp();
	createAntwoord(tygo, { waar, opId: id, tekst: 'Ja.' });
	removeOpmerking(sanne, { waar, id });
	expect(lijst()).toMatchObject([{ weggehaald: true, tekst: '', antwoorden: [{ tekst: 'Ja.' }] }]);
});

test('dealt with and open again; an answer opens it too', () => {
	const id = merkOp();
	finaliseOpmerking(tygo, { waar, id });
	expect(lijst()[0]?.afgehandeld).toMatchObject({ door: 'Tygo Voorbeeld' });
	withdrawAfhandeling(sanne, { waar, id });
	expect(lijst()[0]?.afgehandeld).toBeNull();
	finaliseOpmerking(tygo, { waar, id });
	createAntwoord(sanne, { waar, opId: id, tekst: 'Nog niet.' });
	expect(lijst()[0]?.afgehandeld).toBeNull();
});

test('a remark of another document does not exist here', () => {
	const id = merkOp();
	const elders = { ...waar, document: 'verslag/bbbbbbbbbbbbbbbbbbbb' };
	expect(listOpmerkingen(sanne, elders).opmerkingen).toEqual([]);
	expect(() => createAntwoord(sanne, { waar: elders, opId: id, tekst: 'x' })).toThrow(NotFound);
	expect(() => removeOpmerking(sanne, { waar: elders, id })).toThrow(NotFound);
	const antwoord = createAntwoord(sanne, { waar, opId: id, tekst: 'x' }).id;
	expect(() => createAntwoord(sanne, { waar, opId: antwoord, tekst: 'x' })).toThrow(NotFound);
	expect(() => finaliseOpmerking(sanne, { waar, id: antwoord })).toThrow(Forbidden);
});

test('limits: a place that is none, half a place, 500 that nobody dealt with', () => {
	expect(() => merkOp({ van: 'AAAA', tot: anker() })).not.toThrow();
	expect(() => merkOp({ van: '////', tot: '////' })).toThrow(Invalid);
	expect(() => merkOp({ van: anker() })).toThrow(Invalid);
	const parsed = (part: object) => v.safeParse(OpmerkingNieuw, { tekst: 'x', ...part }).success;
	expect(parsed({})).toBe(true);
	expect(parsed({ tekst: ' ' })).toBe(false);
	expect(parsed({ tekst: 'x'.repeat(8001) })).toBe(false);
	expect(parsed({ citaat: 'x'.repeat(501) })).toBe(false);
	expect(parsed({ van: 'A'.repeat(272) })).toBe(false);
	const row = { document: waar.document, tekst: 'x', door: sanne.persoonId };
	for (let n = 0; n < 499; n++) db().insert(opmerking).values(row).run();
	expect(() => merkOp()).toThrow(Invalid);
	finaliseOpmerking(sanne, { waar, id: lijst()[0]!.id });
	expect(() => merkOp()).not.toThrow();
});
