import type { Attachment } from 'svelte/attachments';

interface Sortable {
	/** What one takes hold of, within an item; items are the children with `data-id`. */
	handle: string;
	/** Behind which item it was let go; empty for the first place. */
	onmove: (id: string, na: string) => void;
	/** While something is in hand, nothing else may move it. */
	ondrag?: (busy: boolean) => void;
}

interface Item {
	element: HTMLElement;
	id: string;
	top: number;
	height: number;
}

interface Drag {
	items: Item[];
	from: number;
	to: number;
	startY: number;
}

const itemsOf = (list: HTMLElement): Item[] =>
	[...list.children]
		.filter((child): child is HTMLElement => child instanceof HTMLElement && !!child.dataset['id'])
		.map((element) => {
			const { top, height } = element.getBoundingClientRect();
			return { element, id: element.dataset['id']!, top: top + scrollY, height };
		});

/** The place whose middle the middle of the item in hand passed. */
function placeOf({ items, from }: Drag, middle: number): number {
	const others = items.filter((_item, index) => index !== from);
	return others.filter(({ top, height }) => top + height / 2 < middle).length;
}

/** Nothing moves in the document: things only look moved until the list itself is made anew. */
function show({ items, from, to }: Drag, by: number) {
	const { height } = items[from]!;
	items.forEach(({ element }, index) => {
		const isBelow = index > from && index <= to;
		const isAbove = index < from && index >= to;
		const shift = index === from ? by : isBelow ? -height : isAbove ? height : 0;
		element.style.transform = shift ? `translateY(${shift}px)` : '';
	});
}

/**
 * Puts the items of a list in another order with mouse or finger. Who uses keys has buttons for the
 * same: this is an extra, not the only way.
 */
export const sortable =
	(options: Sortable): Attachment<HTMLElement> =>
	(list) => {
		let drag: Drag | undefined;

		function start(event: PointerEvent) {
			const grip = (event.target as Element).closest<HTMLElement>(options.handle);
			const at = grip?.closest<HTMLElement>('[data-id]');
			if (!grip || !at || event.button !== 0 || drag) return;
			const items = itemsOf(list);
			const from = items.findIndex(({ element }) => element === at);
			if (from === -1) return;
			event.preventDefault();
			grip.setPointerCapture(event.pointerId);
			drag = { items, from, to: from, startY: event.pageY };
			at.dataset['sleept'] = '';
			options.ondrag?.(true);
		}

		function move(event: PointerEvent) {
			if (!drag) return;
			const by = event.pageY - drag.startY;
			const { top, height } = drag.items[drag.from]!;
			drag.to = placeOf(drag, top + height / 2 + by);
			show(drag, by);
		}

		/** Everything back as it was; where it was let go, when it is another place. */
		function stop(): { id: string; na: string } | undefined {
			if (!drag) return;
			const { items, from, to } = drag;
			drag = undefined;
			for (const { element } of items) element.style.transform = '';
			delete items[from]!.element.dataset['sleept'];
			options.ondrag?.(false);
			if (to === from) return;
			const others = items.filter((_item, index) => index !== from);
			return { id: items[from]!.id, na: others[to - 1]?.id ?? '' };
		}

		const drop = () => {
			const moved = stop();
			if (moved) options.onmove(moved.id, moved.na);
		};
		const cancel = () => void stop();
		const escape = (event: KeyboardEvent) => event.key === 'Escape' && cancel();

		list.addEventListener('pointerdown', start);
		list.addEventListener('pointermove', move);
		list.addEventListener('pointerup', drop);
		list.addEventListener('pointercancel', cancel);
		document.addEventListener('keydown', escape);
		return () => {
			cancel();
			list.removeEventListener('pointerdown', start);
			list.removeEventListener('pointermove', move);
			list.removeEventListener('pointerup', drop);
			list.removeEventListener('pointercancel', cancel);
			document.removeEventListener('keydown', escape);
		};
	};
