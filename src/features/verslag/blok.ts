import { toonDag } from '#features/datum/toon.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { zonderVoorstellen } from '#features/voorstel/voorstel.ts';

/** What stands on one line or in one paragraph of a text, for who compares two texts. */
export interface Blok {
	soort: BlokSoort;
	/** 2–4 of a kop; how deep a punt is, from 0. */
	niveau: number;
	stukken: Stuk[];
	/** Of an actiepunt or besluit: the same one in both texts, however it was rewritten. */
	id?: string;
	/** What is not in the words: who does it, ticked off, the address of a picture. */
	kenmerk: string;
}

type BlokSoort =
	| 'alinea'
	| 'kop'
	| 'punt'
	| 'nummer'
	| 'afvinkpunt'
	| 'citaat'
	| 'tabelrij'
	| 'actiepunt'
	| 'besluit'
	| 'afbeelding'
	| 'lijn';

/** A piece of text in one style. */
export interface Stuk {
	tekst: string;
	/** Names of the marks, with the address of a link: "bold", "link https://…". */
	opmaak: string;
}

const attr = (node: TekstNode, name: string): string => {
	const value = node.attrs?.[name];
	return value === undefined || value === null ? '' : String(value);
};

const opmaakOf = (node: TekstNode) =>
	(node.marks ?? [])
		.map((mark) => (mark.type === 'link' ? `link ${String(mark.attrs?.href ?? '')}` : mark.type))
		.sort()
		.join(', ');

function stukkenOf(node: TekstNode): Stuk[] {
	if (node.type === 'hardBreak') return [{ tekst: '\n', opmaak: '' }];
	if (node.text !== undefined) return [{ tekst: node.text, opmaak: opmaakOf(node) }];
	return (node.content ?? []).flatMap(stukkenOf);
}

/** Pieces of one style next to each other as one. */
function aaneen(stukken: readonly Stuk[]): Stuk[] {
	const joined: Stuk[] = [];
	for (const stuk of stukken) {
		const last = joined.at(-1);
		if (last?.opmaak === stuk.opmaak) last.tekst += stuk.tekst;
		else joined.push({ ...stuk });
	}
	return joined;
}

const regelOf = (node: TekstNode) => aaneen(stukkenOf(node));

const INLINE = new Set(['text', 'hardBreak']);
const isTekstblok = (node: TekstNode) => (node.content ?? []).every((c) => INLINE.has(c.type));

interface Plek {
	soort: BlokSoort;
	niveau: number;
	kenmerk: string;
}
const LOS: Plek = { soort: 'alinea', niveau: 0, kenmerk: '' };

const LIJSTEN: Record<string, BlokSoort> = {
	bulletList: 'punt',
	orderedList: 'nummer',
	taskList: 'afvinkpunt',
};

function lijst(node: TekstNode, soort: BlokSoort, plek: Plek): Blok[] {
	const niveau = Object.values(LIJSTEN).includes(plek.soort) ? plek.niveau + 1 : 0;
	return (node.content ?? []).flatMap((item) => {
		const kenmerk = soort === 'afvinkpunt' && item.attrs?.checked === true ? 'afgevinkt' : '';
		return (item.content ?? []).flatMap((child) => blokkenIn(child, { soort, niveau, kenmerk }));
	});
}

function rij(node: TekstNode): Blok {
	const cellen = (node.content ?? []).map(stukkenOf);
	const tussen: Stuk = { tekst: ' | ', opmaak: '' };
	const stukken = cellen.flatMap((cel, index) => (index ? [tussen, ...cel] : cel));
	return { ...LOS, soort: 'tabelrij', stukken: aaneen(stukken) };
}

function actiepunt(node: TekstNode): Blok {
	const klaar = node.attrs?.klaar === true ? 'klaar' : '';
	const wanneer = attr(node, 'wanneer');
	const voor = /^\d{4}-\d\d-\d\d$/.test(wanneer) ? `voor ${toonDag(wanneer)}` : '';
	const kenmerk = [attr(node, 'wie'), voor, klaar].filter(Boolean).join(', ');
	const id = attr(node, 'id');
	return { soort: 'actiepunt', niveau: 0, stukken: regelOf(node), kenmerk, id };
}

function afbeelding(node: TekstNode): Blok {
	const stukken = [{ tekst: attr(node, 'alt') || 'afbeelding', opmaak: '' }];
	return { soort: 'afbeelding', niveau: 0, stukken, kenmerk: attr(node, 'id') };
}

function blokkenIn(node: TekstNode, plek: Plek): Blok[] {
	const soort = LIJSTEN[node.type];
	if (soort) return lijst(node, soort, plek);
	switch (node.type) {
		case 'heading':
			return [
				{
					soort: 'kop',
					niveau: Number(node.attrs?.level ?? 2),
					kenmerk: '',
					stukken: regelOf(node),
				},
			];
		case 'actiepunt':
			return [actiepunt(node)];
		case 'besluit':
			return [{ ...LOS, soort: 'besluit', stukken: regelOf(node), id: attr(node, 'id') }];
		case 'afbeelding':
			return [afbeelding(node)];
		case 'horizontalRule':
			return [{ ...LOS, soort: 'lijn', stukken: [] }];
		case 'tableRow':
			return [rij(node)];
		case 'blockquote':
			return (node.content ?? []).flatMap((child) =>
				blokkenIn(child, { ...plek, soort: 'citaat' }),
			);
	}
	if (isTekstblok(node)) return [{ ...plek, stukken: regelOf(node) }];
	return (node.content ?? []).flatMap((child) => blokkenIn(child, plek));
}

export const blokTekst = (blok: Blok): string => blok.stukken.map((stuk) => stuk.tekst).join('');

/**
 * The blocks of a whole text in order, without those in which nothing stands. What is only
 * proposed is not in the text yet.
 */
export const blokkenVan = (doc: TekstNode): Blok[] =>
	(zonderVoorstellen(doc).content ?? [])
		.flatMap((node) => blokkenIn(node, LOS))
		.filter((blok) => blok.soort === 'lijn' || blokTekst(blok).trim() !== '');

/** All words of a text, a line per block. */
export const platteTekst = (doc: TekstNode): string => blokkenVan(doc).map(blokTekst).join('\n');

export const telWoorden = (doc: TekstNode): number =>
	platteTekst(doc).match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
