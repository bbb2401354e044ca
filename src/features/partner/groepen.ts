interface MetKoepel {
	id: string;
	koepel: { id: string } | null;
}

export interface Groep<T> {
	kop: T;
	leden: T[];
}

/** Members stand under their koepel when that is in the list too; others stand alone. */
export function groepeer<T extends MetKoepel>(partners: readonly T[]): Groep<T>[] {
	const ids = new Set(partners.map((p) => p.id));
	const isLid = (p: T) => p.koepel !== null && ids.has(p.koepel.id);
	const onder = (id: string): T[] =>
		partners.filter((p) => p.koepel?.id === id).flatMap((p) => [p, ...onder(p.id)]);
	return partners.filter((p) => !isLid(p)).map((kop) => ({ kop, leden: onder(kop.id) }));
}

/** How many partners that is: a koepel counts through its members. */
export const aantalPartners = (partners: readonly MetKoepel[]) =>
	partners.filter((p) => !partners.some((lid) => lid.koepel?.id === p.id)).length;
