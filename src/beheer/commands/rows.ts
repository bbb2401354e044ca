/** How many rows there are, in total and per table that has any. */
export function countLines(rows: Record<string, number>): string[] {
	const filled = Object.entries(rows).filter(([name, n]) => n > 0 && !name.startsWith('__'));
	const total = filled.reduce((sum, [, n]) => sum + n, 0);
	return [
		`${total} rijen in ${filled.length} tabellen.`,
		...filled.map(([name, n]) => `  ${name}: ${n}`),
	];
}
