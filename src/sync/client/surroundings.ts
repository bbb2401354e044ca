import { tellCaret } from './caret.ts';
import { OfflineCopy, type OfflineOptions } from './offline.ts';
import { watchLine, type Wakeup } from './wakeup.ts';

/** Everything a live document needs of the place it runs in. */
export interface Surroundings {
	/** Of the server, `wss://…`. */
	origin: string;
	socket: typeof WebSocket;
	/** The device itself says that there is no network. */
	noNetwork(): boolean;
	openCopy(options: OfflineOptions): Promise<OfflineCopy>;
	watchLine(wakeup: Wakeup): () => void;
	/** Called before something of others comes in: where one put the own caret may not be told yet. */
	tellCaret(): void;
	/** Asks before the page goes, as long as this says so. */
	guardLeaving(isLost: () => boolean): () => void;
	/** Nobody did anything for a while, and nothing is half filled in. */
	isIdle(): boolean;
	reload(): void;
	logIn(): void;
}

const IDLE_MS = 2 * 60_000;
let lastActive = Date.now();

const isTouched = (field: Element): boolean =>
	(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
	field.type !== 'hidden' &&
	field.value !== field.defaultValue;

function guardLeaving(isLost: () => boolean): () => void {
	const ask = (event: BeforeUnloadEvent) => isLost() && event.preventDefault();
	const active = () => (lastActive = Date.now());
	addEventListener('beforeunload', ask);
	addEventListener('pointerdown', active, true);
	addEventListener('keydown', active, true);
	return () => {
		removeEventListener('beforeunload', ask);
		removeEventListener('pointerdown', active, true);
		removeEventListener('keydown', active, true);
	};
}

export const browser = (): Surroundings => ({
	origin: location.origin.replace(/^http/, 'ws'),
	socket: WebSocket,
	noNetwork: () => !navigator.onLine,
	openCopy: (options) => OfflineCopy.open(options),
	watchLine,
	tellCaret,
	guardLeaving,
	isIdle: () =>
		Date.now() - lastActive > IDLE_MS &&
		![...document.querySelectorAll('input, textarea')].some(isTouched),
	reload: () => location.reload(),
	// in a tab of its own: what is written here stays where it is
	logIn: () => void open('/inloggen', '_blank', 'noopener'),
});
