/** The contract between a `<Form>` and the action that receives it. */

/** Hidden fields that every form carries. */
export const HIDDEN = {
	/** A key made with the page: the same form sent twice counts once. */
	request: 'verzoek',
	/** Which form of the page this is. */
	name: 'formulier',
	/** The values the form started from, as JSON, to notice what somebody else changed. */
	basis: 'basis',
	/** What was asked already: sent again with it, the answer is yes. */
	seen: 'gezien',
} as const;

export type Values = Record<string, string | string[]>;

/** What a form gets back when it was not saved. Everything that was typed is in it. */
export interface FormFailure {
	form: string;
	values: Values;
	/** A plain sentence per field; `''` is about the whole form. */
	errors: Record<string, string>;
	/** Fields that somebody else changed meanwhile. */
	conflicts?: Record<string, { mine: string; theirs: string }>;
	/** Who that somebody is. */
	by?: string;
	/** The values to start from when the form is sent again. */
	basis?: Record<string, string>;
	/** What is odd and may be so, a plain sentence per field: it was asked, and not saved yet. */
	doubts?: Record<string, string>;
	/** The doubts with what they were about, for the hidden field. */
	seen?: string;
}
