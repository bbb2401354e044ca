import { fold } from '#server/search/stem.ts';
import type { Invoerrij } from './import.ts';
import type { Kolom } from './invoer.kolom.ts';

/** How the heads of such lists are written. */
const KOPPEN: Record<Exclude<Kolom, 'niets'>, readonly string[]> = {
	naam: ['naam', 'deelnemer', 'wie', 'name', 'volledige naam'],
	voornaam: ['voornaam', 'roepnaam'],
	tussenvoegsel: ['tussenvoegsel', 'tussenvoegsels', 'tv'],
	achternaam: ['achternaam', 'familienaam'],
	email: ['e-mail', 'email', 'mail', 'e-mailadres', 'emailadres', 'mailadres'],
	organisatie: [
		'organisatie',
		'namens',
		'namens welke organisatie',
		'werkgever',
		'instelling',
		'bedrijf',
	],
	perspectief: ['perspectief', 'rol', 'wie ben je hier', 'wie ben je hier?', 'functie'],
	van: ['van', 'begin', 'aankomst', 'binnen', 'starttijd'],
	tot: ['tot', 'eind', 'einde', 'vertrek', 'weg', 'eindtijd'],
};

const vouw = (tekst: string) => fold(tekst.trim().replace(/[:*]+$/, ''));

function kolomVan(kop: string): Kolom {
	const keys = Object.keys(KOPPEN) as (keyof typeof KOPPEN)[];
	return keys.find((key) => KOPPEN[key].some((woord) => vouw(woord) === vouw(kop))) ?? 'niets';
}

/** Each column is one thing; of two that say the same the first counts. */
const eenKeer = (kolommen: Kolom[]): Kolom[] =>
	kolommen.map((kolom, index) => (kolommen.indexOf(kolom) === index ? kolom : 'niets'));

const ZONDER_KOP: readonly Kolom[] = ['naam', 'organisatie', 'perspectief', 'van', 'tot'];

/** Without heads: the first is the name, an address shows itself, the rest comes in our own order. */
function gok(rijen: readonly string[][], breedte: number): Kolom[] {
	const isMail = (at: number) => rijen.some((rij) => rij[at]?.includes('@'));
	const rest = [...ZONDER_KOP];
	return Array.from({ length: breedte }, (_, at) =>
		isMail(at) ? 'email' : (rest.shift() ?? 'niets'),
	);
}

export interface Indeling {
	/** The first row says what stands below it. */
	kop: boolean;
	kolommen: Kolom[];
}

/** What stands where in a table, as far as it can be seen. To be changed by who knows better. */
export function indelingVan(rijen: readonly string[][]): Indeling {
	const breedte = Math.max(0, ...rijen.map(({ length }) => length));
	const koppen = Array.from({ length: breedte }, (_, at) => kolomVan(rijen[0]?.[at] ?? ''));
	const kop = koppen.includes('naam') || koppen.includes('voornaam');
	return { kop, kolommen: eenKeer(kop ? koppen : gok(rijen, breedte)) };
}

/** The rows of a table as what they say of somebody. */
export function invoerrijen(rijen: readonly string[][], { kop, kolommen }: Indeling): Invoerrij[] {
	return rijen.slice(Number(kop)).map((rij) => {
		const van = (kolom: Kolom) =>
			kolommen.includes(kolom) ? (rij[kolommen.indexOf(kolom)] ?? '') : '';
		const delen = [van('naam'), van('voornaam'), van('tussenvoegsel'), van('achternaam')];
		return {
			naam: delen.filter(Boolean).join(' ').slice(0, 120),
			email: van('email'),
			organisatie: van('organisatie').slice(0, 200),
			perspectief: van('perspectief'),
			van: van('van'),
			tot: van('tot'),
		};
	});
}
