/** How a device shows the pages: kept in cookies, so the server can write it into `<html>`. */
export const WEERGAVE = {
	thema: { attribute: 'data-theme', values: ['light', 'dark'] },
	letters: { attribute: 'data-letters', values: ['112', '125'] },
	beweging: { attribute: 'data-beweging', values: ['minder'] },
} as const;

export type WeergaveKeuze = keyof typeof WEERGAVE;

/** The attributes for `<html>`; anything that is not a known choice is left out. */
export function weergaveAttributes(cookie: (name: string) => string | undefined): string {
	return Object.entries(WEERGAVE)
		.map(([name, { attribute, values }]) => {
			const value = cookie(name);
			return value && (values as readonly string[]).includes(value)
				? `${attribute}="${value}"`
				: '';
		})
		.filter(Boolean)
		.join(' ');
}
