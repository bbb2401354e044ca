import type { Extensions } from '@tiptap/core';
import { Opmerkingen, type Terug } from '#features/opmerking/opmerkingen.svelte.ts';
import type { OpmerkingLijst } from '#features/opmerking/read.server.ts';
import { Voorstellen } from '#features/voorstel/voorstellen.svelte.ts';
import type { LiveDocument } from '#sync/client.svelte.ts';

interface Options {
	/** `/bijeenkomsten/<id>` */
	page: string;
	persoonId: string;
	live: () => LiveDocument | undefined;
	lijst: OpmerkingLijst;
	/** What the page came back with. */
	terug: Terug;
	/** First names of who has a proposal in the text, by id. */
	namen: Record<string, string>;
}

/** What people say about a verslag beside it, and propose in it. */
export class Gesprek {
	readonly opmerkingen: Opmerkingen;
	readonly voorstellen: Voorstellen;
	readonly #asked: string[] = [];

	constructor({ page, persoonId, live, lijst, terug, namen }: Options) {
		this.opmerkingen = new Opmerkingen(`${page}/opmerkingen`, lijst, terug);
		this.opmerkingen.namen = namen;
		this.voorstellen = new Voorstellen({
			door: persoonId,
			right: () => live()?.right ?? 'lezen',
			online: () => live()?.online ?? false,
			naamVan: (id) =>
				this.opmerkingen.namen[id] ??
				live()?.aanwezigen.find((wie) => wie.persoonId === id)?.voornaam,
		});
	}

	/** For the editor; fetched with it. */
	extra = async (): Promise<Extensions> =>
		Promise.all([this.voorstellen.extensie(), this.opmerkingen.extensie()]);

	/** Asks once who somebody is that nobody here knows; and names them when it is known. */
	benoem() {
		for (const { door } of this.voorstellen.lijst)
			if (this.voorstellen.wie.naamVan(door) === undefined && !this.#asked.includes(door)) {
				this.#asked.push(door);
				this.opmerkingen.vraag();
			}
	}
}
