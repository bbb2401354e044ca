import { doorWie, type Actor } from '#access/actor.ts';
import { docxOf } from '#features/uitvoer/docx.server.ts';
import type { Stuk } from '#features/uitvoer/export.server.ts';
import { markdownOf } from '#features/uitvoer/markdown.server.ts';
import { typstOf } from '#features/uitvoer/typst.server.ts';
import { record } from '#server/audit.ts';
import { mustBeCalm } from '#server/calm.ts';
import { isPdfBusy, renderPdf } from '#server/pdf/pdf.ts';
import type { BordBlad } from './blad.ts';
import { detailBlad } from './blad.read.server.ts';
import { bladTekst } from './bladtekst.ts';
import { bladCsv } from './export.csv.ts';
import { BORD_UITVOER, type BordUitvoer } from './export.ts';
import { findBord } from './find.server.ts';

const stukOf = (blad: BordBlad): Stuk => ({
	titel: blad.titel,
	werkplaats: blad.werkplaats,
	gemaakt: blad.gemaakt,
	feiten: blad.feiten,
	status: blad.status,
	tekst: bladTekst(blad),
	beelden: new Map(),
});

/** For another program: it says which form it has, so that a later one can differ. */
const bladJson = (blad: BordBlad): string =>
	JSON.stringify({ vorm: 'samenspel-bord', versie: 1, ...blad }, null, '\t');

const utf8 = (text: string) => new TextEncoder().encode(text);
const MAKE: Record<BordUitvoer, (blad: BordBlad) => Promise<Uint8Array<ArrayBuffer>>> = {
	docx: (blad) => docxOf(stukOf(blad)),
	pdf: (blad) => renderPdf(typstOf(stukOf(blad))),
	md: async (blad) => utf8(markdownOf(stukOf(blad))),
	csv: async (blad) => utf8(bladCsv(blad)),
	json: async (blad) => utf8(bladJson(blad)),
};

/** Letters and digits: a name that every system can keep, and no path. */
const fileName = (titel: string, vorm: BordUitvoer) => {
	const plain = titel.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-');
	const ascii = plain.replace(/[^\w-]/g, '').replace(/^-+|-+$/g, '');
	return `bord-${ascii.slice(0, 80).toLowerCase() || 'zonder-naam'}.${vorm}`;
};

/** Whether who asks for this file now has to wait for those of others. */
export function hasToWait(actor: Actor, bordId: string, vorm: BordUitvoer): boolean {
	findBord(actor, bordId);
	return vorm === 'pdf' && isPdfBusy();
}

/** The bord as a file, for who may read it. What leaves the program is written down. */
export async function exportBord(actor: Actor, bordId: string, vorm: BordUitvoer) {
	const { id, werkplaatsId } = findBord(actor, bordId);
	const blad = detailBlad(actor, bordId);
	mustBeCalm('exports', actor);
	const bytes = await MAKE[vorm](blad);
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: 'bord.export',
		object: `bord:${id}`,
		werkplaatsId,
	});
	return { bytes, type: BORD_UITVOER[vorm].type, naam: fileName(blad.titel, vorm) };
}
