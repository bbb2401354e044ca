/** A live text as plain data: the JSON of ProseMirror, and nothing of Yjs. */
export interface TekstNode {
	type: string;
	attrs?: Record<string, string | number | boolean | null | number[]>;
	content?: TekstNode[];
	text?: string;
	marks?: TekstMark[];
}

export interface TekstMark {
	type: string;
	attrs?: Record<string, string | number | boolean | null>;
}
