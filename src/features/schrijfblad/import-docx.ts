import mammoth from 'mammoth';
import type { UploadAfbeelding } from './uploads.svelte.ts';

/** What mammoth does not know by itself; the rest of a document is by its own styles. */
const STYLES = [
	"p[style-name='Title'] => h1:fresh",
	"p[style-name='Subtitle'] => h2:fresh",
	'u => u',
];
const KINDS = new Set(['image/png', 'image/jpeg', 'image/webp']);

export interface Gelezen {
	html: string;
	/** Pictures that could not come along. */
	zonder: number;
}

/**
 * A Word document as HTML for the paste of the editor. Its pictures are kept first, one by one: a
 * text knows a picture by its id. What was deleted under tracked changes does not come along.
 */
export async function docxToHtml(bytes: ArrayBuffer, upload: UploadAfbeelding): Promise<Gelezen> {
	let zonder = 0;
	const convertImage = mammoth.images.imgElement(async (image) => {
		try {
			if (!KINDS.has(image.contentType)) throw new Error('not one of ours');
			const buffer = await image.readAsArrayBuffer();
			const file = new File([buffer], 'afbeelding', { type: image.contentType });
			const { id, breedte, hoogte } = await upload(file);
			const size = { width: String(breedte), height: String(hoogte) };
			return { src: `/afbeeldingen/${id}`, 'data-id': id, ...size };
		} catch {
			zonder++;
			// without an id: the schema of the text lets go of it
			return { src: '' };
		}
	});
	const options = { styleMap: STYLES, convertImage };
	const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes }, options);
	return { html: value, zonder };
}
