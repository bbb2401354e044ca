import type { Extension } from '@tiptap/core';
import type { SyncRight } from '#sync/kind.ts';
import type { VoorstelMerk } from './voorstel.ts';
import type { Keuze, Voorstel } from './besluit.ts';

/** What the editor does for the proposals: there once it is loaded. */
export interface VoorstelMotor {
	beslis(keuze: Keuze, hoort: (merk: VoorstelMerk) => boolean): void;
	toon(voorstel: Voorstel): void;
	/** Where on screen a proposal ends. */
	plek(voorstel: Voorstel): { left: number; bottom: number } | undefined;
	naarTekst(): void;
	hernoem(): void;
}

interface Wie {
	door: string;
	right: () => SyncRight;
	/** Others see what is written, and the other way round. */
	online: () => boolean;
	/** First name, or nothing for who is not known (yet). */
	naamVan: (persoonId: string) => string | undefined;
}

export const sleutelVan = ({ door, id }: VoorstelMerk) => `${door} ${id}`;

/** The proposals in one text, as the page shows them. */
export class Voorstellen {
	lijst = $state.raw<Voorstel[]>([]);
	/** Who may write chose to propose. */
	zelf = $state(false);
	/** Why something cannot be proposed, or what was decided; one sentence. */
	melding = $state('');
	/** The proposal that was clicked in the text. */
	gekozen = $state<string>();
	/** It was chosen with the keyboard: then the focus goes along. */
	metToets = false;
	geladen = $state(false);
	readonly wie: Wie;
	#motor?: VoorstelMotor;

	constructor(wie: Wie) {
		this.wie = wie;
	}

	/** Everything typed now becomes a proposal. */
	get aan(): boolean {
		const right = this.wie.right();
		return right === 'voorstellen' || (right === 'schrijven' && this.zelf);
	}

	/** Who may write decides; whoever proposed may take it back. */
	get magBeslissen(): boolean {
		return this.wie.right() === 'schrijven';
	}

	isEigen({ door }: VoorstelMerk): boolean {
		return door === this.wie.door && this.wie.right() !== 'lezen';
	}

	naam({ door }: VoorstelMerk): string {
		return this.wie.naamVan(door) ?? 'Iemand';
	}

	keuze = $derived(this.lijst.find((voorstel) => sleutelVan(voorstel) === this.gekozen));

	/** Fetched with the editor, and not before. */
	async extensie(): Promise<Extension> {
		const { voorstelModus } = await import('./modus.ts');
		return voorstelModus(this);
	}

	begin(motor: VoorstelMotor | undefined) {
		this.#motor = motor;
		this.geladen = motor !== undefined;
	}

	neemOver(voorstel: Voorstel) {
		this.#beslis('neem-over', voorstel, `Voorstel van ${this.naam(voorstel)} overgenomen.`);
	}

	wijsAf(voorstel: Voorstel) {
		this.#beslis('wijs-af', voorstel, `Voorstel van ${this.naam(voorstel)} afgewezen.`);
	}

	trekIn(voorstel: Voorstel) {
		this.#beslis('trek-in', voorstel, 'Je voorstel is weg.');
	}

	neemAllesOver(door: string) {
		const naam = this.wie.naamVan(door) ?? 'Iemand';
		this.#motor?.beslis('neem-over', (merk) => merk.door === door);
		this.melding = `Alle voorstellen van ${naam} overgenomen.`;
	}

	toon(voorstel: Voorstel) {
		this.#motor?.toon(voorstel);
	}

	plek(voorstel: Voorstel) {
		return this.#motor?.plek(voorstel);
	}

	/** Somebody became known, such as who joined a moment ago. */
	hernoem() {
		this.#motor?.hernoem();
	}

	sluit(naarTekst: boolean) {
		this.gekozen = undefined;
		if (naarTekst) this.#motor?.naarTekst();
	}

	#beslis(keuze: Keuze, voorstel: Voorstel, melding: string) {
		const sleutel = sleutelVan(voorstel);
		this.#motor?.beslis(keuze, (merk) => sleutelVan(merk) === sleutel);
		this.gekozen = undefined;
		this.melding = melding;
	}
}
