/** "verslag/<id>" ⇄ { kind, id }: the only place that knows how a live document is named. */
export interface DocumentName {
	kind: string;
	id: string;
}

const NAME = /^([a-z]{2,20})\/([a-z2-7]{20})$/;

export const documentName = ({ kind, id }: DocumentName): string => `${kind}/${id}`;

/** Undefined for what names no document: one spelling only, byte for byte. */
export function parseName(name: string): DocumentName | undefined {
	const [, kind, id] = NAME.exec(name) ?? [];
	return kind && id ? { kind, id } : undefined;
}

/** Where a live document is reached, from the root of the site. */
export const SYNC_PATH = '/sync/';
