/** How somebody looks at a bord on this device: as a table, or as a list. */
export type Weergave = 'tafel' | 'lijst';

const SLEUTEL = 'bord-weergave';
/** Without room for three phases side by side the list shows. */
const TELEFOON = '(width < 48rem)';

function bewaard(): Weergave | undefined {
	try {
		const value = localStorage.getItem(SLEUTEL);
		return value === 'tafel' || value === 'lijst' ? value : undefined;
	} catch {
		return undefined; // a device that keeps nothing
	}
}

/** In a browser; before that everybody gets the table. */
export const weergaveHier = (): Weergave =>
	bewaard() ?? (matchMedia(TELEFOON).matches ? 'lijst' : 'tafel');

export function onthoudWeergave(weergave: Weergave) {
	try {
		localStorage.setItem(SLEUTEL, weergave);
	} catch {
		// it holds as long as this page
	}
}
