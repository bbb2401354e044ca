import type { Actor } from '#access/actor.ts';
import { mayNamens, mayNeemMee } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { codeVan } from './code.read.server.ts';
import { findTafel } from './tafel.server.ts';

const VRAAG = { delen: 'vraagDelen', duiden: 'vraagDuiden', doen: 'vraagDoen' } as const;
const isFase = (text: string): text is Fase => Object.hasOwn(FASEN, text);

/** Sheets for who has no device or would rather write with a pen; without a phase that of now. */
export function detailPapier(actor: Actor, bordId: string, gevraagd = '') {
	const { row, stand, facts } = findTafel(actor, bordId);
	must(mayNeemMee(actor, facts));
	const fase = isFase(gevraagd) ? gevraagd : stand.fase;
	return {
		id: row.id,
		titel: row.titel,
		fase,
		vraag: row[VRAAG[fase]] || row.titel,
		code: codeVan(actor, bordId),
		werkplaats: detailWerkplaats(actor).naam,
		may: { invoer: mayNamens(actor, facts) },
	};
}
export type Papier = ReturnType<typeof detailPapier>;

/** Where one types over what was written on them. */
export function beginPapierInvoer(actor: Actor, bordId: string) {
	const { row, stand, facts } = findTafel(actor, bordId);
	must(mayNamens(actor, facts));
	return { id: row.id, titel: row.titel, soort: row.soort, fase: stand.fase };
}
