/** What a PDF of the compiler consists of: objects as text, one byte a letter. */
export interface PdfObjects {
	text: string;
	/** Per number, what stands between `obj` and `endobj`. */
	objects: ReadonlyMap<number, string>;
	trailer: string;
	startxref: string;
}

/** By the table at the end; undefined for a file that looks different from what the compiler writes. */
export function readObjects(pdf: Uint8Array): PdfObjects | undefined {
	const text = Buffer.from(pdf).toString('latin1');
	const [, trailer, startxref] =
		/^trailer\s*<<([^]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(
			// the word may also stand in a title or a link
			text.slice(text.lastIndexOf('trailer')),
		) ?? [];
	if (!trailer || !startxref) return undefined;
	const [, ...offsets] = [...text.slice(Number(startxref)).matchAll(/^(\d{10}) \d{5} [nf]/gm)].map(
		([, at]) => Number(at),
	);
	const objects = new Map<number, string>();
	for (const [index, at] of offsets.entries()) {
		const head = `${index + 1} 0 obj\n`;
		if (!text.startsWith(head, at)) return undefined;
		// a stream has any bytes in it: the end is where the next object begins
		const next = offsets[index + 1] ?? Number(startxref);
		objects.set(index + 1, text.slice(at + head.length, text.lastIndexOf('endobj', next)));
	}
	return { text, objects, trailer, startxref };
}

/** A key of an object itself, not of what is in it: those stand further from the line's begin. */
export const valueOf = (object: string, key: string): string | undefined =>
	new RegExp(`^ {2}/${key} (.+)$`, 'm').exec(object)?.[1];

/** The object that a key points to. */
export function refOf(object: string, key: string): number | undefined {
	const number = /^(\d+) 0 R$/.exec(valueOf(object, key) ?? '')?.[1];
	return number === undefined ? undefined : Number(number);
}

/** Written as PDF wants a change: what is new stands behind what is there, and counts instead of it. */
export function appendObjects(
	{ text, trailer, startxref }: PdfObjects,
	changed: ReadonlyMap<number, string>,
): Uint8Array<ArrayBuffer> {
	let end = text.length + 1;
	const parts = ['\n'];
	const entries = ['xref\n'];
	for (const [number, object] of [...changed].sort(([a], [b]) => a - b)) {
		const part = `${number} 0 obj\n${object}endobj\n\n`;
		entries.push(`${number} 1\n${String(end).padStart(10, '0')} 00000 n \n`);
		parts.push(part);
		end += part.length;
	}
	const tail = `trailer\n<<${trailer}  /Prev ${startxref}\n>>\nstartxref\n${end}\n%%EOF\n`;
	return new Uint8Array(Buffer.from([text, ...parts, ...entries, tail].join(''), 'latin1'));
}
