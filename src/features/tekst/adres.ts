const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address of a link as it may be stored and clicked, or undefined. What a browser would read
 * differently than a person (`java\nscript:`, a space in front) is read here as the browser does.
 */
export function veiligAdres(value: unknown): string | undefined {
	if (typeof value !== 'string' || value.length > 2000) return undefined;
	try {
		const address = new URL(value);
		return SCHEMES.has(address.protocol) ? address.href : undefined;
	} catch {
		return undefined;
	}
}

/** What a person types or pastes as an address: without a scheme it is a site or an e-mail address. */
export function adresUitInvoer(typed: string): string | undefined {
	const text = typed.trim();
	if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return veiligAdres(`mailto:${text}`);
	if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return veiligAdres(text);
	return /^[^\s/]+\.[^\s/]{2,}/.test(text) ? veiligAdres(`https://${text}`) : undefined;
}
