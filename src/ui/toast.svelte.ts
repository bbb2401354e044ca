import type { Component } from 'svelte';

/** One sentence about what just happened, and how to undo it. */
export interface Melding {
	tekst: string;
	/** A form action that puts it back, with the fields to send. */
	zetTerug?: { action: string; fields: Record<string, string> };
	/** On the page itself: a button that undoes it there. */
	doe?: { label: string; run: () => void };
	icon?: Component<{ class?: string }>;
}

/** One at a time; written in the browser only, so requests share nothing on the server. */
export const toast = $state<{ melding: Melding | undefined }>({ melding: undefined });

export function showToast(melding: Melding | string) {
	toast.melding = typeof melding === 'string' ? { tekst: melding } : melding;
}
