export type RejectReason =
	| 'malformed'
	| 'range'
	| 'length'
	| 'gap'
	| 'foreign'
	| 'reference'
	| 'order'
	| 'deletes'
	| 'root'
	| 'own'
	| 'place'
	| 'element'
	| 'attribute'
	| 'mark'
	| 'value'
	| 'content'
	| 'depth';

/** Why an update was refused: a word for the log and the metrics, never what stood in it. */
export class Reject extends Error {
	readonly reason: RejectReason;

	constructor(reason: RejectReason) {
		super(reason);
		this.name = 'Reject';
		this.reason = reason;
	}
}

export function need(ok: boolean, reason: RejectReason): asserts ok {
	if (!ok) throw new Reject(reason);
}
