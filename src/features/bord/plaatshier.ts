/** A browser that keeps nothing for this page refuses to be asked. */
function vak(soort: 'localStorage' | 'sessionStorage'): Storage | undefined {
	try {
		return window[soort];
	} catch {
		return undefined;
	}
}

/** What this device keeps of somebody at a table, until it went out: for so many milliseconds at most. */
export function plaatsHier(wie: string, duur: number) {
	const opslag = vak('localStorage');
	return { wie, bewaard: opslag && { opslag, duur }, blok: vak('sessionStorage') };
}
