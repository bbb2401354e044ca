/** Het kleed: a pattern and a pair of threads, written as one string such as `ruit/groen-roze`. */

export const PATRONEN = {
	ruit: 'Ruit',
	theedoek: 'Theedoek',
	brabants: 'Brabants bont',
	raam: 'Raam',
	tijk: 'Tijk',
	blok: 'Blok',
} as const;

/** Fixed pairs: the policy allows no inline colour, so each pair is a class in `css/kleed.css`. */
export const DRADEN = {
	'groen-roze': 'groen en roze',
	'blauw-blauw': 'blauw',
	'steen-geel': 'steenrood en geel',
	'petrol-rood': 'petrol en rood',
	'paars-roze': 'paars en roze',
	'olijf-rood': 'olijf en rood',
	'blauw-geel': 'blauw en geel',
	'rood-rood': 'rood',
	'groen-geel': 'groen en geel',
	'petrol-paars': 'petrol en paars',
} as const;

export type Patroon = keyof typeof PATRONEN;
export type Draden = keyof typeof DRADEN;

/** The threads a pattern has until a team picks others. */
export const STANDAARD: Record<Patroon, Draden> = {
	ruit: 'groen-roze',
	theedoek: 'blauw-blauw',
	brabants: 'steen-geel',
	raam: 'petrol-rood',
	tijk: 'paars-roze',
	blok: 'olijf-rood',
};

export const KLEED_STANDAARD = 'ruit/groen-roze';

/** `undefined` when it is no cloth we know. */
export function parseKleed(kleed: string): { patroon: Patroon; draden: Draden } | undefined {
	const [patroon, draden, more] = kleed.split('/');
	if (more !== undefined || !isKey(PATRONEN, patroon) || !isKey(DRADEN, draden)) return undefined;
	return { patroon, draden };
}

export const isKleed = (kleed: string): boolean => parseKleed(kleed) !== undefined;

/** Every cloth there is, the six default ones first. */
export function allKleden(): string[] {
	const patronen = Object.keys(PATRONEN) as Patroon[];
	const first = patronen.map((patroon) => `${patroon}/${STANDAARD[patroon]}`);
	const all = Object.keys(DRADEN).flatMap((draden) =>
		patronen.map((patroon) => `${patroon}/${draden}`),
	);
	return [...new Set([...first, ...all])];
}

/** Cloths that nobody uses yet; the one that is worn now stays in the list. */
export const freeKleden = (taken: readonly string[], own?: string): string[] =>
	allKleden().filter((kleed) => kleed === own || !taken.includes(kleed));

/** A cloth in words: "Ruit, groen en roze". */
export function kleedNaam(kleed: string): string {
	const parsed = parseKleed(kleed);
	return parsed ? `${PATRONEN[parsed.patroon]}, ${DRADEN[parsed.draden]}` : '';
}

/** The classes of a cloth; an unknown one gets the standard cloth. */
export function kleedClass(kleed: string | null | undefined): string {
	const { patroon, draden } = parseKleed(kleed ?? '') ?? { patroon: 'ruit', draden: 'groen-roze' };
	return `kleed kleed-${patroon} draden-${draden}`;
}

function isKey<T extends object>(object: T, key: PropertyKey | undefined): key is keyof T {
	return key !== undefined && Object.hasOwn(object, key);
}
