import type { Attachment } from 'svelte/attachments';

/** Where a briefje was let go. */
export type Doel = { groepId: string; voor: string | null } | 'nieuw';

interface Slepen {
	mag: () => boolean;
	/** Taken in hand; empty when it was let go. */
	onpak: (id: string) => void;
	onleg: (id: string, doel: Doel) => void;
}

interface Sleep {
	id: string;
	van: HTMLElement;
	beeld: HTMLElement;
	dx: number;
	dy: number;
	/** What it would come in, and before what. */
	plek?: HTMLElement;
	voor?: HTMLElement;
}

/** A hand that shakes does not drag. */
const BEGIN = 6;
/** So near to the edge of what scrolls it goes along, by so many pixels. */
const RAND = 48;
const STAP = 10;

const briefjesIn = (plek: Element, behalve: string) =>
	[...plek.querySelectorAll<HTMLElement>('[data-briefje]')].filter(
		({ dataset }) => dataset['briefje'] !== behalve,
	);

/** The first that is read after this point. */
const naPunt = (elements: HTMLElement[], x: number, y: number) =>
	elements.find((element) => {
		const { left, top, width, bottom } = element.getBoundingClientRect();
		return y < top || (y <= bottom && x < left + width / 2);
	});

function maakBeeld(van: HTMLElement): HTMLElement {
	const { left, top, width } = van.getBoundingClientRect();
	const beeld = van.cloneNode(true) as HTMLElement;
	beeld.removeAttribute('id');
	delete beeld.dataset['briefje'];
	beeld.inert = true;
	beeld.classList.add('sleepbeeld');
	Object.assign(beeld.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
	van.ownerDocument.body.append(beeld);
	return beeld;
}

function scrollLangs(punt: Element | null, y: number) {
	let box = punt instanceof HTMLElement ? punt : null;
	while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
	if (!box) return;
	const { top, bottom } = box.getBoundingClientRect();
	if (y < top + RAND) box.scrollTop -= STAP;
	else if (y > bottom - RAND) box.scrollTop += STAP;
}

const merk = (element: HTMLElement | undefined, naam: string, aan: boolean) => {
	if (aan) element?.setAttribute(naam, '');
	else element?.removeAttribute(naam);
};

/**
 * Briefjes go from place to place with a mouse or a pen. Who uses keys or a finger has the menu of a
 * briefje for the same. What others do meanwhile changes nothing of what is in hand.
 */
export const slepen =
	({ mag, onpak, onleg }: Slepen): Attachment<HTMLElement> =>
	(tafel) => {
		let begin: { x: number; y: number; van: HTMLElement } | undefined;
		let sleep: Sleep | undefined;

		function down(event: PointerEvent) {
			const van = (event.target as Element).closest<HTMLElement>('[data-briefje]');
			if (!van || event.button !== 0 || event.pointerType === 'touch' || !mag()) return;
			begin = { x: event.clientX, y: event.clientY, van };
		}

		function pak(event: PointerEvent) {
			if (!begin) return;
			const { van, x, y } = begin;
			const id = van.dataset['briefje'] ?? '';
			sleep = { id, van, beeld: maakBeeld(van), dx: x, dy: y };
			tafel.setPointerCapture(event.pointerId);
			merk(van, 'data-sleept', true);
			merk(document.documentElement, 'data-sleept', true);
			onpak(id);
		}

		function wijs(plek?: HTMLElement, voor?: HTMLElement) {
			if (!sleep) return;
			for (const [was, is, naam] of [
				[sleep.plek, plek, 'data-doel'],
				[sleep.voor, voor, 'data-voor'],
			] as const) {
				if (was === is) continue;
				merk(was, naam, false);
				merk(is, naam, true);
			}
			Object.assign(sleep, { plek, voor });
		}

		function move(event: PointerEvent) {
			const { clientX: x, clientY: y } = event;
			if (begin && !sleep && Math.hypot(x - begin.x, y - begin.y) >= BEGIN) pak(event);
			if (!sleep) return;
			event.preventDefault();
			sleep.beeld.style.transform = `translate(${x - sleep.dx}px, ${y - sleep.dy}px) rotate(-2deg)`;
			const punt = document.elementFromPoint(x, y);
			const plek = punt?.closest<HTMLElement>('[data-plek]') ?? undefined;
			wijs(plek, plek && naPunt(briefjesIn(plek, sleep.id), x, y));
			scrollLangs(punt, y);
		}

		/** Everything as it was; what was in hand, and where. */
		function stop(): Sleep | undefined {
			begin = undefined;
			if (!sleep) return undefined;
			const was = { ...sleep };
			wijs();
			sleep.beeld.remove();
			merk(sleep.van, 'data-sleept', false);
			merk(document.documentElement, 'data-sleept', false);
			sleep = undefined;
			onpak('');
			return was;
		}

		function up() {
			const was = stop();
			if (!was) return;
			// letting go is no click
			tafel.addEventListener('click', geenKlik, { capture: true });
			setTimeout(() => tafel.removeEventListener('click', geenKlik, { capture: true }));
			const groepId = was.plek?.dataset['plek'];
			if (groepId === undefined) return;
			const voor = was.voor?.dataset['briefje'] ?? null;
			onleg(was.id, groepId === 'nieuw' ? 'nieuw' : { groepId, voor });
		}
		const geenKlik = (event: Event) => {
			event.preventDefault();
			event.stopPropagation();
		};
		const cancel = () => void stop();
		const escape = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || !sleep) return;
			event.preventDefault();
			cancel();
		};

		tafel.addEventListener('pointerdown', down);
		tafel.addEventListener('pointermove', move);
		tafel.addEventListener('pointerup', up);
		tafel.addEventListener('pointercancel', cancel);
		document.addEventListener('keydown', escape);
		return () => {
			cancel();
			tafel.removeEventListener('pointerdown', down);
			tafel.removeEventListener('pointermove', move);
			tafel.removeEventListener('pointerup', up);
			tafel.removeEventListener('pointercancel', cancel);
			document.removeEventListener('keydown', escape);
		};
	};
