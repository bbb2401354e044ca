/**
 * A screen that goes dark helps nobody who looks at it from the back row; where this cannot be asked,
 * nothing breaks. Until it is stopped.
 */
export function houdWakker(): () => void {
	const vraag = () => {
		if (!document.hidden) void navigator.wakeLock?.request('screen').catch(() => undefined);
	};
	vraag();
	document.addEventListener('visibilitychange', vraag);
	return () => document.removeEventListener('visibilitychange', vraag);
}
