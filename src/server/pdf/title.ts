/**
 * The compiler has no switch for it: the window of a reader shows the title of a document instead of
 * the name of its file, which PDF/UA asks for. Written as PDF wants a change: the catalog once more,
 * behind what is there. A file that looks different is left as it is.
 */
export function showTitle(pdf: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const text = Buffer.from(pdf).toString('latin1');
	const [, trailer = '', xref = ''] =
		/trailer\s*<<([^]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text) ?? [];
	const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
	const begin = root ? text.lastIndexOf(`\n${root} 0 obj`) : -1;
	const end = text.indexOf('endobj', begin);
	const catalog = begin < 0 ? '' : text.slice(begin + 1, end);
	const shown = catalog.replace(/\/ViewerPreferences\s*<</, '$&\n    /DisplayDocTitle true');
	if (shown === catalog) return pdf;
	const at = text.length + 1;
	const entry = `xref\n${root} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
	const added = `\n${shown}endobj\n`;
	const startxref = text.length + added.length;
	const tail = `${entry}trailer\n<<${trailer}  /Prev ${xref}\n>>\nstartxref\n${startxref}\n%%EOF\n`;
	return new Uint8Array(Buffer.from(text + added + tail, 'latin1'));
}
