import { nieuws } from './frames.ts';
import { sync } from './rooms.ts';

/**
 * Tells everybody in a document to ask again for what stands beside it ('opmerkingen', 'versies').
 * Within a transaction it goes out after that; when it was rolled back they ask in vain.
 */
export function notifyDocument(name: string, topic: string) {
	queueMicrotask(() => sync().rooms.get(name)?.tellAll(nieuws(topic)));
}
