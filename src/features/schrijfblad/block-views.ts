import type { Node as Extension, NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { Field } from './field.ts';

/** A besluit in the editor: its words in a frame that says what it is. */
export class BesluitView implements NodeView {
	readonly dom = document.createElement('div');
	readonly contentDOM = document.createElement('div');
	#node: Node;

	constructor({ node }: NodeViewRendererProps) {
		this.#node = node;
		const name = document.createElement('strong');
		name.className = 'besluit-naam';
		name.contentEditable = 'false';
		name.textContent = 'Besluit';
		this.dom.className = 'besluit';
		this.contentDOM.className = 'besluit-tekst';
		this.dom.append(name, this.contentDOM);
		this.update(node);
	}

	update(node: Node): boolean {
		if (node.type !== this.#node.type) return false;
		this.#node = node;
		this.dom.dataset['id'] = String(node.attrs['id']);
		return true;
	}

	ignoreMutation(mutation: ViewMutationRecord): boolean {
		return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
	}
}

/** A picture with the words for who does not see it. */
export class AfbeeldingView implements NodeView {
	readonly dom = document.createElement('figure');
	readonly #img = document.createElement('img');
	readonly #alt = document.createElement('input');
	readonly #field: Field;
	#node: Node;

	constructor(props: NodeViewRendererProps, base: string) {
		this.#node = props.node;
		this.dom.className = 'afbeelding';
		this.#img.loading = 'lazy';
		this.#img.draggable = false;
		const label = document.createElement('label');
		label.className = 'afbeelding-alt';
		label.contentEditable = 'false';
		this.#alt.type = 'text';
		this.#alt.maxLength = 1000;
		this.#field = new Field(this.#alt, props, {
			shown: ({ alt }) => String(alt ?? ''),
			meant: (typed) => ({ alt: typed.trim() }),
		});
		label.append('Wat is er te zien?', this.#alt);
		this.dom.append(this.#img);
		if (props.editor.isEditable) this.dom.append(label);
		this.#show(base);
	}

	update(node: Node): boolean {
		if (node.type !== this.#node.type || node.attrs['id'] !== this.#node.attrs['id']) return false;
		this.#node = node;
		this.#show();
		return true;
	}

	stopEvent(event: Event): boolean {
		return event.target === this.#alt;
	}

	ignoreMutation(): boolean {
		return true;
	}

	selectNode() {
		this.dom.classList.add('is-gekozen');
	}
	deselectNode() {
		this.dom.classList.remove('is-gekozen');
	}

	#show(base?: string) {
		const { id, alt, breedte, hoogte } = this.#node.attrs as Record<string, unknown>;
		if (base !== undefined) this.#img.src = `${base}${encodeURIComponent(String(id))}`;
		this.#img.alt = String(alt ?? '');
		if (typeof breedte === 'number') this.#img.width = breedte;
		if (typeof hoogte === 'number') this.#img.height = hoogte;
		this.#field.show(this.#node.attrs);
	}
}

/** A point to tick off, which shows what the text says: also when a tick could not be proposed. */
export const withTickAsItIs = (taskItem: Extension): Extension =>
	taskItem.extend({
		addNodeView() {
			const draw = this.parent?.();
			if (!draw) return null;
			return (props) => {
				const view = draw(props);
				const box = (view.dom as HTMLElement).querySelector('input');
				// after the library, which writes it at the same event
				box?.addEventListener('change', () => {
					const place = props.getPos();
					const node = place === undefined ? null : props.editor.state.doc.nodeAt(place);
					box.checked = node?.attrs['checked'] === true;
				});
				return view;
			};
		},
	});
