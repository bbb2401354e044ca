import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakAfspraak, wijzigAfspraak } from '#features/bord/document.oogst.ts';
import { bordNaam } from '#features/bord/document.ts';
import { projectBord } from '#features/bord/project.server.ts';
import { idNr } from '#features/bord/test-bord.ts';
import { tafelWereld, type TafelWereld } from '#features/bord/test-tafel.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { Forbidden, NotFound } from '#server/errors.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import type { VervolgInput } from './input.ts';
import { listActies, listEerder, listMijnActies, listOpenVoor } from './read.server.ts';
import { wachtVoor } from './wacht.server.ts';
import { createVervolg } from './write.server.ts';

const A = idNr('afspraak', 1);
const B = idNr('afspraak', 2);

let w: TafelWereld;
beforeEach(() => {
	w = tafelWereld();
	doe((doc) => {
		const wieId = w.lid.persoonId;
		maakAfspraak(doc, { id: A, wat: 'Samen aanbellen', wieId, wanneer: '2018-06-18' });
		maakAfspraak(doc, { id: B, wat: 'Koek kopen', wanneer: 'na de zomer' });
	});
});
/** On the bord, and in the rows as they are a moment later. */
function doe(act: Parameters<typeof editDocument>[2]) {
	editDocument(w.trekker, bordNaam(w.bordId), act);
	readDocument(bordNaam(w.bordId), (doc) => projectBord(w.bordId, doc));
}
const lijst = (actor: Actor = w.lid) => listActies(actor, { leeromgevingId: w.teamId });
const vervolg = (part: Partial<VervolgInput> = {}): VervolgInput => ({
	bijeenkomstId: '',
	bordId: w.bordId,
	actiepuntId: A,
	soort: 'klaar',
	tekst: '',
	wanneer: '',
	inId: null,
	...part,
});
const plan = (dag: string, titel = 'De volgende') =>
	maakBijeenkomst(w.systeem, w.teamId, { titel, dag });

describe('an afspraak of a bord', () => {
	test('without an owner it is not among the acties (AC-17)', () => {
		expect(lijst()).toMatchObject([
			{
				id: A,
				tekst: 'Samen aanbellen',
				isMij: true,
				voor: 'voor 18 juni 2018',
				teLaat: true,
				waar: { soort: 'bord', id: w.bordId, href: `/borden/${w.bordId}/verder?uit=${A}` },
				team: { id: w.teamId },
				may: { vervolg: true, klaar: true },
			},
		]);
		doe((doc) => wijzigAfspraak(doc, { id: B, wie: 'Joke van de flat' }));
		expect(lijst().map(({ id, wie, voor }) => [id, wie, voor])).toEqual([
			[A, 'lid van het team', 'voor 18 juni 2018'],
			[B, 'Joke van de flat', 'na de zomer'],
		]);
		doe((doc) => wijzigAfspraak(doc, { id: A, wieId: '', wie: '' }));
		expect(lijst().map(({ id }) => id)).toEqual([B]);
	});

	test('is there for who looks right after it was made', () => {
		const maak = (nummer: number, wat: string) => {
			const van = { wieId: w.lid.persoonId, wanneer: '2018-07-01' };
			const nieuw = { id: idNr('afspraak', nummer), wat, ...van };
			editDocument(w.trekker, bordNaam(w.bordId), (doc) => maakAfspraak(doc, nieuw));
		};
		maak(3, 'Bellen');
		expect(lijst().map(({ tekst }) => tekst)).toContain('Bellen');
		maak(4, 'Schrijven');
		expect(listMijnActies(w.lid).map(({ tekst }) => tekst)).toContain('Schrijven');
	});

	test('waits for who took it, until it is done', () => {
		expect(listMijnActies(w.lid).map(({ id }) => id)).toEqual([A]);
		expect(wachtVoor(w.lid)).toMatchObject([
			{
				soort: 'actie',
				titel: 'Samen aanbellen',
				uitleg: 'voor 18 juni 2018, die dag is voorbij · afgesproken op het bord Wie belt er aan?',
			},
		]);
		expect(listMijnActies(w.student)).toEqual([]);
		createVervolg(w.lid, vervolg());
		expect(wachtVoor(w.lid)).toEqual([]);
		expect(lijst()).toMatchObject([{ staat: 'klaar' }]);
	});

	test('is ticked off, taken up, moved and let go as any other', () => {
		createVervolg(w.student, vervolg());
		createVervolg(w.student, vervolg());
		createVervolg(w.trekker, vervolg({ soort: 'heropend' }));
		createVervolg(w.trekker, vervolg({ soort: 'verschoven', wanneer: '2018-07-01' }));
		createVervolg(w.trekker, vervolg({ soort: 'geleerd', tekst: 'Met twee is het leuker.' }));
		expect(lijst()).toMatchObject([
			{ staat: 'open', wanneer: '2018-07-01', geleerd: ['Met twee is het leuker.'] },
		]);
		createVervolg(w.trekker, vervolg({ soort: 'losgelaten', tekst: 'Verhuisd.' }));
		expect(lijst()).toMatchObject([{ staat: 'losgelaten', reden: 'Verhuisd.' }]);
	});

	test('is of who may enter: others follow nothing, and neither does who looks on', () => {
		const elders = maakLid(w.systeem, maakTeam(w.systeem, { naam: 'B', volgnummer: 2 }), 'lid');
		expect(() => createVervolg(elders, vervolg())).toThrow(NotFound);
		expect(() => createVervolg(w.gast('fatima'), vervolg())).toThrow(Forbidden);
		for (const actor of [w.observator, w.lector])
			expect(() => createVervolg(actor, vervolg())).toThrow(Forbidden);
		expect(() => createVervolg(w.lid, vervolg({ actiepuntId: B }))).toThrow(NotFound);
		expect(lijst()).toMatchObject([{ staat: 'open' }]);
	});
});

describe('"Wat leerde het ons?"', () => {
	const openVoor = (id: string) => listOpenVoor(w.lid, id).map((actie) => actie.id);

	test('asks for it at the next bijeenkomst, and not where it was agreed or before', () => {
		expect(openVoor(plan('25 juni 2026'))).toEqual([A]);
		expect(openVoor(w.bijeenkomstId)).toEqual([]);
		expect(openVoor(plan('1 juni 2026'))).toEqual([]);
	});

	test('begins the next bord of the team, and not the one it was agreed on', () => {
		const eerder = (bordId: string, actor: Actor = w.lid) =>
			listEerder(actor, bordId).map(({ tekst, bij, geleerd }) => [tekst, bij, geleerd]);
		const volgend = w.maakBord();
		expect(eerder(w.bordId)).toEqual([]);
		expect(eerder(volgend)).toEqual([
			['Samen aanbellen', 'lid van het team, voor 18 juni 2018', []],
		]);
		createVervolg(w.lid, vervolg());
		expect(eerder(volgend), 'done, and it taught nothing').toEqual([]);
		createVervolg(w.lid, vervolg({ soort: 'geleerd', tekst: 'Koek helpt.' }));
		expect(eerder(volgend)).toMatchObject([
			['Samen aanbellen', expect.anything(), ['Koek helpt.']],
		]);
		const elders = maakLid(w.systeem, maakTeam(w.systeem, { naam: 'B', volgnummer: 2 }), 'lid');
		expect(() => eerder(volgend, elders)).toThrow(NotFound);
	});

	test('said there it is open no more', () => {
		const inId = plan('25 juni 2026');
		createVervolg(w.lid, vervolg({ inId, soort: 'geleerd', tekst: 'Koek helpt.' }));
		expect(openVoor(inId)).toEqual([A]);
		createVervolg(w.lid, vervolg({ inId }));
		expect(openVoor(inId)).toEqual([]);
	});
});
