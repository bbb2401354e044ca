import sharp from 'sharp';
import { atMost } from '../at-most.ts';
import { singleton } from '../singleton.ts';
import { imageKind } from './kind.ts';

/** Pixels of what comes in; more is a bomb, not a photo. */
const MAX_PIXELS = 40_000_000;
/** Pixels of the longest side of what we keep: enough for paper. */
const LONGEST = 2400;
const SECONDS = 20;

export const IMAGE_TYPE = 'image/webp';

export interface Image {
	bytes: Buffer<ArrayBuffer>;
	width: number;
	height: number;
}

/** Two at a time, one thread each: who writes a verslag meanwhile does not notice. */
const queue = () =>
	singleton('images', () => {
		sharp.cache(false);
		sharp.concurrency(1);
		// only these three are ever read, whatever a file says it is
		sharp.block({ operation: ['VipsForeignLoad'] });
		sharp.unblock({
			operation: [
				'VipsForeignLoadPngBuffer',
				'VipsForeignLoadJpegBuffer',
				'VipsForeignLoadWebpBuffer',
			],
		});
		return atMost(2);
	});

/**
 * The picture itself and nothing else of the file: pixels are read and written anew, so where it
 * was taken, with what, and whatever was hidden behind it is gone. Undefined for what is no picture
 * that we take.
 */
export async function reencode(bytes: Uint8Array): Promise<Image | undefined> {
	const kind = imageKind(bytes);
	if (!kind) return undefined;
	return queue()(async () => {
		try {
			const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
				.autoOrient()
				.resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
				// a screenshot has sharp letters
				.webp({ quality: kind === 'png' ? 90 : 82 })
				.timeout({ seconds: SECONDS })
				.toBuffer({ resolveWithObject: true });
			return { bytes: data as Buffer<ArrayBuffer>, width: info.width, height: info.height };
		} catch {
			return undefined;
		}
	});
}

/** For what cannot show WebP, such as a text processor: JPEG, or PNG where one can see through it. */
export const toClassic = (bytes: Uint8Array): Promise<{ bytes: Buffer; kind: 'png' | 'jpg' }> =>
	queue()(async () => {
		const image = sharp(bytes, { limitInputPixels: MAX_PIXELS });
		const { hasAlpha } = await image.metadata();
		return hasAlpha
			? { bytes: await image.png().toBuffer(), kind: 'png' as const }
			: { bytes: await image.jpeg({ quality: 85 }).toBuffer(), kind: 'jpg' as const };
	});
