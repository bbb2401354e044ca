const AGAIN_MS = 2_000;

/**
 * Of a link to a file that is made one after another. What goes wrong here, the link itself says
 * better.
 */
export class Wachtrij {
	/** A file of ours waits for those of others. */
	wacht = $state(false);
	#mayGo = false;

	readonly kies = async (event: MouseEvent & { currentTarget: HTMLAnchorElement }) => {
		if (this.#mayGo || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		if (this.wacht) return;
		const link = event.currentTarget;
		do {
			const answer = await fetch(`${link.pathname}?wacht`).catch(() => undefined);
			this.wacht = answer?.ok === true && ((await answer.json()) as { wacht: boolean }).wacht;
			if (this.wacht) await new Promise((again) => setTimeout(again, AGAIN_MS));
		} while (this.wacht && link.isConnected);
		this.#mayGo = true;
		link.click();
		this.#mayGo = false;
	};
}
