import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { atMost } from '../at-most.ts';
import { limit } from '../limits.ts';
import { errorFields, log } from '../log.ts';
import { singleton } from '../singleton.ts';
import { fonts } from './fonts.ts';
import { claimUa } from './ua.ts';
import code from './typst-worker.js?raw';

const SECONDS = 60;
const COMPILER = '@myriaddreamin/typst-ts-web-compiler';

const queue = () => singleton('pdf-queue', () => atMost(limit('exportsAtOnce')));

export interface PdfFile {
	/** As the source names it: `/plein.jpg`. */
	path: string;
	bytes: Uint8Array;
}

/** It took too long, or the source is wrong; nobody but us wrote that, so the message is ours. */
export class PdfFailed extends Error {
	override name = 'PdfFailed';
}

function compile(source: string, files: readonly PdfFile[]): Promise<Uint8Array<ArrayBuffer>> {
	const { resolve: find } = createRequire(import.meta.url);
	const worker = new Worker(code, {
		eval: true,
		resourceLimits: { maxOldGenerationSizeMb: 512 },
		workerData: {
			compiler: pathToFileURL(find(COMPILER)).href,
			wasm: find(`${COMPILER}/wasm`),
			fonts: fonts(),
			source,
			files,
		},
	});
	const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
	const timer = setTimeout(() => reject(new PdfFailed('too slow')), SECONDS * 1000);
	worker
		.once('message', resolve)
		.once('error', (error) => reject(new PdfFailed(error.message)))
		.once('exit', () => reject(new PdfFailed('ended')));
	return promise.then(claimed).finally(() => {
		clearTimeout(timer);
		void worker.terminate();
	});
}

/** A file of which something cannot be made out is still a file. */
function claimed(pdf: Uint8Array<ArrayBuffer>) {
	try {
		return claimUa(pdf);
	} catch (error) {
		log.warn({ event: 'pdf.not-claimed', ...errorFields(error) });
		return pdf;
	}
}

/** So many are being made that one more has to wait. */
export const isPdfBusy = () => queue().isBusy();

/** A tagged PDF from Typst source, in a thread of its own: who writes meanwhile does not notice. */
export const renderPdf = (source: string, files: readonly PdfFile[] = []) =>
	queue()(() => compile(source, files));
