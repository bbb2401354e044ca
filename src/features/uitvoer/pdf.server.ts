import { PdfFailed, renderPdf } from '#server/pdf/pdf.ts';
import type { Stuk } from './export.server.ts';
import { withoutSpans } from './table.server.ts';
import { typstOf } from './typst.server.ts';

/**
 * The compiler cannot set every table of which cells reach over several rows and pages. A text that
 * it fails on is made once more with each cell in one place: less like it was, but all of it is there.
 */
export async function pdfOf(stuk: Stuk): Promise<Uint8Array<ArrayBuffer>> {
	const files = [...stuk.beelden].map(([id, { bytes, soort }]) => ({
		path: `/${id}.${soort}`,
		bytes,
	}));
	const source = typstOf(stuk);
	try {
		return await renderPdf(source, files);
	} catch (error) {
		const plain = typstOf({ ...stuk, tekst: withoutSpans(stuk.tekst) });
		if (!(error instanceof PdfFailed) || plain === source) throw error;
		return renderPdf(plain, files);
	}
}
