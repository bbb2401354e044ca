/** After this rest a name folds away, so that it does not stand in the way of reading. */
const REST_MS = 3000;
/** This near to a caret of somebody else, the mouse points at it. */
const NEAR_PX = 6;

export interface Cursor {
	anchor: unknown;
	head: unknown;
}
export interface Caret {
	clientId: number;
	voornaam: string;
	kleur: number;
	cursor: Cursor;
}

interface Flag {
	element: HTMLElement;
	at: string;
	timer?: number;
}
type Point = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** The flags of others. One stays one element, so that its name does not blink with each letter. */
export class Flags {
	readonly #flags = new Map<number, Flag>();
	#mouse: Point | undefined;

	of({ clientId, voornaam, kleur, cursor }: Caret): HTMLElement {
		const flag = this.#flags.get(clientId) ?? { element: document.createElement('span'), at: '' };
		this.#flags.set(clientId, flag);
		const at = JSON.stringify(cursor);
		if (flag.at === at) return flag.element;
		flag.at = at;
		flag.element.className = `live-caret live-${kleur}`;
		flag.element.setAttribute('aria-hidden', 'true');
		const name = document.createElement('span');
		name.className = 'live-naam';
		name.textContent = voornaam;
		flag.element.replaceChildren(name);
		this.#show(flag);
		return flag.element;
	}

	/** A click goes through a flag to the words under it, so it is looked up whether one is pointed at. */
	point(mouse?: Point) {
		this.#mouse = mouse;
		for (const flag of this.#flags.values()) if (this.#isPointedAt(flag)) this.#show(flag);
	}

	/** Out of the way at once, until something calls them back (WCAG 1.4.13). */
	fold() {
		this.#mouse = undefined;
		for (const { element, timer } of this.#flags.values()) {
			window.clearTimeout(timer);
			element.classList.add('is-rust');
		}
	}

	#isPointedAt({ element }: Flag): boolean {
		if (!this.#mouse) return false;
		const { clientX, clientY } = this.#mouse;
		const { left, top, bottom } = element.getBoundingClientRect();
		return Math.abs(clientX - left) <= NEAR_PX && clientY >= top && clientY <= bottom;
	}

	#show(flag: Flag) {
		window.clearTimeout(flag.timer);
		flag.element.classList.remove('is-rust');
		requestAnimationFrame(() => fit(flag.element));
		flag.timer = window.setTimeout(() => {
			if (this.#isPointedAt(flag)) this.#show(flag);
			else flag.element.classList.add('is-rust');
		}, REST_MS);
	}

	/** Forgets who is gone. */
	keep(places: readonly { caret: Caret }[]) {
		const here = new Set(places.map(({ caret }) => caret.clientId));
		for (const [clientId, { timer }] of this.#flags)
			if (!here.has(clientId)) {
				window.clearTimeout(timer);
				this.#flags.delete(clientId);
			}
	}
}

/** A name that would be cut off at an edge hangs at the other side of its caret. */
function fit(flag: HTMLElement) {
	const name = flag.querySelector<HTMLElement>('.live-naam');
	const edge = flag.closest('.tableWrapper, .ProseMirror')?.getBoundingClientRect();
	if (!name || !edge) return;
	const { left, top } = flag.getBoundingClientRect();
	flag.classList.toggle('is-links', left + name.offsetWidth > edge.right);
	flag.classList.toggle('is-onder', top - name.offsetHeight < edge.top);
}
