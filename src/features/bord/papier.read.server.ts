import type { Actor } from '#access/actor.ts';
import { mayNamens, mayNeemMee, type BordFacts } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import { codeVan } from './code.read.server.ts';
import { heeftFasen, soortenOp, STANDPUNTEN } from './soort.ts';
import { findTafel } from './tafel.server.ts';

const VRAAG = { delen: 'vraagDelen', duiden: 'vraagDuiden', doen: 'vraagDoen' } as const;
const isFase = (text: string): text is Fase => Object.hasOwn(FASEN, text);

/** Sheets for who has no device or would rather write with a pen; without a phase that of now. */
export function detailPapier(actor: Actor, bordId: string, gevraagd = '') {
	const { row, stand, facts } = findTafel(actor, bordId);
	must(mayNeemMee(actor, facts));
	const fasen = heeftFasen(row.soort);
	const fase = fasen && isFase(gevraagd) ? gevraagd : stand.fase;
	return {
		id: row.id,
		titel: row.titel,
		fase,
		/** Whether there is another sheet for another phase. */
		fasen,
		/** One says whether one agrees, and why. */
		isStelling: soortenOp(row.soort, fase) === STANDPUNTEN,
		vraag: row[VRAAG[fase]] || row.titel,
		code: codeVan(actor, bordId),
		werkplaats: detailWerkplaats(actor).naam,
		may: { invoer: mayNamens(actor, facts) },
	};
}
export type Papier = ReturnType<typeof detailPapier>;

/** Who comes by an address that was theirs before, is told why it is not now. */
function waaromNiet({ afgerond, slot }: BordFacts): string {
	if (afgerond) return 'Dit bord is afgerond. Er kan niets meer bij.';
	if (slot) return 'Het bord staat op slot. Alleen wie de regie heeft, legt nu iets neer.';
	return 'Je leest hier mee. Wie aan tafel zit, neemt de briefjes over.';
}

/** Where one types over what was written on them. */
export function beginPapierInvoer(actor: Actor, bordId: string) {
	const { row, stand, facts } = findTafel(actor, bordId);
	must(mayNeemMee(actor, facts));
	return {
		id: row.id,
		titel: row.titel,
		soort: row.soort,
		fase: stand.fase,
		/** Empty for who may. */
		waaromNiet: mayNamens(actor, facts) ? '' : waaromNiet(facts),
	};
}
