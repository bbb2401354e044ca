import { beforeEach, describe, expect, test } from 'vitest';
import { NIEMAND, type Actor, type PersoonActor } from '#access/actor.ts';
import { mayReadPraktijkvraag, mayWritePraktijkvraag } from '#access/leervraag.ts';
import { persoonActor } from '#access/test-actors.ts';
import { maakThema, maakWerkplaats, metRol } from '#features/persoon/test-wereld.ts';
import { iedereen, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { freshDb } from '#server/db/test-db.ts';
import { basisLeervraag } from './basis.ts';
import {
	detailLeervraag,
	detailPraktijkvraag,
	listHoofdvragen,
	listLeervragen,
	listPraktijkvragen,
	listVragenVan,
} from './read.server.ts';
import {
	createKoppeling,
	createLeervraag,
	createLoslating,
	derivePraktijkvraag,
	removeKoppeling,
	updateLeervraag,
	updatePraktijkvraag,
	withdrawLoslating,
} from './write.server.ts';

let werkplaatsId: string;
let systeem: Actor;
let team: string;

beforeEach(() => {
	freshDb();
	({ werkplaatsId, systeem } = maakWerkplaats());
	team = maakTeam(systeem);
});

const VRAAG = {
	tekst: 'Wat is het optimale model tussen de nulde en de tweede lijn?',
	themaId: null,
	herkomst: 'kennisagenda',
	perspectief: null,
} as const;

const PRAKTIJK = { perspectief: null, indienerId: null, organisatieId: null } as const;

const leervraag = (part: object = {}) =>
	createLeervraag(systeem, { ...VRAAG, leeromgevingIds: [team], ...part }).id;
const praktijkvraag = (tekst: string, leervraagIds: string[] = []) =>
	derivePraktijkvraag(systeem, { ...PRAKTIJK, tekst, leervraagIds, leeromgevingId: team }).id;

test('two leervragen, five praktijkvragen, one dropped: the trail runs both ways (AC-12)', () => {
	const a = leervraag();
	const b = leervraag({ tekst: 'Hoe komen we tot een integraal dienstverleningsconcept' });
	const ids = ['invulling', 'ruimte', 'preventief', 'medisch', 'doorontwikkelen'].map((tekst) =>
		praktijkvraag(tekst, tekst === 'ruimte' ? [a, b] : [a]),
	);
	createLoslating(systeem, { vraagId: ids[3]!, reden: 'Dit doet een ander team al.' });

	expect(detailLeervraag(systeem, a).praktijkvragen).toHaveLength(5);
	expect(detailLeervraag(systeem, b).praktijkvragen.map((v) => v.tekst)).toEqual(['ruimte']);
	expect(detailPraktijkvraag(systeem, ids[1]!).leervragen.map((v) => v.id)).toEqual([a, b]);
	expect(detailPraktijkvraag(systeem, ids[3]!).losgelaten?.reden).toBe(
		'Dit doet een ander team al.',
	);
	expect(listVragenVan(systeem, team).praktijkvragen).toHaveLength(5);
});

test('either may stand alone', () => {
	expect(detailLeervraag(systeem, leervraag()).praktijkvragen).toEqual([]);
	expect(detailPraktijkvraag(systeem, praktijkvraag('los')).leervragen).toEqual([]);
});

test('dropped twice is refused; taken up again keeps why it was dropped', () => {
	const vraagId = leervraag();
	createLoslating(systeem, { vraagId, reden: 'Te groot.' });
	expect(() => createLoslating(systeem, { vraagId, reden: 'Nog eens.' })).toThrow(Invalid);
	withdrawLoslating(systeem, { vraagId });
	const detail = detailLeervraag(systeem, vraagId);
	expect(detail.losgelaten).toBeNull();
	expect(detail.loslatingen.map((l) => l.reden)).toEqual(['Te groot.']);
	createLoslating(systeem, { vraagId, reden: 'Toch te groot.' });
	expect(detailLeervraag(systeem, vraagId).losgelaten?.reden).toBe('Toch te groot.');
});

test('every text is kept, with who wrote it; a change of status is no version', () => {
	const id = leervraag();
	const start = { ...VRAAG, status: 'nieuw' as const };
	updateLeervraag(maakLid(systeem, team, 'lid'), { id, ...start, tekst: 'Korter?' });
	updateLeervraag(systeem, { id, ...start, tekst: 'Korter?', status: 'onderzoek' });
	const { versies, status } = detailLeervraag(systeem, id);
	expect(versies.map((v) => [v.tekst, v.door])).toEqual([
		['Korter?', 'lid van het team'],
		[VRAAG.tekst, ''],
	]);
	expect(status).toBe('onderzoek');
});

test('who is not in the team sees the versions without names', () => {
	const id = createLeervraag(maakLid(systeem, team, 'lid'), {
		...VRAAG,
		leeromgevingIds: [team],
	}).id;
	expect(detailLeervraag(persoonActor({ werkplaatsId }), id).versies[0]!.door).toBe('');
});

test('two people change one text and see both', () => {
	const id = leervraag();
	const start = { ...VRAAG, status: 'nieuw' as const };
	const basis = basisLeervraag(start);
	updateLeervraag(systeem, { id, ...start, tekst: 'Van Ruben' }, basis);
	expect(() => updateLeervraag(systeem, { id, ...start, tekst: 'Van mij' }, basis)).toThrow(
		Conflict,
	);
	updateLeervraag(systeem, { id, ...start, herkomst: 'gemeente' }, basis);
	expect(detailLeervraag(systeem, id)).toMatchObject({ tekst: 'Van Ruben', herkomst: 'gemeente' });
});

test('the agenda lists leervragen with their teams; a team takes one and puts it back', () => {
	const themaId = maakThema(werkplaatsId, 'Armoede');
	const leervraagId = leervraag({ leeromgevingIds: [], themaId });
	expect(listLeervragen(systeem)).toMatchObject([{ themaId, leeromgevingen: [] }]);
	const actor = maakLid(systeem, team, 'lid');
	createKoppeling(actor, { leervraagId, leeromgevingId: team });
	createKoppeling(actor, { leervraagId, leeromgevingId: team });
	expect(listLeervragen(systeem)[0]!.leeromgevingen.map((t) => t.id)).toEqual([team]);
	expect(listHoofdvragen(systeem)).toEqual({ [team]: VRAAG.tekst });
	removeKoppeling(actor, { leervraagId, leeromgevingId: team });
	expect(listLeervragen(systeem)[0]!.leeromgevingen).toEqual([]);
});

test('nobody takes the leervraag of another team to change it, or names a stranger as its source', () => {
	const ander = maakTeam(systeem);
	const leervraagId = leervraag({ leeromgevingIds: [ander] });
	const actor = maakLid(systeem, team, 'lid');
	expect(() => createKoppeling(actor, { leervraagId, leeromgevingId: team })).toThrow(Forbidden);
	const stranger = maakLid(systeem, ander, 'lid') as PersoonActor;
	const bron = { leeromgevingId: team, indienerId: stranger.persoonId };
	const vraag = { tekst: 'Wie?', leervraagIds: [], perspectief: null, organisatieId: null };
	expect(() => derivePraktijkvraag(actor, { ...vraag, ...bron })).toThrow(Invalid);
});

describe('who sees and changes what', () => {
	test('the lists equal what may be read', () => {
		const ander = maakTeam(systeem);
		leervraag();
		praktijkvraag('van dit team');
		derivePraktijkvraag(systeem, {
			...PRAKTIJK,
			tekst: 'van een ander team',
			leervraagIds: [],
			leeromgevingId: ander,
		});
		for (const actor of [...iedereen(systeem, team), NIEMAND]) {
			const readable = [team, ander].filter((leeromgevingId) =>
				mayReadPraktijkvraag(actor, { werkplaatsId, leeromgevingId }),
			);
			expect(listPraktijkvragen(actor).map((v) => v.leeromgevingId)).toEqual(readable);
			expect(listLeervragen(actor)).toHaveLength(actor === NIEMAND ? 0 : 1);
		}
	});

	test('a leervraag shows its praktijkvragen only to who may read them', () => {
		const id = leervraag();
		const vraag = praktijkvraag('van dit team', [id]);
		for (const actor of iedereen(systeem, team)) {
			const may = mayReadPraktijkvraag(actor, { werkplaatsId, leeromgevingId: team });
			expect(detailLeervraag(actor, id).praktijkvragen).toHaveLength(may ? 1 : 0);
			if (!may) expect(() => detailPraktijkvraag(actor, vraag)).toThrow(NotFound);
			if (!may) expect(() => listVragenVan(actor, team)).toThrow(Forbidden);
		}
	});

	test('only writers of the team change, drop and derive', () => {
		const id = leervraag();
		for (const actor of iedereen(systeem, team)) {
			const vraagId = praktijkvraag('vraag', [id]);
			const may = mayWritePraktijkvraag(actor, { werkplaatsId, leeromgevingId: team });
			const input = { ...PRAKTIJK, tekst: 'x', leervraagIds: [] };
			const acts = [
				() => derivePraktijkvraag(actor, { ...input, leeromgevingId: team }),
				() =>
					updatePraktijkvraag(actor, { ...input, id: vraagId, status: 'beantwoord', antwoord: '' }),
				() => createLoslating(actor, { vraagId, reden: 'x' }),
				() => createLeervraag(actor, { ...VRAAG, leeromgevingIds: [team] }),
			];
			for (const act of acts) {
				if (may) expect(act).not.toThrow();
				else expect(act).toThrow();
			}
		}
	});

	test('a lid cannot put a leervraag into another team', () => {
		const ander = maakTeam(systeem);
		const actor = maakLid(systeem, team, 'trekker');
		const both = { ...VRAAG, leeromgevingIds: [team, ander] };
		expect(() => createLeervraag(actor, both)).toThrow(Forbidden);
		expect(() => createLeervraag(actor, { ...VRAAG, leeromgevingIds: [] })).toThrow(Forbidden);
	});

	test('another werkplaats has nothing of this one', () => {
		const id = leervraag();
		const vraag = praktijkvraag('hier');
		const elders = metRol(maakWerkplaats('DHL').werkplaatsId, 'coordinator');
		expect(listLeervragen(elders)).toEqual([]);
		expect(() => detailLeervraag(elders, id)).toThrow(NotFound);
		expect(() => detailPraktijkvraag(elders, vraag)).toThrow(NotFound);
		expect(() => createLoslating(elders, { vraagId: id, reden: 'x' })).toThrow(NotFound);
		const daar = maakTeam(elders);
		const derive = () =>
			derivePraktijkvraag(elders, {
				...PRAKTIJK,
				tekst: 'x',
				leervraagIds: [id],
				leeromgevingId: daar,
			});
		expect(derive).toThrow(Invalid);
	});
});
