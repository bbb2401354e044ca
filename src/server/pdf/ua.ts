import { appendObjects, readObjects, refOf, valueOf, type PdfObjects } from './objects.ts';
import { boxedTags } from './tag-boxes.ts';

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';

/** The metadata as it is, and the standard that the file keeps to; nothing for a file without title. */
function identified(metadata: string): string | undefined {
	const begin = metadata.indexOf('stream\n') + 'stream\n'.length;
	const end = metadata.lastIndexOf('\nendstream');
	const xmp = metadata.slice(begin, end);
	if (!/<dc:title>.*?<rdf:li[^>]*>[^<]/s.test(xmp) || valueOf(metadata, 'Filter')) return undefined;
	const claim = `<rdf:Description rdf:about="" xmlns:pdfuaid="${NAMESPACE}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;
	const claimed = xmp.replace('</rdf:RDF>', `${claim}$&`);
	if (claimed === xmp) return undefined;
	const head = metadata
		.slice(0, begin)
		.replace(/^ {2}\/Length \d+$/m, `  /Length ${claimed.length}`);
	return `${head}${claimed}${metadata.slice(end)}`;
}

/** What has to change for the file to be PDF/UA-1; undefined when not all of it is found. */
function claimOf(file: PdfObjects, catalog: string): [number, string][] | undefined {
	const number = refOf(catalog, 'Metadata');
	const metadata = number && identified(file.objects.get(number) ?? '');
	const tags = boxedTags(file);
	if (!metadata || !tags || !valueOf(catalog, 'Lang')) return undefined;
	return [...tags, [number, metadata]];
}

/**
 * The compiler has no switch for PDF/UA-1. What its native sister does for it is done here: the
 * window of a reader shows the title of a document instead of the name of its file, figures and
 * tables say where they are, and the file says what it is. A file that looks different is left
 * without the claim.
 */
export function claimUa(pdf: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const file = readObjects(pdf);
	const root = file && refOf(file.trailer, 'Root');
	const catalog = root && file.objects.get(root);
	if (!catalog) return pdf;
	const shown = catalog.replace(/\/ViewerPreferences\s*<</, '$&\n    /DisplayDocTitle true');
	if (shown === catalog) return pdf;
	return appendObjects(file, new Map([...(claimOf(file, catalog) ?? []), [root, shown]]));
}
