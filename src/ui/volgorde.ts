const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const EERSTE = 'n';

const waarde = (letter: string | undefined, leeg: number) =>
	letter === undefined ? leeg : LETTERS.indexOf(letter);

/** No key ends in an `a`: nothing would fit before it. */
function ertussen(voor: string, na: string | null): string {
	const [kop] = na ?? '';
	if (kop !== undefined && (voor[0] ?? 'a') === kop)
		return kop + ertussen(voor.slice(1), na!.slice(1));
	const laag = waarde(voor[0], 0);
	const hoog = waarde(kop, LETTERS.length);
	if (hoog - laag > 1) return LETTERS[stap(laag, hoog, voor === '', na === null)]!;
	if (na !== null && na.length > 1) return kop!;
	return LETTERS[laag]! + ertussen(voor.slice(1), null);
}

/** At an end one step further, for more will come there; in between the middle. */
function stap(laag: number, hoog: number, isBegin: boolean, isEind: boolean): number {
	if (isBegin && isEind) return waarde(EERSTE, 0);
	if (isEind) return laag + 1;
	return isBegin ? hoog - 1 : Math.round((laag + hoog) / 2);
}

/**
 * A place between two points, as a text that sorts there; null is the begin or the end. So a point
 * moves without another being touched, and two who move different points both get their way.
 */
export const tussen = (voor: string | null, na: string | null): string =>
	ertussen(voor ?? '', na !== null && voor !== null && voor >= na ? null : na);
