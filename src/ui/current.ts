/** The item whose page this is: the longest address that the path begins with. */
export function currentHref(path: string, hrefs: string[]): string | undefined {
	return hrefs
		.filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
		.sort((a, b) => b.length - a.length)[0];
}
