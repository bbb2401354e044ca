import type { SysteemActor } from '#access/actor.ts';
import { createBijeenkomst, removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { createAntwoord, createOpmerking } from '#features/opmerking/write.server.ts';
import type { TekstMark, TekstNode } from '#features/tekst/node.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { opmerkingWaar } from '#features/verslag/gesprek.server.ts';
import { createSjabloon } from '#features/sjabloon/write.server.ts';
import { createVersie } from '#features/versie/write.server.ts';
import { createControle, createErratum, finaliseVerslag } from '#features/verslag/write.server.ts';
import { newId } from '#server/id.ts';
import { editDocument } from '#sync/server/edit.ts';
import { dag, noteer, woord, type Plek } from './fixture.ts';
import { maakAanmelding } from './veiligheid-aanmelding.ts';
import { maakAgenda } from './veiligheid-agenda.ts';
import { maakCode } from './veiligheid-code.ts';
import { maakErvaring } from './veiligheid-ervaring.ts';
import { maakKenniscafe } from './veiligheid-kenniscafe.ts';
import { maakPresentie } from './veiligheid-presentie.ts';
import { maakMeer, maakReeksen } from './veiligheid-reeks.ts';

type Woorden = Record<string, string>;
const STATEN = ['concept', 'ter-controle', 'vastgesteld', 'weggehaald'] as const;
type Staat = (typeof STATEN)[number];
/** What belongs to a bijeenkomst beside its verslag. */
const ROND = [
	maakMeer,
	maakAgenda,
	maakAanmelding,
	maakPresentie,
	maakCode,
	maakKenniscafe,
	maakErvaring,
];

const text = (words: string, ...marks: TekstMark[]): TekstNode[] => [
	{ type: 'text', text: words, ...(marks.length > 0 && { marks }) },
];
const alinea = (content: TekstNode[]): TekstNode => ({ type: 'paragraph', content });

/** A word in everything that a verslag can hold. */
function tekstMet(w: Woorden, persoonId: string): TekstNode {
	const attrs = { id: newId(), door: persoonId, op: '2020-01-01T12:00:00.000Z' };
	const actie = { id: newId(), wie: w['wie'] ?? '', wieId: '', wanneer: '', klaar: false };
	return {
		type: 'doc',
		content: [
			{ type: 'heading', attrs: { level: 2 }, content: text(w['kop'] ?? '') },
			alinea(text(w['tekst'] ?? '')),
			...(w['voorstel'] ? [alinea(text(w['voorstel'], { type: 'voorstelErbij', attrs }))] : []),
			{ type: 'actiepunt', attrs: actie, content: text(w['actiepunt'] ?? '') },
			{ type: 'besluit', attrs: { id: newId() }, content: text(w['besluit'] ?? '') },
		],
	};
}

/** A remark with an answer, beside the text as a whole. */
function merkOp(systeem: SysteemActor, team: Plek, [staat, bijeenkomstId]: [Staat, string]) {
	const waar = opmerkingWaar(systeem, bijeenkomstId);
	const woorden = { opmerking: woord(), citaat: woord(), antwoord: woord() };
	const { opmerking: tekst, citaat, antwoord } = woorden;
	const { id: opId } = createOpmerking(systeem, { waar, van: '', tot: '', citaat, tekst });
	createAntwoord(systeem, { waar, opId, tekst: antwoord });
	noteer(team, ['opmerking', staat], { id: opId, woorden });
}

function brengTot(systeem: SysteemActor, bijeenkomstId: string, staat: Staat): Woorden {
	if (staat === 'ter-controle') createControle(systeem, { bijeenkomstId });
	if (staat === 'weggehaald') removeBijeenkomst(systeem, bijeenkomstId);
	if (staat !== 'vastgesteld') return {};
	const erratum = woord();
	finaliseVerslag(systeem, { bijeenkomstId });
	createErratum(systeem, { bijeenkomstId, tekst: erratum });
	return { erratum };
}

const VELDEN = ['titel', 'plaats', 'kop', 'tekst', 'actiepunt', 'wie', 'besluit'];
const woordenVoor = (staat: Staat): Woorden =>
	Object.fromEntries(
		// while a proposal waits, nothing is vastgesteld
		[...VELDEN, ...(staat === 'vastgesteld' ? [] : ['voorstel'])].map((veld) => [veld, woord()]),
	);

/** Bijeenkomsten of a team, one with a verslag in each state, each with everything it can hold. */
export function maakBijeenkomsten(systeem: SysteemActor, team: Plek) {
	const persoonId = team.mensen[0]?.persoonId ?? '';
	const vast = { leeromgevingId: team.id, datum: dag('1 juni 2090'), begin: '14.00', eind: '' };
	for (const staat of STATEN) {
		const w = woordenVoor(staat);
		const { titel = '', plaats = '' } = w;
		const { id } = createBijeenkomst(systeem, { ...vast, titel, plaats });
		editDocument(systeem, verslagNaam(id), (doc) => writeTekst(doc, tekstMet(w, persoonId)));
		maakVersie(systeem, team, [staat, id]);
		merkOp(systeem, team, [staat, id]);
		if (staat === 'concept') maakSjabloon(systeem, team, id);
		for (const maak of ROND) maak(systeem, team, id, staat);
		const woorden = { ...w, ...brengTot(systeem, id, staat) };
		noteer(team, ['bijeenkomst', staat], { id, woorden });
	}
	maakReeksen(systeem, team);
}

function maakVersie(systeem: SysteemActor, team: Plek, [staat, bijeenkomstId]: [Staat, string]) {
	const naam = woord();
	const { id } = createVersie(systeem, { bijeenkomstId, naam });
	noteer(team, ['versie', staat], { id, woorden: { naam } });
}

function maakSjabloon(systeem: SysteemActor, team: Plek, bijeenkomstId: string) {
	const naam = woord();
	const { id } = createSjabloon(systeem, { bijeenkomstId, naam, voor: 'team' });
	noteer(team, ['sjabloon', 'van het team'], { id, woorden: { naam } });
}
