import { type Actor, isInEen, werkplaatsVan } from '#access/actor.ts';
import { mayWriteLeervraag } from '#access/leervraag.ts';
import { mayListPartners } from '#access/partner.ts';
import { listAlleBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { listAlleBorden } from '#features/bord/read.server.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { listThemas } from '#features/kennisagenda/read.server.ts';
import { listLeden } from '#features/leeromgeving/lid.read.server.ts';
import { listLeeromgevingen, mayStart } from '#features/leeromgeving/read.server.ts';
import { listLeervragen, listPraktijkvragen } from '#features/leervraag/read.server.ts';
import { readable } from '#features/partner/read.server.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import { matches } from './fold.ts';
import { searchBorden, searchVerslagen, type GevondenPassage } from './passage.read.server.ts';

export interface Gevonden {
	href: string;
	label: string;
	/** What it is, in a word of the werkplaats. */
	soort: string;
}

export interface Groep {
	label: 'Ga naar' | 'Doe' | 'Mensen' | 'In verslagen' | 'Op borden';
	items: Gevonden[];
}

/** Passages in the palette: it is for what one knows the name of. */
const PASSAGES = 5;
/** Lists longer than this help nobody: a longer word does. */
const MOST = 8;

/**
 * What this actor may see and whose name has all these words; a team is found by each name it
 * ever had. Every list comes from its own feature, so its own rule holds here too.
 */
export function search(actor: Actor, query: string): Groep[] {
	if (!query.trim() || !isInEen(actor)) return [];
	const groepen: Groep[] = [
		{ label: 'Ga naar', items: [...pages(actor, query), ...places(actor, query)] },
		{ label: 'Doe', items: acts(actor, query) },
		{ label: 'Mensen', items: people(actor, query) },
	];
	return groepen.filter((groep) => groep.items.length > 0);
}

const regelOf = ({ href, titel, datum, snippet }: GevondenPassage): Gevonden => ({
	href,
	label: snippet.map(({ text }) => text).join(''),
	soort: [titel, datum].filter(Boolean).join(', '),
});

/** The same with passages from verslagen and borden, for the palette: one line each. */
export function searchAll(actor: Actor, query: string): Groep[] {
	const passages: Groep[] = [
		{ label: 'In verslagen', items: searchVerslagen(actor, query, PASSAGES).map(regelOf) },
		{ label: 'Op borden', items: searchBorden(actor, query, PASSAGES).map(regelOf) },
	];
	return [...search(actor, query), ...passages.filter(({ items }) => items.length > 0)];
}

function pages(actor: Actor, query: string): Gevonden[] {
	const list = [
		{ href: '/', label: 'Overzicht' },
		{ href: '/kennisagenda', label: 'Kennisagenda' },
		{ href: '/leeromgevingen', label: hoofdletter(woordenlijst(actor).leeromgeving.meervoud) },
		...(mayListPartners(actor) ? [{ href: '/partners', label: 'Partners' }] : []),
		{ href: '/account', label: 'Jouw account' },
		{ href: '/weergave', label: 'Weergave' },
		{ href: '/privacy', label: 'Privacy' },
		{ href: '/toegankelijkheid', label: 'Toegankelijkheid' },
	];
	return named(list, query, (page) => ({ ...page, soort: 'bladzijde' }));
}

function acts(actor: Actor, query: string): Gevonden[] {
	const { leeromgeving } = woordenlijst(actor);
	const teams = listLeeromgevingen(actor).filter(({ id }) =>
		mayWriteLeervraag(actor, { werkplaatsId: werkplaatsVan(actor), leeromgevingIds: [id] }),
	);
	const list = [
		...(mayStart(actor)
			? [{ href: '/leeromgevingen/nieuw', label: `Begin een ${leeromgeving.enkelvoud}` }]
			: []),
		...teams.map(({ id, naam }) => ({
			href: `/leeromgevingen/${id}/leervragen`,
			label: `Schrijf een leervraag in ${naam}`,
		})),
	];
	return named(list, query, (act) => ({ ...act, soort: 'doen' }));
}

function places(actor: Actor, query: string): Gevonden[] {
	const soort = woordenlijst(actor).leeromgeving.enkelvoud;
	return [
		...listLeeromgevingen(actor)
			.filter(({ namen }) => namen.some(({ naam }) => matches(naam, query)))
			.map(({ id, naamMetVroeger }) => ({
				href: `/leeromgevingen/${id}`,
				label: naamMetVroeger,
				soort,
			})),
		...named(listThemas(actor), query, ({ id, titel }) => ({
			href: `/kennisagenda#thema-${id}`,
			label: titel,
			soort: 'thema',
		})),
		...named(mayListPartners(actor) ? readable(actor).mijn : [], query, ({ id, naam }) => ({
			href: `/partners/${id}`,
			label: naam,
			soort: 'organisatie',
		})),
		...named(listLeervragen(actor), query, ({ id, tekst }) => ({
			href: `/leervragen/${id}`,
			label: tekst,
			soort: 'leervraag',
		})),
		...named(listPraktijkvragen(actor), query, ({ id, tekst }) => ({
			href: `/leervragen/${id}`,
			label: tekst,
			soort: 'praktijkvraag',
		})),
		...bijeenkomsten(actor, query),
		...named(listAlleBorden(actor), query, ({ id, titel }) => ({
			href: `/borden/${id}`,
			label: titel,
			soort: 'bord',
		})),
	].slice(0, MOST * 2);
}

/** Each is found by all its titles, and stands there once. */
function bijeenkomsten(actor: Actor, query: string): Gevonden[] {
	const { komend, geweest } = listAlleBijeenkomsten(actor);
	return [...komend, ...geweest]
		.flatMap(({ href, titel, andereTitels, datum }) => {
			const label = datum ? `${titel}, ${toonDatum(datum)}` : titel;
			if (matches(label, query)) return { href, label, soort: 'bijeenkomst' };
			const ook = andereTitels.find((ander) => matches(ander, query));
			return ook ? { href, label: `${label} (ook: ${ook})`, soort: 'bijeenkomst' } : [];
		})
		.slice(0, MOST);
}

function named<T>(list: readonly T[], query: string, show: (item: T) => Gevonden): Gevonden[] {
	return list
		.map(show)
		.filter(({ label }) => matches(label, query))
		.slice(0, MOST);
}

/** People of the teams whose space the actor may enter, once each. */
function people(actor: Actor, query: string): Gevonden[] {
	const found = new Map<string, Gevonden>();
	for (const { id, naam: team, may } of listLeeromgevingen(actor)) {
		if (!may.enter) continue;
		for (const { persoonId, naam } of listLeden(actor, id))
			if (matches(naam, query) && !found.has(persoonId))
				found.set(persoonId, { href: `/leeromgevingen/${id}/leden`, label: naam, soort: team });
	}
	return [...found.values()].slice(0, MOST);
}
