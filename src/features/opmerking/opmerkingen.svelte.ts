import type { Extension } from '@tiptap/core';
import { untrack } from 'svelte';
import type { FormFailure } from '#ui/form.ts';
import type { Opmerking, OpmerkingLijst } from './read.server.ts';

/** A piece of the text to remark on: where it is, and its words. */
export interface Passage {
	van: string;
	tot: string;
	citaat: string;
}

/** What the editor does for the remarks: there once it is loaded. */
export interface OpmerkingMotor {
	/** What is selected. */
	passage(): Passage | undefined;
	teken(): void;
	toon(id: string): boolean;
	naarTekst(): void;
}

interface Nieuws extends OpmerkingLijst {
	namen: Record<string, string>;
}

/** What a page came back with: nothing, what a form said, or what it refused. */
export type Terug = Partial<FormFailure> | null | undefined;

/** The form for a new remark. */
export const NIEUW = 'opmerk';

interface Getypt {
	tekst: string;
	/** In which thread, and whether that stands among those that were dealt with: it stays there. */
	draad: string | undefined;
	onderaan: boolean;
}

type Plekken = ReadonlyMap<string, { from: number; to: number }>;
const NERGENS: Plekken = new Map();

/** How soon after news one asks again: many bits of news are one question. */
const ASK_MS = 300;

/** The remarks on one text, as an open page shows them. */
export class Opmerkingen {
	lijst = $state.raw<Opmerking[]>([]);
	/** First names of who proposes something. */
	namen = $state.raw<Record<string, string>>({});
	/** Where each passage is now; only once the editor is there. */
	plekken = $state.raw<Plekken>(NERGENS);
	gekozen = $state<string>();
	/** What the form for a new one is about; undefined when it is closed. */
	nieuw = $state.raw<Partial<Passage>>();
	geladen = $state(false);
	mayCreate = $state(false);
	/** Brings the panel to the front on a phone, and the form or remark into view. */
	ontoon: (id: string) => void = () => {};
	/** What is being typed, by the name of its form. */
	#getypt = $state.raw<Readonly<Record<string, Getypt>>>({});
	#motor?: OpmerkingMotor;
	#later?: ReturnType<typeof setTimeout>;
	readonly #address: string;

	/** `terug` is what was refused, on a page that comes back with it. */
	constructor(address: string, { opmerkingen, may }: OpmerkingLijst, terug?: Terug) {
		this.#address = address;
		this.lijst = opmerkingen;
		this.mayCreate = may.create;
		this.#neemTerug(terug ?? {});
	}

	/** Those nobody dealt with, in the order of the text; those without a place come last. */
	openstaand = $derived.by(() => {
		const at = ({ id }: Opmerking) => this.plekken.get(id)?.from ?? Infinity;
		return this.lijst.filter((o) => !this.#isOnderaan(o)).sort((a, b) => at(a) - at(b) || 0);
	});
	afgehandeld = $derived(this.lijst.filter((opmerking) => this.#isOnderaan(opmerking)));

	/** Among those that were dealt with. */
	#isOnderaan({ id, afgehandeld }: Opmerking): boolean {
		return this.#getyptIn(id)?.onderaan ?? Boolean(afgehandeld);
	}

	#getyptIn(id: string): Getypt | undefined {
		return Object.values(this.#getypt).find(({ draad }) => draad === id);
	}

	/**
	 * What is typed in a form: whatever others do, and whatever one may from then on, it is not taken
	 * from under these hands.
	 */
	typ(form: string, tekst: string, draad?: string) {
		const { [form]: _, ...rest } = this.#getypt;
		const onderaan = this.lijst.some((o) => o.id === draad && this.#isOnderaan(o));
		this.#getypt = tekst ? { ...rest, [form]: { tekst, draad, onderaan } } : rest;
	}

	/** What stands in a form that nobody sent yet. */
	getypt(form: string): string {
		return this.#getypt[form]?.tekst ?? '';
	}

	#neemTerug({ form, values }: Partial<FormFailure>) {
		if (!form || !values) return;
		const { tekst, van, tot, citaat } = values as Partial<Record<string, string>>;
		if (tekst) this.typ(form, tekst);
		if (form === NIEUW) this.nieuw = { van, tot, citaat };
	}

	/** A remark on words that are gone; not asked as long as nobody could look. */
	isWeg({ id, van }: Opmerking): boolean {
		return this.geladen && van !== '' && !this.plekken.has(id);
	}

	async extensie(): Promise<Extension> {
		const { opmerkingAnkers } = await import('./anker.ts');
		return opmerkingAnkers(this);
	}

	koppel(motor: OpmerkingMotor | undefined) {
		this.#motor = motor;
		motor?.teken();
		this.geladen = motor !== undefined;
	}

	/** What the page was loaded with, again after each form. */
	neem({ opmerkingen, may }: OpmerkingLijst) {
		const weg = this.lijst
			.filter(({ id }) => this.#getyptIn(id) && !opmerkingen.some((o) => o.id === id))
			.map((o) => ({ ...o, tekst: '', weggehaald: true }));
		this.lijst = [...opmerkingen, ...weg];
		this.mayCreate = may.create;
		this.#motor?.teken();
	}

	/** Who proposes; a name that was known stays known. */
	noem(namen: Record<string, string>) {
		this.namen = { ...untrack(() => this.namen), ...namen };
	}

	/** Others remarked: what stands there now is asked for. */
	vraag() {
		this.#later ??= setTimeout(() => void this.#ask(), ASK_MS);
	}

	async #ask() {
		this.#later = undefined;
		const answer = await fetch(this.#address).catch(() => undefined);
		if (!answer?.ok) return;
		const news = (await answer.json()) as Nieuws;
		this.noem(news.namen);
		this.neem({ ...news, opmerkingen: news.opmerkingen.map(metTijd) });
	}

	sluit() {
		clearTimeout(this.#later);
	}

	/** Opens the form for a new remark, on what is selected. */
	begin(): boolean {
		if (!this.mayCreate) return false;
		this.nieuw = this.#motor?.passage() ?? {};
		this.ontoon('nieuw');
		return true;
	}

	/** From the text to the remark. */
	open(id: string, focus = true) {
		this.gekozen = id;
		this.#motor?.teken();
		if (focus) this.ontoon(id);
	}

	/** From the remark to the text. */
	toon(id: string): boolean {
		this.gekozen = id;
		this.#motor?.teken();
		return this.#motor?.toon(id) ?? false;
	}

	/** The first remark behind a place in the text, and round again. */
	volgende(from: number): boolean {
		const there = this.openstaand.filter(({ id }) => this.plekken.has(id));
		const next = there.find(({ id }) => this.plekken.get(id)!.from > from) ?? there[0];
		if (!next) return false;
		this.toon(next.id);
		this.ontoon(next.id);
		return true;
	}

	naarTekst() {
		this.#motor?.naarTekst();
	}
}

/** JSON knows no dates. */
const metTijd = (o: Opmerking): Opmerking => ({
	...o,
	op: new Date(o.op),
	afgehandeld: o.afgehandeld && { ...o.afgehandeld, op: new Date(o.afgehandeld.op) },
	antwoorden: o.antwoorden.map((answer) => ({ ...answer, op: new Date(answer.op) })),
});
