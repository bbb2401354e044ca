/** Which row each part of a seed became. */
export class Ids {
	private readonly known = new Map<string, string>();

	set(soort: string, sleutel: string | number, id: string) {
		this.known.set(`${soort}:${sleutel}`, id);
	}

	get(soort: string, sleutel: string | number): string {
		const id = this.known.get(`${soort}:${sleutel}`);
		if (!id) throw new Error(`the seed has no ${soort} ${sleutel}`);
		return id;
	}

	/** For a reference that may be left out. */
	find(soort: string, sleutel: string | number | undefined): string | null {
		return sleutel === undefined ? null : this.get(soort, sleutel);
	}

	/** `{ "leeromgeving:werkteam-2": "…" }` */
	all(): Record<string, string> {
		return Object.fromEntries(this.known);
	}
}
