/** Of a browser that tells it; see https://developer.mozilla.org/docs/Web/API/CloseWatcher. */
interface Watcher {
	onclose: (() => void) | null;
	destroy(): void;
}

/** Calls it when somebody goes back by the gesture or the button of a phone; until it is stopped. */
export function onBack(close: () => void): (() => void) | undefined {
	const { CloseWatcher } = window as Window & { CloseWatcher?: new () => Watcher };
	if (!CloseWatcher) return undefined;
	const watcher = new CloseWatcher();
	watcher.onclose = close;
	return () => watcher.destroy();
}
