import { zinVanFout } from './fout.ts';

export interface Upload {
	id: number;
	naam: string;
	bron: Bron;
	/** Why it did not go, in a sentence; empty while it goes. */
	mislukt: string;
	/** Puts it where the caret was when it was chosen, wherever that is by now. */
	place(afbeelding: Bewaard): void;
}
export interface Bewaard {
	id: string;
	breedte: number;
	hoogte: number;
}

/** A file of this device, or a picture of another text. */
export type Bron = File | { id: string };
/** Rejects with an Error whose message is a sentence for who chose the file. */
export type UploadAfbeelding = (bron: Bron) => Promise<Bewaard>;

/** Pictures that are on their way; they come into the text when they are there. */
export class Uploads {
	list = $state.raw<readonly Upload[]>([]);
	/** The pictures of this text that are known: kept for it, or copied out of it. */
	readonly eigen: string[] = [];
	#next = 1;
	readonly #upload: UploadAfbeelding | undefined;

	constructor(upload: UploadAfbeelding | undefined) {
		this.#upload = upload;
	}

	get possible(): boolean {
		return this.#upload !== undefined;
	}

	/** For a text that is brought in with its pictures: it comes in after they are kept. */
	keep = async (bron: Bron): Promise<Bewaard> => {
		const saved = await this.#upload!(bron);
		this.eigen.push(saved.id);
		return saved;
	};

	add(picture: Pick<Upload, 'naam' | 'bron' | 'place'>) {
		const upload = { ...picture, id: this.#next++, mislukt: '' };
		this.list = [...this.list, upload];
		void this.#run(upload);
	}

	again(upload: Upload) {
		const next = { ...upload, mislukt: '' };
		this.#replace(upload.id, next);
		void this.#run(next);
	}

	drop(upload: Upload) {
		this.list = this.list.filter(({ id }) => id !== upload.id);
	}

	async #run(upload: Upload) {
		try {
			const saved = await this.keep(upload.bron);
			// taken off the list meanwhile: not wanted any more
			if (this.list.some(({ id }) => id === upload.id)) upload.place(saved);
			this.drop(upload);
		} catch (error) {
			this.#replace(upload.id, { ...upload, mislukt: zinVanFout(error) ?? 'Het lukte niet.' });
		}
	}

	#replace(id: number, next: Upload) {
		this.list = this.list.map((one) => (one.id === id ? next : one));
	}
}
