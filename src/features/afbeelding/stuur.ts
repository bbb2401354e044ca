import type { Bewaard, Bron } from '#features/schrijfblad/uploads.svelte.ts';

/** Pictures on their way into a verslag; shared by browser and server. */

export const MAX_BYTES = 10 * 1_048_576;
export const NIET_ZO = 'Alleen PNG, JPG, WebP of PDF tot 10 MB.';
export const VERSLAG_VOL = 'In dit verslag staan al genoeg afbeeldingen. Haal er eerst een weg.';
export const TEAM_VOL =
	'De ruimte voor afbeeldingen van jullie team is vol. Vraag het aan de beheerder.';
const NIET_OPGEHAALD = 'De afbeelding is nu niet op te halen. Probeer het opnieuw.';
const NIET_TE_ZIEN = 'Je kunt de afbeelding in het andere verslag niet zien.';
const LUKT_NIET = 'De afbeelding is niet bewaard. Probeer het opnieuw.';

/** What comes back: the picture, why it may not be there, or what went wrong with any request. */
interface Antwoord extends Bewaard {
	zin: string;
	message: string;
}

/** Longest side of what we keep: more need not go over a slow line. */
const LONGEST = 2400;
const LARGE = 1_048_576;

/** A large photo is made smaller here first; when this browser cannot, the server does it. */
async function smaller(file: Blob): Promise<Blob> {
	if (file.size < LARGE) return file;
	try {
		const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
		const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
		const canvas = new OffscreenCanvas(
			Math.round(bitmap.width * scale),
			Math.round(bitmap.height * scale),
		);
		canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
		bitmap.close();
		const made = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
		return made.size < file.size ? made : file;
	} catch {
		return file;
	}
}

/** The picture of another verslag, as this person may see it: for others it is as if there is none. */
async function fetchAfbeelding(id: string): Promise<Blob> {
	const response = await fetch(`/afbeeldingen/${id}`).catch(() => undefined);
	if (!response || response.status >= 500) throw new Error(NIET_OPGEHAALD);
	const isImage = response.headers.get('content-type')?.startsWith('image/');
	if (!response.ok || !isImage) throw new Error(NIET_TE_ZIEN);
	return response.blob();
}

/** Sends a picture; an Error says in a sentence why it is not kept. */
export async function bewaarAfbeelding(bijeenkomstId: string, bron: Bron): Promise<Bewaard> {
	const file = 'id' in bron ? await fetchAfbeelding(bron.id) : bron;
	if (file.size > MAX_BYTES * 4) throw new Error(NIET_ZO);
	const body = await smaller(file);
	if (body.size > MAX_BYTES) throw new Error(NIET_ZO);
	const response = await fetch(`/bijeenkomsten/${bijeenkomstId}/afbeeldingen`, {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
		body,
	}).catch(() => undefined);
	const answer = ((await response?.json().catch(() => undefined)) ?? {}) as Partial<Antwoord>;
	const { id, breedte = 0, hoogte = 0, zin, message = LUKT_NIET } = answer;
	if (response?.ok && id) return { id, breedte, hoogte };
	throw new Error(zin ?? message);
}
