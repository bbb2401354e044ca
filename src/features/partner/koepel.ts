/** An organisatie as a link in the chain of koepels. */
interface Schakel {
	id: string;
	koepelId: string | null;
}

/** The koepels above this one, the nearest first. Ends also when stored data has a circle. */
export function koepelsBoven(id: string, alle: readonly Schakel[]): string[] {
	const boven: string[] = [];
	let next = alle.find((s) => s.id === id)?.koepelId;
	while (next && next !== id && !boven.includes(next)) {
		const koepelId = next;
		boven.push(koepelId);
		next = alle.find((s) => s.id === koepelId)?.koepelId;
	}
	return boven;
}

/** Everything below this koepel, members of members too. */
export const ledenOnder = (id: string, alle: readonly Schakel[]): string[] =>
	alle.filter((s) => koepelsBoven(s.id, alle).includes(id)).map((s) => s.id);
