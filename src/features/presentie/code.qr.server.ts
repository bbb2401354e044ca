import { generate } from 'lean-qr';

/** Modules of white that a camera needs around it. */
const RAND = 4;

/** What to scan, as one path in a square of `size` units: black squares, joined in runs per row. */
export function qrVan(text: string): { d: string; size: number } {
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
