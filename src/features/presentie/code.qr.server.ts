import { generate } from 'lean-qr';

/** Modules of white that a camera needs around it. */
const RAND = 4;

type Qr = { d: string; size: number };

/** Of the codes on screens now: each is asked for at every act of who shows it, and never changes. */
const gemaakt = new Map<string, Qr>();
const MEESTE = 100;

export function qrVan(text: string): Qr {
	const known = gemaakt.get(text);
	if (known) return known;
	if (gemaakt.size >= MEESTE) gemaakt.clear();
	const made = maakQr(text);
	gemaakt.set(text, made);
	return made;
}

/** What to scan, as one path in a square of `size` units: black squares, joined in runs per row. */
function maakQr(text: string): Qr {
	const code = generate(text);
	const parts: string[] = [];
	for (let y = 0; y < code.size; y++)
		for (let x = 0; x < code.size; x++) {
			let run = 0;
			while (code.get(x + run, y)) run++;
			if (run > 0) parts.push(`M${x + RAND} ${y + RAND}h${run}v1h-${run}z`);
			x += run;
		}
	return { d: parts.join(''), size: code.size + 2 * RAND };
}
