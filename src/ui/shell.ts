import type { Component } from 'svelte';

export interface NavItem {
	href: string;
	label: string;
	icon: Component<{ class?: string }>;
	/** Another address whose pages belong here: a leervraag to the kennisagenda. */
	also?: string;
	/** Stands in the bar of the phone, where three fit; `phoneLabel` when the word is too long. */
	phone?: boolean;
	phoneLabel?: string;
}

/** Own places, each with its cloth. */
export interface Pinned {
	label: string;
	items: { href: string; label: string; kleed: string }[];
}
