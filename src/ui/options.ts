import type { Component } from 'svelte';

/** One thing to choose from. */
export interface Option {
	value: string;
	label: string;
	/** One short sentence below the label. */
	help?: string;
	icon?: Component<{ class?: string }>;
	/** Options with the same group stand together (only in a select). */
	group?: string;
}

export const labelOf = (options: Option[]) => (value: string) =>
	options.find((option) => option.value === value)?.label ?? value;
