import { toonAantal } from './aantal.ts';
import type { BijeenkomstNieuw } from './input.ts';
import { toonPauzes } from './pauze.ts';

type Texts = Record<string, string>;

const onder = (namen: readonly string[] | undefined) => namen?.join('\n');
const rij = (ids: readonly string[] | undefined) => ids && [...ids].sort().join(' ');
const geen = (id: string | null | undefined) => (id === null ? '' : id);

const gezegd = (velden: Record<string, string | undefined>): Texts =>
	Object.fromEntries(
		Object.entries(velden).filter((veld): veld is [string, string] => veld[1] !== undefined),
	);

/** Texts that two people may write differently: then both are shown. */
export const tekstenVan = (b: BijeenkomstNieuw): Texts =>
	gezegd({
		titel: b.titel,
		datum: b.datum?.geschreven ?? '',
		begin: b.begin,
		eind: b.eind,
		plaats: b.plaats,
		soort: b.soort,
		soortAnders: b.soortAnders,
		pauzes: b.pauzes && toonPauzes(b.pauzes),
		gemeente: b.gemeente,
		omschrijving: b.omschrijving,
		periodeId: geen(b.periodeId),
		reeksId: geen(b.reeksId),
		aantal: b.aantal && toonAantal({ ...b.aantal, aantalTekst: b.aantal.tekst }),
		organisatorNamen: onder(b.organisatorNamen),
		nieuwsUrl: b.nieuwsUrl,
	});

/** Choices from a list: what somebody changed last holds; of several, each that was put on or off. */
export const keuzesVan = (b: BijeenkomstNieuw): Texts =>
	gezegd({
		fasen: rij(b.fasen),
		voorbereiders: rij(b.voorbereiders),
		open: b.open === undefined ? undefined : b.open ? 'ja' : '',
		mede: rij(b.mede),
		organisatoren: rij(b.organisatoren),
	});

/** What the form about a bijeenkomst starts from; it comes back with the form. */
export const basisBijeenkomst = (b: BijeenkomstNieuw): Texts => ({
	...tekstenVan(b),
	...keuzesVan(b),
});
