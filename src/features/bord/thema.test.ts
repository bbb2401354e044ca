import { parse, safeParse } from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { maakTeam } from '#features/leeromgeving/test-team.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { editDocument } from '#sync/server/edit.ts';
import { sync } from '#sync/server/rooms.ts';
import { createBord, removeBord } from './bord.write.server.ts';
import { createBriefje } from './briefje.write.server.ts';
import { bordNaam } from './document.ts';
import { haalGroepWeg, maakGroep, noemGroep, voegSamen } from './document.groep.ts';
import { nieuwId } from './id.ts';
import { gelijkend } from './lijkt.ts';
import { groepSleutel, ThemaGroep, ThemaInput } from './thema.input.ts';
import { listThemas } from './thema.read.server.ts';
import { createThema, removeThema, removeUitThema } from './thema.write.server.ts';
import { bordWereld, LEEG, type BordWereld } from './test-regie.ts';

let w: BordWereld;
let ander: string;
beforeEach(() => {
	w = bordWereld();
	ander = w.maak(w.lid, { titel: 'Een ander bord' });
});

const project = (bordId: string) => sync().rooms.get(bordNaam(bordId))!.projection.run();
function groep(bordId: string, naam: string, briefjes = 0) {
	const id = nieuwId();
	const briefjeIds = Array.from(
		{ length: briefjes },
		() => createBriefje(w.lid, { bordId, id: '', tekst: 'Iets', soort: '', fase: undefined }).id,
	);
	editDocument(w.systeem, bordNaam(bordId), (doc) => maakGroep(doc, { id, naam, briefjeIds }));
	project(bordId);
	return { bordId, groepId: id };
}
const wijzig = (bordId: string, edit: Parameters<typeof editDocument>[2]) => {
	editDocument(w.systeem, bordNaam(bordId), edit);
	project(bordId);
};
const zie = (actor = w.student) => listThemas(actor, w.teamId);
const themas = () => zie().themas.map(({ naam, groepen }) => [naam, groepen.map((g) => g.naam)]);
const maak = (naam: string, groepen: ReturnType<typeof groep>[], actor = w.lid) =>
	createThema(actor, { leeromgevingId: w.teamId, naam, groepen });

describe('what looks alike', () => {
	const van = (...namen: [bordId: string, naam: string][]) =>
		gelijkend(namen.map(([bordId, naam], at) => ({ bordId, id: `${at}`, naam }))).map(
			({ woord, groepen }) => [woord, groepen.map(({ naam }) => naam)],
		);
	test('shares a word, on more than one bord', () => {
		expect(van(['a', 'Aanbellen bij buren'], ['b', 'Wie belt er áán? Aanbelt'])).toEqual([
			['aanbelt', ['Aanbellen bij buren', 'Wie belt er áán? Aanbelt']],
		]);
		expect(van(['a', 'Vertrouwen'], ['a', 'Vertrouwen groeit'])).toEqual([]);
		expect(van(['a', 'Met de mensen'], ['b', 'De mensen van hier']), 'says nothing').toEqual([]);
		expect(van(['a', 'Zien wij elkaar?'], ['b', 'Wij zijn bang']), 'nor who it is of').toEqual([]);
		expect(van(['a', 'Iets te doen'], ['b', 'Zelf doen']), 'nor what is always done').toEqual([]);
		expect(van(['a', ''], ['b', ''], ['a', '…'], ['b', '…'])).toEqual([]);
	});
	test('is told once, and most borden first', () => {
		expect(
			van(
				['a', 'Brieven lezen'],
				['b', 'Brieven lezen'],
				['a', 'Taal'],
				['b', 'Taal'],
				['c', 'Taal'],
			),
		).toEqual([
			['taal', ['Taal', 'Taal', 'Taal']],
			['brieven', ['Brieven lezen', 'Brieven lezen']],
		]);
	});
});

describe('the themas of a team', () => {
	test('are shown, and joined by people alone', () => {
		const een = groep(w.id, 'De brief helpt niet', 2);
		const twee = groep(ander, 'Weer een brief');
		expect(zie()).toMatchObject({
			themas: [],
			lijken: [{ woord: 'brief', groepen: [{ aantal: 2, bord: LEEG.titel }, { aantal: 0 }] }],
			may: { write: false },
		});
		maak('Brieven', [een]);
		maak('Brieven', [twee, een]);
		expect(themas()).toEqual([['Brieven', ['De brief helpt niet', 'Weer een brief']]]);
		expect(zie(w.lid)).toMatchObject({ los: [], lijken: [], may: { write: true } });
	});

	test('follow the bord: another name, a group that goes, a bord that is removed', () => {
		const een = groep(w.id, 'Taal');
		const twee = groep(ander, 'Andere taal');
		maak('Taal', [een, twee]);
		wijzig(w.id, (doc) => noemGroep(doc, { id: een.groepId, naam: 'Moeilijke woorden' }));
		expect(themas()).toEqual([['Taal', ['Moeilijke woorden', 'Andere taal']]]);
		wijzig(w.id, (doc) => haalGroepWeg(doc, een.groepId));
		removeBord(w.lid, { id: ander });
		expect(themas()).toEqual([['Taal', []]]);
		expect(zie().los).toEqual([]);
	});

	test('lose a group, and go with the last', () => {
		const een = groep(w.id, 'Taal');
		const twee = groep(ander, 'Taal');
		maak('Taal', [een, twee]);
		const waar = { leeromgevingId: w.teamId, themaId: zie().themas[0]!.id };
		removeUitThema(w.lid, { ...waar, groep: een });
		expect(zie().los.map(({ sleutel }) => sleutel)).toEqual([groepSleutel(w.id, een.groepId)]);
		removeUitThema(w.lid, { ...waar, groep: twee });
		expect(zie().themas).toEqual([]);
		maak('Taal', [een]);
		removeThema(w.lid, { ...waar, themaId: zie().themas[0]!.id });
		expect(zie()).toMatchObject({ themas: [], los: [{}, {}] });
	});

	test('keep a group that went into another, and lose it as that one', () => {
		const [een, twee] = [groep(w.id, 'Taal'), groep(w.id, 'Woorden')];
		const derde = groep(ander, 'Taal');
		maak('Taal', [een, derde]);
		wijzig(w.id, (doc) => voegSamen(doc, { van: een.groepId, naar: twee.groepId }));
		expect(themas()).toEqual([['Taal', ['Woorden', 'Taal']]]);
		expect(zie().los).toEqual([]);
		const themaId = zie().themas[0]!.id;
		removeUitThema(w.lid, { leeromgevingId: w.teamId, themaId, groep: twee });
		expect(themas()).toEqual([['Taal', ['Taal']]]);
	});

	test('two who call it the same at once make one, and take a group out once', () => {
		const [een, twee] = [groep(w.id, 'Taal'), groep(ander, 'Taal')];
		maak('Moeilijke woorden', [een]);
		maak('moeilijke Woorden', [twee], w.trekker);
		expect(themas()).toEqual([['Moeilijke woorden', ['Taal', 'Taal']]]);
		const uit = { leeromgevingId: w.teamId, themaId: zie().themas[0]!.id, groep: een };
		removeUitThema(w.lid, uit);
		removeUitThema(w.trekker, uit);
		expect(themas()).toEqual([['Moeilijke woorden', ['Taal']]]);
	});

	test('are of one team', () => {
		const hier = groep(w.id, 'Taal');
		const team = maakTeam(w.systeem);
		const daar = groep(createBord(w.systeem, { ...LEEG, leeromgevingId: team }).id, 'Taal');
		expect(() => maak('Taal', [hier, daar])).toThrow(Invalid);
		expect(() => maak('Taal', [{ bordId: w.id, groepId: daar.groepId }])).toThrow(Invalid);
		maak('Taal', [hier]);
		const themaId = zie().themas[0]!.id;
		expect(() => removeThema(w.systeem, { leeromgevingId: team, themaId })).toThrow(NotFound);
		for (const actor of [w.student, w.observator, w.lector])
			expect(() => maak('X', [hier], actor)).toThrow(Forbidden);
		expect(() => zie(w.buiten)).toThrow(Forbidden);
		expect(themas()).toEqual([['Taal', ['Taal']]]);
	});

	test('are asked for with one value for each group', () => {
		const [bordId, groepId] = [nieuwId(), nieuwId()];
		const groepen = groepSleutel(bordId, groepId);
		expect(parse(ThemaInput, { naam: 'Taal', groepen }).groepen).toEqual([{ bordId, groepId }]);
		expect(parse(ThemaGroep, { themaId: 'x', groep: groepen }).groep).toEqual({ bordId, groepId });
		for (const wrong of ['', [], bordId, `${groepen} ${groepId}`, "' or 1"])
			expect(safeParse(ThemaInput, { naam: 'Taal', groepen: wrong }).success).toBe(false);
	});
});
