/** Who an actiepunt is for. Also where no text is written, so nothing of an editor is in here. */

export interface Mens {
	id: string;
	naam: string;
}

/** Who is chosen: somebody known by that name, or only a name. */
export function wieVan(typed: string, mensen: readonly Mens[]): { wie: string; wieId: string } {
	const wie = typed.trim().slice(0, 300);
	const known = mensen.filter(({ naam }) => naam.toLowerCase() === wie.toLowerCase());
	return { wie: known[0]?.naam ?? wie, wieId: known.length === 1 ? known[0]!.id : '' };
}
