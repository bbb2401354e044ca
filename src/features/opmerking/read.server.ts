import type { Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import {
	mayCreateOpmerking,
	mayReadOpmerkingen,
	mayUpdateOpmerking,
	type OpmerkingWaar,
} from '#access/opmerking.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { opmerkingRows, type OpmerkingRow } from './rows.server.ts';

interface Blik {
	actor: Actor;
	waar: OpmerkingWaar;
	naam(persoonId: string | null): string;
}

function uiting({ actor, waar, naam }: Blik, row: OpmerkingRow) {
	const weg = row.weggehaaldOp !== null;
	return {
		id: row.id,
		/** Empty when it was taken away, and stands there only for what others answered. */
		tekst: weg ? '' : row.tekst,
		weggehaald: weg,
		door: naam(row.door),
		op: row.createdAt,
		gewijzigd: row.gewijzigdOp !== null,
		may: { update: !weg && mayUpdateOpmerking(actor, { ...waar, door: row.door }) },
	};
}

/** All remarks on a document with what was answered, the oldest first. */
export function listOpmerkingen(actor: Actor, waar: OpmerkingWaar) {
	must(mayReadOpmerkingen(actor, waar));
	const namen = new Map<string | null, string>();
	const naam = (id: string | null) => {
		if (!namen.has(id)) namen.set(id, persoonNaam(waar.werkplaatsId, id));
		return namen.get(id)!;
	};
	const blik = { actor, waar, naam };
	const rows = opmerkingRows(waar);
	const answers = Map.groupBy(
		rows.filter((row) => row.opId !== null && row.weggehaaldOp === null),
		(row) => row.opId,
	);
	const opmerkingen = rows
		.filter((row) => row.opId === null && (row.weggehaaldOp === null || answers.has(row.id)))
		.map((row) => ({
			...uiting(blik, row),
			citaat: row.citaat,
			van: row.van?.toString('base64') ?? '',
			tot: row.tot?.toString('base64') ?? '',
			afgehandeld: row.afgehandeldOp && { op: row.afgehandeldOp, door: naam(row.afgehandeldDoor) },
			antwoorden: (answers.get(row.id) ?? []).map((answer) => uiting(blik, answer)),
		}));
	return { opmerkingen, may: { create: mayCreateOpmerking(actor, waar) } };
}

export type OpmerkingLijst = ReturnType<typeof listOpmerkingen>;
export type Opmerking = OpmerkingLijst['opmerkingen'][number];
export type Uiting = Opmerking['antwoorden'][number];
