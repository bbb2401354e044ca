import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { toonDag } from '#features/datum/toon.ts';
import { isDag } from '#features/tekst/wanneer.ts';
import { Field, setAttributes, type Block } from './field.ts';
import { wieVan, type Mens } from './wie.ts';

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
	readonly #block: Block;
	readonly #fields: readonly Field[];
	#node: Node;

	constructor(props: NodeViewRendererProps, mensen: () => readonly Mens[]) {
		this.#block = props;
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
		this.#fields = [
			new Field(this.#wie, props, {
				shown: ({ wie }) => String(wie),
				meant: (typed) => wieVan(typed, mensen()),
			}),
			new Field(this.#wanneer, props, {
				shown: ({ wanneer }) => (isDag(wanneer) ? wanneer : ''),
				meant: (typed) => this.#dagVan(typed),
			}),
		];
		this.#klaar.onchange = () => {
			if (!setAttributes(props, { klaar: this.#klaar.checked })) this.#show();
		};
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

	#show() {
		const { id, wanneer, klaar } = this.#node.attrs as Record<string, unknown>;
		const editable = this.#block.editor.isEditable;
		this.dom.dataset['id'] = String(id);
		this.dom.dataset['klaar'] = String(klaar === true);
		this.#klaar.checked = klaar === true;
		for (const field of this.#fields) field.show(this.#node.attrs);
		this.#dag.dataset['dag'] = isDag(wanneer) ? toonDag(wanneer) : 'wanneer?';
		this.#wie.readOnly = this.#wanneer.readOnly = !editable;
		this.#klaar.disabled = !editable;
		// two fields of the same kind are told apart by the words they belong to
		const about = this.#node.textContent.slice(0, 60);
		this.#klaar.setAttribute('aria-label', about ? `Klaar: ${about}` : 'Klaar');
		this.dom.setAttribute('aria-label', about ? `Actie: ${about}` : 'Actie');
	}

	/** A year is typed digit by digit: what is not yet a day of our time is not kept. */
	#dagVan(typed: string): { wanneer: string } | undefined {
		const isWhole = this.#wanneer.validity.valid && (typed === '' || isDag(typed));
		return isWhole ? { wanneer: typed } : undefined;
	}

	/** Enter keeps it and goes back to the words; Escape goes back without. */
	#onkeydown(event: KeyboardEvent) {
		if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
		event.preventDefault();
		const field = this.#fields.find(({ input }) => input === event.target);
		if (event.key === 'Escape') field?.takeBack();
		const { editor, getPos } = this.#block;
		const place = getPos();
		if (place === undefined) return;
		// at once: the command of Tiptap waits for a frame, and a key may come before that
		editor.view.focus();
		editor
			.chain()
			.setTextSelection(place + this.#node.nodeSize - 1)
			.scrollIntoView()
			.run();
	}
}
