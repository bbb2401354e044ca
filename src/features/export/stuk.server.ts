import type { Actor } from '#access/actor.ts';
import { afbeeldingRow } from '#features/afbeelding/rows.server.ts';
import { standAgenda } from '#features/agenda/read.server.ts';
import { toonDag } from '#features/datum/toon.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import type { Beeld, Stuk } from '#features/uitvoer/export.server.ts';
import { metHaken, VOORSTELZIN } from '#features/uitvoer/voorstellen.server.ts';
import { nodesIn } from '#features/verslag/punten.ts';
import { detailVerslag, type VerslagDetail } from '#features/verslag/read.server.ts';
import { zonderVoorstellen } from '#features/voorstel/voorstel.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { readStored } from '#server/files/store.ts';
import { toClassic } from '#server/image/reencode.ts';
import { agendaDeel } from './agenda.server.ts';
import { bijlagen } from './bijlagen.server.ts';
import { feitenOf } from './feiten.server.ts';

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

interface Keuze {
	/** What is proposed too, told apart from what stands. */
	voorstellen: boolean;
	/** Of who was there, to stand in it. */
	namen: readonly string[];
}

/** A verslag as it leaves. */
export async function stukOf(actor: Actor, bijeenkomstId: string, keuze: Keuze): Promise<Stuk> {
	const verslag = detailVerslag(actor, bijeenkomstId);
	const toont = keuze.voorstellen && verslag.voorstellen > 0;
	const vast = zonderVoorstellen(verslag.tekst);
	const tekst = toont ? metHaken(verslag.tekst) : vast;
	const content = [
		...(toont ? [VOORSTELZIN] : []),
		...agendaDeel(standAgenda(actor, bijeenkomstId).punten, tekst),
		...(tekst.content ?? []),
		// what is only proposed was not agreed
		...bijlagen(vast, verslag.errata),
	];
	return {
		...feitenOf(actor, bijeenkomstId, keuze.namen),
		werkplaats: detailWerkplaats(actor).naam,
		gemaakt: toonDag(today()),
		status: statusOf(verslag),
		tekst: { ...tekst, content },
		beelden: await beeldenOf(bijeenkomstId, tekst),
	};
}
