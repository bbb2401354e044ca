/** Words that say nothing of what a group is about. */
const LEEG = new Set(
	'aan alle alleen alles als altijd ben bent best bij dan dat deze die dit doe doen doet door dus echt een elkaar gaan gaat geen goed haar had hebben heeft heel hem het hij hoe hun ieder iemand iets in is jij jou jouw jullie kan komen komt kunnen maar mag meer mensen met mij mijn moet moeten mogen naar niet niets nodig nog nooit om omdat onder ons onze ook over steeds te tegen toch toen uit van veel voor waar waarom wanneer want wat weer wel welke werd wie wij willen wilt worden wordt zelf zich zij zijn zit zonder zou'.split(
		' ',
	),
);
const GENOEG = 3;
/** So many letters in common is one word: bellen and belde are not, aanbellen and aanbelt are. */
const BEGIN = 5;

const kaal = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The words of a name, each as it begins; with the word as it was written. */
function woordenIn(naam: string): Map<string, string> {
	const woorden = kaal(naam)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((woord) => woord.length >= GENOEG && !LEEG.has(woord));
	return new Map(woorden.map((woord) => [woord.slice(0, BEGIN), woord]));
}

interface Groep {
	bordId: string;
	id: string;
	naam: string;
}

interface Gelijkend<G extends Groep> {
	woord: string;
	groepen: G[];
}

/**
 * Groups of which the names share a word, on more than one bord; most borden first. It is only shown:
 * whether it is the same, people say.
 */
export function gelijkend<G extends Groep>(groepen: readonly G[]): Gelijkend<G>[] {
	const perWoord = new Map<string, Gelijkend<G>>();
	for (const groep of groepen)
		for (const [begin, woord] of woordenIn(groep.naam)) {
			const samen = perWoord.get(begin) ?? { woord, groepen: [] };
			perWoord.set(begin, samen);
			samen.groepen.push(groep);
			if (woord.length < samen.woord.length) samen.woord = woord;
		}
	const borden = ({ groepen: samen }: Gelijkend<G>) => new Set(samen.map((g) => g.bordId)).size;
	const sleutel = ({ groepen: samen }: Gelijkend<G>) => samen.map(({ id }) => id).join();
	const gezien = new Set<string>();
	return [...perWoord.values()]
		.filter((samen) => borden(samen) > 1)
		.sort((a, b) => borden(b) - borden(a) || a.woord.localeCompare(b.woord, 'nl'))
		.filter((samen) => !gezien.has(sleutel(samen)) && gezien.add(sleutel(samen)));
}
