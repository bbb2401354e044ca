import type { Component } from 'svelte';

export interface PaletteItem {
	href: string;
	label: string;
	/** The kind in words: "verslag", "persoon", "doen". */
	soort: string;
	icon?: Component<{ class?: string }>;
}

/** "Ga naar", "Doe" or "Mensen", with what was found. */
export interface PaletteGroup {
	label: string;
	items: PaletteItem[];
}

export type PaletteSearch = (query: string) => Promise<PaletteGroup[]>;

/** The last five that were chosen, newest first; kept in memory only. */
export function remember(items: PaletteItem[], chosen: PaletteItem): PaletteItem[] {
	return [chosen, ...items.filter((item) => item.href !== chosen.href)].slice(0, 5);
}
