import * as fc from 'fast-check';
import * as Y from 'yjs';
import { contentHash } from '#sync/server/canonical.ts';
import { applyGuarded, guard } from '#sync/server/guard.ts';
import { BORD_SHAPE, leesBord } from './document.ts';
import * as groepen from './document.groep.ts';
import * as oogst from './document.oogst.ts';
import { bronVan } from './document.tekst.ts';
import { haalVanTafel, legOpTafel, opTafel, wijzigTekst } from './document.server.ts';
import { zetStand, zetUitslag } from './document.server.ts';
import { INZICHT_SOORTEN, type InzichtSoort } from './soort.ts';
import { briefjeId, eenBord, eenBriefje, idNr } from './test-bord.ts';

type Getallen = readonly [number, number];
type Daad = (doc: Y.Doc, getallen: Getallen) => void;

const kies = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
const iemand = (doc: Y.Doc, soort: 'groepen' | 'inzichten' | 'afspraken', at: number) =>
	kies<{ id: string }>(leesBord(doc)[soort], at)?.id ?? idNr('niets', 0);
const eenVan = (doc: Y.Doc, at: number) => kies(leesBord(doc).briefjes, at)?.id ?? briefjeId(0);
/** A groep, or (once in a while) loose. */
const plaats = (doc: Y.Doc, at: number) => (at % 4 === 0 ? '' : iemand(doc, 'groepen', at));
const dingen = (doc: Y.Doc, [a, b]: Getallen) => [
	eenVan(doc, a),
	iemand(doc, 'groepen', b),
	iemand(doc, 'inzichten', a),
];
const SOORTEN = Object.keys(INZICHT_SOORTEN) as InzichtSoort[];
const WOORDEN = ['De brief', 'Wachten', 'Wie belt er?', '', 'een 😀 erbij', 'Ali\nen Joke'];
/** Begins anew with every history, so that a history that fails fails again. */
let made = 0;

/** What a member does with one hand or the keyboard. */
const LEDEN = {
	verplaats: (doc, [a, b]) => {
		const groepId = plaats(doc, b);
		const { groepen: all, los } = leesBord(doc);
		const daar = all.find(({ id }) => id === groepId)?.briefjes ?? los;
		const voor = kies([...daar, { id: null }], a + b)?.id ?? null;
		groepen.verplaatsBriefje(doc, { id: eenVan(doc, a), groepId, voor });
	},
	zet: (doc, [a, b]) => groepen.zetBriefje(doc, { id: eenVan(doc, a), groepId: plaats(doc, b) }),
	groep: (doc, [a, b]) =>
		groepen.maakGroep(doc, {
			id: idNr('groep', made++),
			briefjeIds: [eenVan(doc, a), eenVan(doc, b)],
			naam: kies(WOORDEN, a) ?? '',
		}),
	noem: (doc, [a, b]) =>
		groepen.noemGroep(doc, { id: iemand(doc, 'groepen', a), naam: kies(WOORDEN, b) ?? '' }),
	typ: (doc, [a, b]) => {
		const bron = bronVan(doc, 'groepen', { id: iemand(doc, 'groepen', a), veld: 'naam' });
		const length = bron.lees()?.length ?? 0;
		bron.wijzig({ van: b % (length + 1), weg: a % 3, erbij: b % 2 ? 'x' : '' });
	},
	volgorde: (doc, [a, b]) =>
		groepen.verplaatsGroep(doc, {
			id: iemand(doc, 'groepen', a),
			voor: b % 3 ? iemand(doc, 'groepen', b) : null,
		}),
	groepWeg: (doc, [a]) => groepen.haalGroepWeg(doc, iemand(doc, 'groepen', a)),
	ruimOp: (doc, [a]) => groepen.ruimGroepOp(doc, iemand(doc, 'groepen', a)),
	samen: (doc, [a, b]) =>
		groepen.voegSamen(doc, { van: iemand(doc, 'groepen', a), naar: iemand(doc, 'groepen', b) }),
	inzicht: (doc, [a, b]) =>
		oogst.maakInzicht(doc, {
			id: idNr('inzicht', made++),
			soort: kies(SOORTEN, a) ?? 'inzicht',
			tekst: kies(WOORDEN, b) ?? '',
			uit: dingen(doc, [a, b]),
		}),
	wijzigInzicht: (doc, [a, b]) =>
		oogst.wijzigInzicht(doc, {
			id: iemand(doc, 'inzichten', a),
			tegen: kies(WOORDEN, b) ?? '',
			soort: kies(SOORTEN, b) ?? 'inzicht',
			...(a % 2 && { uit: dingen(doc, [b, a]) }),
		}),
	inzichtWeg: (doc, [a]) => oogst.haalInzichtWeg(doc, iemand(doc, 'inzichten', a)),
	afspraak: (doc, [a, b]) =>
		oogst.maakAfspraak(doc, {
			id: idNr('afspraak', made++),
			wat: kies(WOORDEN, a) ?? '',
			wie: kies(WOORDEN, b) ?? '',
			uit: dingen(doc, [a, b]),
		}),
	wijzigAfspraak: (doc, [a, b]) =>
		oogst.wijzigAfspraak(doc, {
			id: iemand(doc, 'afspraken', a),
			wat: kies(WOORDEN, b) ?? '',
			effect: kies(WOORDEN, a) ?? '',
			wanneer: 'voor de zomer',
		}),
	afspraakWeg: (doc, [a]) => oogst.haalAfspraakWeg(doc, iemand(doc, 'afspraken', a)),
	rij: (doc, [a, b]) => {
		const waar = { id: iemand(doc, 'inzichten', a), voor: iemand(doc, 'inzichten', b) };
		oogst.verplaatsInzicht(doc, waar);
		oogst.verplaatsAfspraak(doc, { id: iemand(doc, 'afspraken', b), voor: null });
	},
} satisfies Record<string, Daad>;

/** What the server does meanwhile: what people write comes and goes. */
const SERVER = {
	legOpen: (doc, [a, b]) =>
		legOpTafel(
			doc,
			Array.from({ length: 1 + (a % 4) }, (_, n) =>
				eenBriefje(1 + ((a + n * 7) % 40), { nr: b + n }),
			),
		),
	tekst: (doc, [a, b]) => wijzigTekst(doc, { id: eenVan(doc, a), tekst: `Anders ${b}` }),
	weg: (doc, [a]) => haalVanTafel(doc, [eenVan(doc, a)]),
	stand: (doc, [a, b]) =>
		zetStand(doc, { geschreven: a, klokTot: b % 2 ? b : null, fase: a % 2 ? 'delen' : 'duiden' }),
	uitslag: (doc, [a, b]) => zetUitslag(doc, b % 3 ? { [iemand(doc, 'groepen', a)]: b } : {}),
} satisfies Record<string, Daad>;

const LIJN = [
	'hoor',
	'hoor',
	'zeg',
	'zeg',
	'weg',
	'terug',
	'herlaad',
	'ongedaan',
	'opnieuw',
] as const;
const DADEN = [
	...(Object.keys(LEDEN) as (keyof typeof LEDEN)[]),
	'verplaats',
	'verplaats',
	'zet',
	'groep',
	...(Object.keys(SERVER) as (keyof typeof SERVER)[]),
	...LIJN,
] as const;

/** Nothing of this takes a groep away: it only goes into another. */
export const SAMEN_DADEN = [
	...(['groep', 'samen', 'samen', 'verplaats', 'noem', 'volgorde'] as const),
	...(['stip', 'stip', 'legOpen', 'weg', 'terug', 'hoor', 'zeg', 'zeg', 'herlaad'] as const),
] as const;

type Daadnaam = (typeof DADEN)[number] | 'stip';

/** Who, what, and two numbers that say where. */
export type Stap = readonly [number, Daadnaam, number, number];

export const geschiedenis = (maxLength: number, daden: readonly Daadnaam[] = DADEN) =>
	fc.tuple(
		fc.integer({ min: 3, max: 6 }),
		fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...daden), fc.nat(999), fc.nat(999)), {
			maxLength,
			size: 'max',
		}),
	);

/** One act of a member, of those that any history is made of. */
export type LedenDaad = keyof typeof LEDEN;
export const LEDEN_DADEN = Object.keys(LEDEN) as LedenDaad[];
export const doeLid = (doc: Y.Doc, daad: LedenDaad, getallen: Getallen) =>
	LEDEN[daad](doc, getallen);

/** The server's side: guards and applies, and passes on to who is there. */
class Tafel {
	readonly doc = eenBord(8);
	readonly geweigerd: string[] = [];
	/** Dots, by the groep that each was given to. */
	readonly gegeven: { groepId: string; aantal: number }[] = [];
	keren = 0;

	stip([a, b]: Getallen) {
		const groep = kies(leesBord(this.doc).groepen, a);
		if (groep) this.gegeven.push({ groepId: groep.id, aantal: 1 + (b % 3) });
	}

	neem(update: Uint8Array) {
		this.keren++;
		try {
			guard(this.doc, update, { shape: BORD_SHAPE });
			if (!applyGuarded(this.doc, update)) this.geweigerd.push('bedorven');
		} catch (error) {
			this.geweigerd.push((error as Error).message);
		}
	}
}

/** One screen, with what is on its way to it and from it. */
class Scherm {
	doc: Y.Doc;
	herstel: Y.UndoManager;
	isOnline = true;
	readonly heen: Uint8Array[] = [];
	readonly terug: Uint8Array[] = [];
	readonly #tafel: Tafel;

	constructor(tafel: Tafel, client: number) {
		this.#tafel = tafel;
		[this.doc, this.herstel] = this.#open(Y.encodeStateAsUpdate(tafel.doc), client);
		tafel.doc.on('update', (update: Uint8Array) => this.isOnline && this.terug.push(update));
	}

	#open(state: Uint8Array, client: number): [Y.Doc, Y.UndoManager] {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, state, 'sync');
		doc.clientID = client;
		doc.on('update', (update: Uint8Array, _: unknown, __: Y.Doc, { local }: Y.Transaction) => {
			if (local && this.isOnline) this.heen.push(update);
		});
		return [doc, groepen.herstelVan(doc)];
	}

	/** A new page on the copy of this device. */
	herlaad() {
		[this.doc, this.herstel] = this.#open(Y.encodeStateAsUpdate(this.doc), this.doc.clientID + 100);
		this.meld();
	}

	zeg() {
		const update = this.heen.shift();
		if (update) this.#tafel.neem(update);
	}

	/** Not always in the order in which it was sent. */
	hoor(at: number) {
		const [update] = this.terug.splice(at % Math.max(1, this.terug.length), 1);
		if (update) Y.applyUpdate(this.doc, update, 'sync');
	}

	weg() {
		this.isOnline = false;
		this.heen.length = this.terug.length = 0;
	}

	/** The two halves of a hello, as after every reconnect. */
	meld() {
		this.weg();
		const { doc } = this.#tafel;
		this.#tafel.neem(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc)));
		const rest = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.doc));
		Y.applyUpdate(this.doc, rest, 'sync');
		this.isOnline = true;
	}
}

function doe(tafel: Tafel, scherm: Scherm, [, daad, a, b]: Stap) {
	if (daad in LEDEN) LEDEN[daad as keyof typeof LEDEN](scherm.doc, [a, b]);
	else if (daad in SERVER) SERVER[daad as keyof typeof SERVER](tafel.doc, [a, b]);
	else if (daad === 'stip') tafel.stip([a, b]);
	else if (daad === 'hoor') for (let n = 0; n <= a % 6; n++) scherm.hoor(b);
	else if (daad === 'zeg') for (let n = 0; n <= a % 6; n++) scherm.zeg();
	else if (daad === 'weg') scherm.weg();
	else if (daad === 'terug') scherm.meld();
	else if (daad === 'herlaad') scherm.herlaad();
	else if (daad === 'ongedaan') scherm.herstel.undo();
	else scherm.herstel.redo();
}

export interface Gespeeld {
	geweigerd: string[];
	/** Updates that were guarded. */
	keren: number;
	/** Every screen, the server, and the server's document written out and read again. */
	docs: Y.Doc[];
	opTafel: string[];
	/** Dots, by the groep that each was given to. */
	gegeven: { groepId: string; aantal: number }[];
}

/** After so many everybody has heard of everything, or never will. */
const MOST_ROUNDS = 6;

/** Plays a history at one table; `tussendoor` sees the server's document halfway. */
export function speel(
	[aantal, stappen]: readonly [number, readonly Stap[]],
	tussendoor: (doc: Y.Doc) => void = () => undefined,
): Gespeeld {
	made = 0;
	const tafel = new Tafel();
	// their own letters behind a key are the same: two keys for one place are too
	const schermen = Array.from({ length: aantal }, (_, at) => new Scherm(tafel, 10 + at * 144));
	for (const [at, stap] of stappen.entries()) {
		doe(tafel, schermen[stap[0] % aantal]!, stap);
		if (at === Math.floor(stappen.length / 2)) tussendoor(tafel.doc);
	}
	const docs = () => [tafel.doc, ...schermen.map(({ doc }) => doc)];
	const isSame = () => new Set(docs().map(contentHash)).size === 1;
	for (let round = 0; round < MOST_ROUNDS && (round < 2 || !isSame()); round++)
		for (const scherm of schermen) scherm.meld();
	const again = new Y.Doc();
	Y.applyUpdate(again, Y.encodeStateAsUpdate(tafel.doc));
	const { geweigerd, keren, gegeven } = tafel;
	return { geweigerd, keren, gegeven, docs: [...docs(), again], opTafel: opTafel(tafel.doc) };
}
