import type { Option } from './options.ts';

/** A field of a form that is said as data: a page knows nothing of it beforehand. */
export interface ListedField {
	name: string;
	label: string;
	/** What it starts with. */
	value: string;
	help?: string;
	maxlength?: number;
	rows?: number;
	inputmode?: 'numeric';
	/** To choose from, and what stands there as long as nothing was chosen. */
	choice?: { options: Option[]; empty: string };
}
