import * as Y from 'yjs';
import type { PersoonActor } from '#access/actor.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { createAntwoord, createOpmerking } from '#features/opmerking/write.server.ts';
import { TEKST_ROOT } from '#features/tekst/document.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { opmerkingWaar } from '#features/verslag/gesprek.server.ts';
import { createVersie } from '#features/versie/write.server.ts';
import { newId } from '#server/id.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import type { Blok } from '#voorbeeld/schema-verslag.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';

type Verslag = Voorbeeld['verslagen'][number];
type Wie = (sleutel: string) => { id: string; naam: string };

const text = (words: string): TekstNode[] => [{ type: 'text', text: words }];
const alinea = (words: string): TekstNode => ({ type: 'paragraph', content: text(words) });

/** A block of the file as the editor would make it. */
function blokNode(blok: Blok, wie: Wie): TekstNode {
	if ('kop' in blok)
		return { type: 'heading', attrs: { level: blok.niveau }, content: text(blok.kop) };
	if ('alinea' in blok) return alinea(blok.alinea);
	if ('citaat' in blok) return { type: 'blockquote', content: [alinea(blok.citaat)] };
	if ('lijst' in blok) {
		const items = blok.lijst.map((item) => ({ type: 'listItem', content: [alinea(item)] }));
		return { type: 'bulletList', content: items };
	}
	if ('besluit' in blok)
		return { type: 'besluit', attrs: { id: newId() }, content: text(blok.besluit) };
	const { id: wieId, naam } = wie(blok.wie);
	const { wanneer, klaar } = blok;
	const attrs = { id: newId(), wie: naam, wieId, wanneer, klaar };
	return { type: 'actiepunt', attrs, content: text(blok.actie) };
}

/** Somebody of the file, as they act on the screens. */
export function actorIn(
	actor: PersoonActor,
	file: Voorbeeld,
	ids: Ids,
	sleutel: string,
): PersoonActor {
	const lidmaatschappen = file.personen
		.filter((persoon) => persoon.sleutel === sleutel)
		.flatMap((persoon) => persoon.lidmaatschappen)
		.filter(({ tot }) => !tot)
		.map(({ leeromgeving, rol }) => ({
			leeromgevingId: ids.get('leeromgeving', leeromgeving),
			rol,
		}));
	return { ...actor, persoonId: ids.get('persoon', sleutel), rollen: [], lidmaatschappen };
}

/** Where these words stand, as places that move along with them. */
function plekVan(name: string, words: string): { van: string; tot: string } {
	return readDocument(name, (doc) => {
		const texts = [
			...doc.getXmlFragment(TEKST_ROOT).createTreeWalker((n) => n instanceof Y.XmlText),
		];
		const text = texts.find((one) => String(one).includes(words)) as Y.XmlText | undefined;
		if (!text) throw new Error(`nobody wrote: ${words}`);
		const at = String(text).indexOf(words);
		const place = (index: number) => {
			const relative = Y.createRelativePositionFromTypeIndex(text, index);
			return Buffer.from(Y.encodeRelativePosition(relative)).toString('base64');
		};
		return { van: place(at), tot: place(at + words.length) };
	});
}

type Als = (sleutel: string) => PersoonActor;

function loadOpmerkingen(als: Als, bijeenkomstId: string, { opmerkingen }: Verslag) {
	for (const { bij, door, tekst, antwoorden } of opmerkingen) {
		const waar = (wie: string) => opmerkingWaar(als(wie), bijeenkomstId);
		const plek = { ...plekVan(verslagNaam(bijeenkomstId), bij), citaat: bij };
		const { id: opId } = createOpmerking(als(door), { waar: waar(door), ...plek, tekst });
		for (const een of antwoorden)
			createAntwoord(als(een.door), { waar: waar(een.door), opId, tekst: een.tekst });
	}
}

/** As a table wrote it: one after the other, with versions that somebody named. */
function loadVerslag(actor: PersoonActor, verslag: Verslag, file: Voorbeeld, ids: Ids) {
	const { leeromgeving, tekst, versies, titel, datum, begin, eind, plaats } = verslag;
	const als = (sleutel: string) => actorIn(actor, file, ids, sleutel);
	const wie: Wie = (sleutel) => {
		const id = ids.get('persoon', sleutel);
		return { id, naam: persoonNaam(actor.werkplaatsId, id) };
	};
	const leeromgevingId = ids.get('leeromgeving', leeromgeving);
	const velden = { leeromgevingId, titel, datum, begin, eind, plaats };
	const { id: bijeenkomstId } = createBijeenkomst(actor, velden);
	ids.set('bijeenkomst', titel, bijeenkomstId);
	const content = tekst.map((blok) => blokNode(blok, wie));
	const last = { naam: '', door: versies[0]?.door ?? '', stukken: content.length };
	for (const { naam, door, stukken } of [...versies, last]) {
		const node = { type: 'doc', content: content.slice(0, stukken) };
		editDocument(als(door), verslagNaam(bijeenkomstId), (doc) => writeTekst(doc, node));
		if (naam) createVersie(als(door), { bijeenkomstId, naam });
	}
	loadOpmerkingen(als, bijeenkomstId, verslag);
}

export function loadVerslagen(actor: PersoonActor, file: Voorbeeld, ids: Ids) {
	for (const verslag of file.verslagen) loadVerslag(actor, verslag, file, ids);
}
