import { doorWie, type Actor } from '#access/actor.ts';
import { afbeeldingRow } from '#features/afbeelding/rows.server.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag, toonDatum } from '#features/datum/toon.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { EXPORT_SOORTEN, type ExportSoort } from '#features/verslag/export.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { nodesIn } from '#features/verslag/punten.ts';
import { detailVerslag, type VerslagDetail } from '#features/verslag/read.server.ts';
import { zonderVoorstellen } from '#features/voorstel/voorstel.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { record } from '#server/audit.ts';
import { mustBeCalm } from '#server/calm.ts';
import { today } from '#server/clock.ts';
import { readStored } from '#server/files/store.ts';
import { toClassic } from '#server/image/reencode.ts';
import { isPdfBusy } from '#server/pdf/pdf.ts';
import { bijlagen } from './bijlagen.server.ts';
import { docxOf } from './docx.server.ts';
import type { Beeld, Stuk } from './export.server.ts';
import { htmlOf } from './html.server.ts';
import { markdownOf } from './markdown.server.ts';
import { pdfOf } from './pdf.server.ts';
import { metHaken, VOORSTELZIN } from './voorstellen.server.ts';

/** More pictures than a verslag may have were not put there by people. */
const MOST_IMAGES = 100;

/** The pictures that the text shows and that are of this verslag: an id of another one shows none. */
async function beeldenOf(bijeenkomstId: string, tekst: TekstNode): Promise<Map<string, Beeld>> {
	const ids = [...nodesIn(tekst)]
		.filter(({ type }) => type === 'afbeelding')
		.map(({ attrs }) => String(attrs?.['id'] ?? ''));
	const beelden = new Map<string, Beeld>();
	for (const id of [...new Set(ids)].slice(0, MOST_IMAGES)) {
		const row = afbeeldingRow(id);
		if (row?.bijeenkomstId !== bijeenkomstId) continue;
		const stored = await readStored(id);
		if (!stored) continue;
		const { bytes, kind } = await toClassic(stored);
		beelden.set(id, { bytes, soort: kind, breedte: row.breedte, hoogte: row.hoogte });
	}
	return beelden;
}

const statusOf = ({ status, vaststelling }: VerslagDetail): string => {
	if (!vaststelling) return status === 'ter-controle' ? 'Ter controle' : 'Concept';
	const door = vaststelling.door ? ` door ${vaststelling.door}` : '';
	return `Vastgesteld op ${toonDag(today(vaststelling.op))}${door}`;
};

function feitenOf(actor: Actor, bijeenkomstId: string) {
	const { team, datum, begin, eind, plaats, titel } = detailBijeenkomst(actor, bijeenkomstId);
	const wanneer = [datum && toonDatum(datum), toonTijden({ begin, eind })]
		.filter(Boolean)
		.join(', ');
	const feiten = [
		{ label: 'Team', waarde: team.naam },
		{ label: 'Datum', waarde: wanneer },
		{ label: 'Plaats', waarde: plaats },
	];
	return { titel, feiten: feiten.filter(({ waarde }) => waarde) };
}

/** A verslag as it leaves: what stands, and with `voorstellen` what is proposed too, marked. */
async function stukOf(actor: Actor, bijeenkomstId: string, metVoorstellen: boolean): Promise<Stuk> {
	const verslag = detailVerslag(actor, bijeenkomstId);
	const vast = zonderVoorstellen(verslag.tekst);
	const toont = metVoorstellen && verslag.voorstellen > 0;
	const tekst = toont ? metHaken(verslag.tekst) : vast;
	const { titel, feiten } = feitenOf(actor, bijeenkomstId);
	return {
		titel,
		feiten,
		werkplaats: detailWerkplaats(actor).naam,
		gemaakt: toonDag(today()),
		status: statusOf(verslag),
		tekst: {
			...tekst,
			content: [
				...(toont ? [VOORSTELZIN] : []),
				...(tekst.content ?? []),
				// what is only proposed was not agreed
				...bijlagen(vast, verslag.errata),
			],
		},
		beelden: await beeldenOf(bijeenkomstId, tekst),
	};
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const MAKE: Record<ExportSoort, (stuk: Stuk) => Promise<Uint8Array<ArrayBuffer>>> = {
	docx: docxOf,
	html: async (stuk) => utf8(htmlOf(stuk)),
	md: async (stuk) => utf8(markdownOf(stuk)),
	pdf: pdfOf,
};

/** Letters and digits: a name that every system can keep, and no path. */
const fileName = (titel: string, soort: ExportSoort) => {
	const plain = titel.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-');
	const ascii = plain.replace(/[^\w-]/g, '').replace(/^-+|-+$/g, '');
	return `${ascii.slice(0, 80).toLowerCase() || 'verslag'}.${soort}`;
};

/** Whether who asks for this file now has to wait for those of others. */
export function hasToWait(actor: Actor, bijeenkomstId: string, soort: ExportSoort): boolean {
	findVerslag(actor, bijeenkomstId);
	return soort === 'pdf' && isPdfBusy();
}

/** The verslag as a file, for who may read it. What leaves the program is written down. */
export async function exportVerslag(
	actor: Actor,
	bijeenkomstId: string,
	{ soort, voorstellen = false }: { soort: ExportSoort; voorstellen?: boolean },
) {
	const { id, werkplaatsId } = findVerslag(actor, bijeenkomstId).row;
	mustBeCalm('exports', actor);
	const stuk = await stukOf(actor, bijeenkomstId, voorstellen);
	const bytes = await MAKE[soort](stuk);
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: 'verslag.export',
		object: `bijeenkomst:${id}`,
		werkplaatsId,
	});
	return { bytes, type: EXPORT_SOORTEN[soort].type, naam: fileName(stuk.titel, soort) };
}
