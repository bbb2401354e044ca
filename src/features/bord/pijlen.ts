/** Where something is on the screen. */
export interface Vlak {
	left: number;
	top: number;
	width: number;
	height: number;
}

const RICHTING: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

const midden = ({ left, top, width, height }: Vlak) =>
	[left + width / 2, top + height / 2] as const;

/** What is beside the way counts more than what is far along it. */
const SCHUIN = 2;

/** The nearest in the direction of an arrow key; -1 when there is none there. */
export function buurOp(toets: string, vlakken: readonly Vlak[], van: number): number {
	const richting = RICHTING[toets];
	const begin = vlakken[van];
	if (!richting || !begin) return -1;
	const [dx, dy] = richting;
	const [x, y] = midden(begin);
	let best = { at: -1, afstand: Infinity };
	for (const [at, vlak] of vlakken.entries()) {
		const [ander, hoog] = midden(vlak);
		const langs = (ander - x) * dx + (hoog - y) * dy;
		const schuin = Math.abs((ander - x) * dy) + Math.abs((hoog - y) * dx);
		const afstand = langs + schuin * SCHUIN;
		if (at !== van && langs > 1 && afstand < best.afstand) best = { at, afstand };
	}
	return best.at;
}

export const isPijl = (toets: string): boolean => Object.hasOwn(RICHTING, toets);
