/** A heading is found by its place, or by its point of the agenda: the text has no anchors. */
export function toonKop(
	blad: HTMLElement | undefined,
	isKop: (kop: HTMLElement, nummer: number) => boolean,
) {
	const koppen = blad?.querySelectorAll<HTMLElement>('.tekst :is(h2, h3, h4)') ?? [];
	[...koppen].find(isKop)?.scrollIntoView({ block: 'start' });
}

/** Now, and again when the editor has drawn anew what took the place of the text that came. */
export function toonPassage(blad: HTMLElement, hash: string): () => void {
	const show = async () => {
		const { citaatFromHash, goToPassage } = await import('#features/tekst/passage.ts');
		const citaat = citaatFromHash(hash);
		if (citaat) goToPassage(blad, citaat);
	};
	const timers = [0, 400].map((ms) => setTimeout(() => void show(), ms));
	return () => timers.forEach(clearTimeout);
}
