import { beforeEach, expect, test } from 'vitest';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { alsVragen } from '#features/bijeenkomst/waarschuw.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { freshDb } from '#server/db/test-db.ts';
import { NotFound } from '#server/errors.ts';
import type { RegelNieuw } from './input.ts';
import { detailRegel } from './read.server.ts';
import { createRegel, updateRegel, updateUren } from './regel.write.server.ts';
import { listRegelTwijfels } from './twijfel.read.server.ts';

/** From two until half past four. */
let id: string;
let systeem: SysteemActor;
let team: string;
let trekker: PersoonActor;
beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	trekker = maakLid(systeem, team, 'trekker');
	id = maakBijeenkomst(systeem, team, {});
});

const JOKE: RegelNieuw = {
	...{ persoonId: null, naam: 'Joke', organisatie: '', perspectief: 'bewoner', van: '' },
	...{ tot: '', dagdeelId: null, buitenRegio: false },
};
const zet = (part: Partial<RegelNieuw> = {}, bijeenkomstId = id) => ({
	bijeenkomstId,
	regelId: createRegel(trekker, { ...JOKE, ...part, bijeenkomstId }).id,
});
type Plek = ReturnType<typeof zet>;
const lees = (plek: Plek) => listRegelTwijfels(trekker, plek);
function na(plek: Plek, wijzig: () => void) {
	const was = lees(plek);
	wijzig();
	return alsVragen(lees(plek), { was });
}
const bewaar = (plek: Plek, part: object) => () => {
	const { naam, organisatie, perspectief, buitenRegio, status, van, tot } = detailRegel(
		trekker,
		plek,
	);
	const nu = { naam, organisatie, perspectief, buitenRegio, status, van, tot };
	updateRegel(trekker, { ...plek, ...nu, ...part });
};

const LANGER = 'Dit is langer dan de bijeenkomst duurde.';
const ONBEKEND = 'Deze organisatie kennen we nog niet. De uren zijn nog toe te wijzen.';

test('AC-45: at two places at once, an unknown organisatie and odd times, each at its field', () => {
	const { persoonId } = maakLid(systeem, team, 'lid');
	const elders = maakBijeenkomst(systeem, team, { titel: 'Stille bijeenkomst' });
	expect(alsVragen(lees(zet({ persoonId, naam: '' }, elders)))).toEqual({});
	const { regelId } = zet({ persoonId, naam: '' });
	expect(alsVragen(lees({ bijeenkomstId: id, regelId }))).toEqual({
		persoonId: "lid stond toen ook op de lijst van 'Stille bijeenkomst'.",
	});
	expect(alsVragen(lees(zet({ organisatie: 'De Buurtkamer', van: '13.00' })))).toEqual({
		organisatie: ONBEKEND,
		van: LANGER,
	});
	expect(alsVragen(lees(zet({ naam: 'joke', tot: '17.00' })))).toEqual({ tot: LANGER });
});

test('who left before it began, or came when it was over, is asked about: no hours follow', () => {
	const ernaast = 'Toen was de bijeenkomst er niet. Zo tellen er geen uren.';
	expect(alsVragen(lees(zet({ naam: 'Ruben', tot: '14.00' })))).toEqual({ tot: ernaast });
	expect(alsVragen(lees(zet({ naam: 'Yıldız', van: '21.00' })))).toEqual({ van: ernaast });
	expect(alsVragen(lees(zet({ naam: 'Sanne', van: '16.29', tot: '16.30' })))).toEqual({});
});

test('what nobody filled in is no question, nor two who are called alike', () => {
	for (const naam of ['Joke', 'joke']) expect(lees(zet({ naam }))).toEqual([]);
	expect(lees(zet({ naam: 'Ruben', perspectief: 'beleid' }))).toEqual([]);
});

test('what was so already is not asked again; of something else it is', () => {
	const plek = zet({ organisatie: 'De Buurtkamer', tot: '17.00' });
	expect(na(plek, bewaar(plek, { naam: 'Joke van Dalen' }))).toEqual({});
	expect(na(plek, bewaar(plek, { tot: '17.30' }))).toEqual({ tot: LANGER });
	expect(na(plek, bewaar(plek, { organisatie: 'Het Buurthuis' }))).toEqual({
		organisatie: ONBEKEND,
	});
	expect(na(plek, bewaar(plek, { tot: '' }))).toEqual({});
	const uren = (minuten: number) => () =>
		updateUren(trekker, { ...plek, uren: minuten, reden: 'Opgeruimd.' });
	expect(na(plek, uren(180))).toEqual({ uren: LANGER });
	expect(na(plek, uren(120))).toEqual({});
});

test('who comes to be there after all may be somewhere else by then', () => {
	const { persoonId } = maakLid(systeem, team, 'lid');
	const elders = maakBijeenkomst(systeem, team, { titel: 'Stille bijeenkomst' });
	const plek = zet({ persoonId, naam: '' });
	bewaar(plek, { status: 'afwezig' })();
	zet({ persoonId, naam: '' }, elders);
	expect(Object.keys(na(plek, bewaar(plek, { status: 'aanwezig' })))).toEqual(['persoonId']);
	expect(na(plek, bewaar(plek, { tot: '16.00' }))).toEqual({});
});

test('only for who may see the list', () => {
	const plek = zet({ organisatie: 'De Buurtkamer' });
	const ander = maakLid(systeem, maakTeam(systeem, { naam: 'Elders', volgnummer: 2 }), 'trekker');
	expect(() => listRegelTwijfels(ander, plek)).toThrow(NotFound);
});
