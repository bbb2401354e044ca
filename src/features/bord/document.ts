import * as Y from 'yjs';
import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import type { Shape } from '#sync/kind.ts';
import { documentName } from '#sync/name.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { BEGINSTAND, type BordBeeld, type BriefjeBeeld, type Standbeeld } from './beeld.ts';
import type { AfspraakBeeld, GroepBeeld, InzichtBeeld } from './beeld.ts';
import { groepenNu, groepNu, leesUitslag, leesVerhalen } from './document.stip.ts';
import { dingen, OWN, ROOTS, wortel } from './document.wortel.ts';
import { isId } from './id.ts';
import { isOrde, leesPlek, naOrde, ordeVan } from './orde.ts';
import { BORD_SOORTEN, BRIEFJE_NAMEN, INZICHT_SOORTEN } from './soort.ts';
import type { BriefjeSoort, InzichtSoort } from './soort.ts';

export { groepNu };
export { dingen, wortel, type Wortel } from './document.wortel.ts';

export const BORD = 'bord';

export const bordNaam = (bordId: string) => documentName({ kind: BORD, id: bordId });

/** Characters that are read of what people type; more is written by no screen. */
export const MAX = { naam: 120, tekst: 1000, tegen: 1000, wat: 600, effect: 600 } as const;
export const MAX_WIE = 120;
export const MAX_WANNEER = 120;

const isShort = (max: number) => (value: unknown) =>
	typeof value === 'string' && value.length <= max;
const isNever = () => false;
const isKey = (value: unknown, all: object): value is string =>
	typeof value === 'string' && Object.hasOwn(all, value);

/** What a member may write under each name; texts are types of their own, never a value. */
const ALLOWS = new Map<string, (value: unknown) => boolean>([
	['naam', isNever],
	['tekst', isNever],
	['tegen', isNever],
	['wat', isNever],
	['effect', isNever],
	['uit', isNever],
	['orde', isOrde],
	['soort', (value) => isKey(value, INZICHT_SOORTEN)],
	['wieId', (value) => value === '' || isId(value)],
	['wie', isShort(MAX_WIE)],
	['wanneer', isShort(MAX_WANNEER)],
]);

/** A bord as it may be. Under an id stands a thing, the place of a briefje, or that it belongs. */
export const BORD_SHAPE: Shape = {
	version: 1,
	roots: Object.fromEntries(ROOTS.map((name) => [name, 'map' as const])),
	elements: {},
	marks: [],
	own: OWN,
	maxAttribute: 4096,
	allowsValue(key, value) {
		const allows = isId(key)
			? (one: unknown) => one === true || leesPlek(one) !== undefined
			: ALLOWS.get(key);
		return allows !== undefined && (value === null || value === undefined || allows(value));
	},
};

/** Brings a document of an older version to this one. There is no older version yet. */
export function upgrade(doc: Y.Doc): void {
	for (const name of ROOTS) wortel(doc, name);
}

/** Half a character at the end, and lines without words, are no loss to who reads. */
function woorden(value: unknown, max: number): string {
	const text = value instanceof Y.Text || typeof value === 'string' ? value.toString() : '';
	return text.slice(0, max).toWellFormed().trim();
}

const regel = (value: unknown, max: number) => woorden(value, max).replaceAll(/\s+/g, ' ');
const getal = (value: unknown) => (Number.isFinite(value) ? Math.max(0, Number(value)) : 0);
const vast = (value: unknown) => (typeof value === 'string' ? value : '');
const ordeIn = (ding: Y.Map<unknown>) => {
	const orde = ding.get('orde');
	return isOrde(orde) ? orde : ordeVan(0);
};

const RONDES = { '': true, open: true, dicht: true, uitslag: true };

/** What the server says; of what is no such value the begin. */
function leesStand(doc: Y.Doc): Standbeeld {
	const stand: Record<string, unknown> = { ...BEGINSTAND };
	for (const [key, value] of wortel(doc, 'stand')) {
		if (!Object.hasOwn(BEGINSTAND, key)) continue;
		const begin = BEGINSTAND[key as keyof Standbeeld];
		const isTime = begin === null && (value === null || typeof value === 'number');
		if (isTime || typeof value === typeof begin) stand[key] = value;
	}
	if (!isKey(stand['fase'], FASEN)) stand['fase'] = BEGINSTAND.fase;
	if (!isKey(stand['soort'], BORD_SOORTEN)) stand['soort'] = BEGINSTAND.soort;
	if (!isKey(stand['ronde'], RONDES)) stand['ronde'] = BEGINSTAND.ronde;
	if (stand['klaarMet'] !== 'afgerond') stand['klaarMet'] = '';
	return stand as unknown as Standbeeld;
}

function leesBriefje(id: string, ding: Y.Map<unknown>): BriefjeBeeld {
	const [fase, soort, perspectief] = ['fase', 'soort', 'perspectief'].map((key) => ding.get(key));
	const nr = getal(ding.get('nr'));
	return {
		id,
		tekst: vast(ding.get('tekst')),
		fase: isKey(fase, FASEN) ? (fase as Fase) : 'delen',
		soort: isKey(soort, BRIEFJE_NAMEN) ? (soort as BriefjeSoort) : '',
		perspectief: isKey(perspectief, PERSPECTIEVEN) ? (perspectief as Perspectief) : '',
		wie: vast(ding.get('wie')),
		namens: ding.get('namens') === true,
		tafel: regel(ding.get('tafel'), MAX.naam),
		tafelronde: getal(ding.get('tafelronde')),
		nr,
		groepId: '',
		orde: ordeVan(nr),
	};
}

/** Each in one place: where it was put, or loose when nobody did, or that place is gone. */
function leesBriefjes(doc: Y.Doc): BriefjeBeeld[] {
	const plekken = wortel(doc, 'plek');
	return dingen(doc, 'briefjes')
		.map(([id, ding]) => {
			const plek = leesPlek(plekken.get(id));
			const groepId = plek?.groepId ? groepNu(doc, plek.groepId) : '';
			const isThere = plek && (groepId || !plek.groepId);
			return { ...leesBriefje(id, ding), ...(isThere && { ...plek, groepId }) };
		})
		.sort((a, b) => a.nr - b.nr || (a.id < b.id ? -1 : 1));
}

function leesGroepen(doc: Y.Doc): GroepBeeld[] {
	const stippen = leesUitslag(doc);
	return groepenNu(doc)
		.map(([id, ding]) => ({
			id,
			naam: regel(ding.get('naam'), MAX.naam),
			orde: ordeIn(ding),
			briefjes: [],
			stippen: stippen[id] ?? null,
		}))
		.sort(naOrde);
}

/** Of what it comes from, what is still there; of a groep what it went into. */
function leesUit(ding: Y.Map<unknown>, plaatsen: ReadonlyMap<string, number>): string[] {
	const [uit, doc] = [ding.get('uit'), ding.doc!];
	if (!(uit instanceof Y.Map)) return [];
	const groepen = wortel(doc, 'groepen');
	const nu = [...uit.keys()].map((id) => (groepen.has(id) ? groepNu(doc, id) : id));
	return [...new Set(nu)]
		.filter((id) => plaatsen.has(id))
		.sort((a, b) => plaatsen.get(a)! - plaatsen.get(b)!);
}

const plaatsenVan = (...lijsten: readonly { id: string }[][]) =>
	new Map(lijsten.flat().map(({ id }, at) => [id, at]));

function leesInzichten(doc: Y.Doc, plaatsen: ReadonlyMap<string, number>): InzichtBeeld[] {
	return dingen(doc, 'inzichten')
		.map(([id, ding]) => {
			const soort = ding.get('soort');
			return {
				id,
				soort: isKey(soort, INZICHT_SOORTEN) ? (soort as InzichtSoort) : 'inzicht',
				tekst: woorden(ding.get('tekst'), MAX.tekst),
				tegen: woorden(ding.get('tegen'), MAX.tegen),
				orde: ordeIn(ding),
				uit: leesUit(ding, plaatsen),
			};
		})
		.sort(naOrde);
}

function leesAfspraken(doc: Y.Doc, plaatsen: ReadonlyMap<string, number>): AfspraakBeeld[] {
	return dingen(doc, 'afspraken')
		.map(([id, ding]) => {
			const wieId = vast(ding.get('wieId'));
			const isBekend = isId(wieId);
			return {
				id,
				wat: woorden(ding.get('wat'), MAX.wat),
				wieId: isBekend ? wieId : '',
				wie: isBekend ? '' : regel(ding.get('wie'), MAX_WIE),
				wanneer: regel(ding.get('wanneer'), MAX_WANNEER),
				effect: woorden(ding.get('effect'), MAX.effect),
				orde: ordeIn(ding),
				uit: leesUit(ding, plaatsen),
			};
		})
		.sort(naOrde);
}

/** The bord as it lies there. Nothing that a document can hold makes this throw. */
export function leesBord(doc: Y.Doc): BordBeeld {
	const groepen = leesGroepen(doc);
	const perId = new Map(groepen.map((groep) => [groep.id, groep]));
	const briefjes = leesBriefjes(doc);
	const los: BriefjeBeeld[] = [];
	for (const one of [...briefjes].sort(naOrde)) (perId.get(one.groepId)?.briefjes ?? los).push(one);
	const inzichten = leesInzichten(doc, plaatsenVan(groepen, briefjes));
	const afspraken = leesAfspraken(doc, plaatsenVan(groepen, briefjes, inzichten));
	const verhalen = leesVerhalen(doc, briefjes);
	return { stand: leesStand(doc), briefjes, los, groepen, inzichten, afspraken, verhalen };
}
