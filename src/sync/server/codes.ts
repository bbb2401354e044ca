/**
 * How a connection ends. y-websocket does not come back after 4400–4499, and tries again after all
 * others: `retry=20` in the reason asks our own client to wait that many seconds.
 */
export const CLOSE = {
	/** Something went wrong here: try again. */
	error: 1011,
	restart: 1012,
	/** Something was sent that no honest client sends. */
	protocol: 4400,
	/** Not, or no longer, logged in. */
	loggedOut: 4401,
	/** The right to this document is gone, or was overstepped again and again. */
	forbidden: 4403,
	/** Not there, or not for you: the same. */
	notFound: 4404,
	/** The document was rebuilt: drop your copy. */
	epoch: 4409,
	/** No proposal any more: somebody else changed the same place meanwhile. Drop your copy. */
	overtaken: 4410,
	/** The document cannot be opened; others can. */
	damaged: 4422,
	/** Full, or too slow to keep up. */
	busy: 4503,
	/** Too much in too short a time. */
	tooFast: 4529,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

export const RETRY = 'retry=20';
/** In the reason of 4404: it was there until now, and this was somebody's. */
export const GONE = 'gone';
