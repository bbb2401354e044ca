const LOOK_MS = 3_000;
/** A timer that comes this much too late was not just busy: the machine slept. */
const SLEPT_MS = 12_000;

export interface Wakeup {
	/** The line may be back, or the machine slept: see whether it still holds, and connect if not. */
	wake(slept: boolean): void;
	/** The device says that it has no network. */
	lost(): void;
	/** Every few seconds. */
	look(): void;
}

/** Listens to everything a browser tells of lines and sleep. */
export function watchLine({ wake, lost, look }: Wakeup): () => void {
	let last = Date.now();
	const timer = setInterval(() => {
		const slept = Date.now() - last > SLEPT_MS;
		last = Date.now();
		if (slept) wake(true);
		look();
	}, LOOK_MS);
	const awake = () => wake(false);
	const seen = () => document.visibilityState === 'visible' && wake(false);
	const shown = (event: PageTransitionEvent) => event.persisted && wake(true);
	addEventListener('online', awake);
	addEventListener('offline', lost);
	addEventListener('pageshow', shown);
	addEventListener('focus', awake);
	document.addEventListener('visibilitychange', seen);
	return () => {
		clearInterval(timer);
		removeEventListener('online', awake);
		removeEventListener('offline', lost);
		removeEventListener('pageshow', shown);
		removeEventListener('focus', awake);
		document.removeEventListener('visibilitychange', seen);
	};
}
