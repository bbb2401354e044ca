/**
 * Of links to files that are made one after another. Without a script the browser follows them; of
 * one that fails then, it does not say why.
 */
export class Wachtrij {
	/** Why it takes long, or why there is no file. */
	zin = $state('');
	#bezig = false;

	readonly kies = async (event: MouseEvent & { currentTarget: HTMLAnchorElement }) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		if (this.#bezig) return;
		this.#bezig = true;
		const link = event.currentTarget;
		try {
			const { haalBestand } = await import('./haal.ts');
			await haalBestand(link, (zin) => (this.zin = zin));
		} catch {
			this.zin = 'Geen internet. Probeer het zo nog een keer.';
		}
		this.#bezig = false;
	};
}
