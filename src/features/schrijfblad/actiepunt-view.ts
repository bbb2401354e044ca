import type { Editor, NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { toonDag } from '#features/datum/toon.ts';
import { isDag } from '#features/tekst/wanneer.ts';

export interface Mens {
	id: string;
	naam: string;
}

/** Who is chosen: somebody known by that name, or only a name. */
export function wieVan(typed: string, mensen: readonly Mens[]): { wie: string; wieId: string } {
	const wie = typed.trim().slice(0, 300);
	const known = mensen.filter(({ naam }) => naam.toLowerCase() === wie.toLowerCase());
	return { wie: known[0]?.naam ?? wie, wieId: known.length === 1 ? known[0]!.id : '' };
}

function element<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Record<string, string>,
	...children: (globalThis.Node | string)[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
	made.append(...children);
	return made;
}

/** One actiepunt in the editor: a check-off, its words, who, and by when. */
export class ActiepuntView implements NodeView {
	readonly dom: HTMLElement;
	readonly contentDOM: HTMLElement;
	readonly #klaar = element('input', { type: 'checkbox', class: 'vink', 'aria-label': 'Klaar' });
	readonly #wie = element('input', {
		type: 'text',
		class: 'actiepunt-veld',
		'aria-label': 'Wie doet dit?',
		placeholder: 'nog van niemand',
		list: 'tekst-mensen',
		maxlength: '300',
		autocomplete: 'off',
	});
	readonly #wanneer = element('input', {
		type: 'date',
		min: '1990-01-01',
		max: '2199-12-31',
		class: 'actiepunt-veld',
		'aria-label': 'Voor wanneer?',
	});
	readonly #dag = element('span', { class: 'actiepunt-dag' }, this.#wanneer);
	readonly #editor: Editor;
	readonly #getPos: () => number | undefined;
	readonly #mensen: () => readonly Mens[];
	#node: Node;

	constructor(props: NodeViewRendererProps, mensen: () => readonly Mens[]) {
		this.#editor = props.editor;
		this.#getPos = props.getPos;
		this.#mensen = mensen;
		this.#node = props.node;
		this.contentDOM = element('div', { class: 'actiepunt-tekst' });
		const bij = element(
			'span',
			{ class: 'actiepunt-bij', contenteditable: 'false' },
			this.#wie,
			element('span', { 'aria-hidden': 'true' }, 'voor'),
			this.#dag,
		);
		const vink = element(
			'span',
			{ class: 'actiepunt-klaar', contenteditable: 'false' },
			this.#klaar,
		);
		this.dom = element(
			'div',
			{ class: 'actiepunt', role: 'group', 'aria-label': 'Actie' },
			vink,
			this.contentDOM,
			bij,
		);
		this.#klaar.onchange = () => this.#set({ klaar: this.#klaar.checked });
		this.#wie.onchange = () => this.#set(wieVan(this.#wie.value, this.#mensen()));
		this.#wanneer.onchange = () => this.#onwanneer();
		bij.onkeydown = (event) => this.#onkeydown(event);
		this.#show();
	}

	update(node: Node): boolean {
		if (node.type !== this.#node.type) return false;
		this.#node = node;
		this.#show();
		return true;
	}

	/** Fields are fields: the editor leaves what happens in them alone. */
	stopEvent(event: Event): boolean {
		return event.target instanceof HTMLInputElement;
	}

	ignoreMutation(mutation: ViewMutationRecord): boolean {
		return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
	}

	/** Somebody else's change does not write over what is being typed here. */
	#show() {
		const { id, wie, wanneer, klaar } = this.#node.attrs as Record<string, unknown>;
		const editable = this.#editor.isEditable;
		this.dom.dataset['id'] = String(id);
		this.dom.dataset['klaar'] = String(klaar === true);
		this.#klaar.checked = klaar === true;
		if (document.activeElement !== this.#wie) this.#wie.value = String(wie);
		if (document.activeElement !== this.#wanneer)
			this.#wanneer.value = isDag(wanneer) ? wanneer : '';
		this.#dag.dataset['dag'] = isDag(wanneer) ? toonDag(wanneer) : 'wanneer?';
		this.#wie.readOnly = this.#wanneer.readOnly = !editable;
		this.#klaar.disabled = !editable;
		// two fields of the same kind are told apart by the words they belong to
		const about = this.#node.textContent.slice(0, 60);
		this.#klaar.setAttribute('aria-label', about ? `Klaar: ${about}` : 'Klaar');
		this.dom.setAttribute('aria-label', about ? `Actie: ${about}` : 'Actie');
	}

	#set(attributes: Record<string, unknown>) {
		const place = this.#getPos();
		if (place === undefined || !this.#editor.isEditable) return this.#show();
		const { state, view } = this.#editor;
		const tr = state.tr;
		for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(place, name, value);
		view.dispatch(tr);
	}

	/** A year is typed digit by digit: what is not yet a day of our time is not kept. */
	#onwanneer() {
		const { value, validity } = this.#wanneer;
		if (validity.valid && (value === '' || isDag(value))) this.#set({ wanneer: value });
	}

	/** Enter keeps it and goes back to the words; Escape goes back without. */
	#onkeydown(event: KeyboardEvent) {
		if (event.key !== 'Enter' && event.key !== 'Escape') return;
		event.preventDefault();
		if (event.key === 'Escape') this.#wie.value = String(this.#node.attrs['wie']);
		const place = this.#getPos();
		if (place === undefined) return;
		(event.target as HTMLElement).blur();
		this.#editor.commands.focus(place + this.#node.nodeSize - 1);
	}
}
