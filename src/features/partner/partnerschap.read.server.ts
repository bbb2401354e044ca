import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { vergelijkTekst } from '#features/datum/naam.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { readable, listOrganisaties, type OrganisatieRegel } from './read.server.ts';
import { partnerschapRows, type OrganisatieRow } from './rows.server.ts';
import { holdsOn } from './status.ts';

export interface Partner {
	id: string;
	naam: string;
	soort: OrganisatieRow['soort'];
	trekker: boolean;
	/** The umbrella it belongs to, whether that is a partner or not. */
	koepel: { id: string; naam: string } | null;
	/** The umbrella that is partner for it, when it is none itself. */
	via: { id: string; naam: string } | null;
	van: Schrijfdatum | null;
	tot: Schrijfdatum | null;
	toezeggingMinuten: number | null;
	toezeggingIncash: number | null;
}

/** The partnerschap that holds for an organisatie on a day: its own, else that of its koepel. */
function partnerVan(actor: Actor, dag: string) {
	const { alle, mijn } = readable(actor);
	const geldig = partnerschapRows(werkplaatsVan(actor)).filter((p) => holdsOn(p, dag));
	const eigen = (id: string) => geldig.find((p) => p.organisatieId === id);
	const naam = (id: string | undefined | null) => alle.find((o) => o.id === id);
	return mijn.flatMap((row) => {
		const viaId = eigen(row.id) ? undefined : row.koepelIds.find(eigen);
		const p = eigen(row.id) ?? (viaId ? eigen(viaId) : undefined);
		return p ? [{ row, p, via: naam(viaId), koepel: naam(row.koepelId) }] : [];
	});
}

const idEnNaam = (row: OrganisatieRow | undefined) => (row ? { id: row.id, naam: row.naam } : null);

/**
 * Who is partner on this day: own partnerschap, or as member of a koepel that has
 * one. What a koepel promised stands with the koepel alone, so that it counts once.
 */
export function partnersOp(actor: Actor, dag: string): Partner[] {
	const trekkers = new Set(
		listOrganisaties(actor, dag).flatMap((o) => (o.trekker === null ? [] : [o.id])),
	);
	return partnerVan(actor, dag)
		.map(({ row, p, via, koepel }) => ({
			id: row.id,
			naam: row.naam,
			soort: row.soort,
			trekker: trekkers.has(row.id),
			koepel: idEnNaam(koepel),
			via: idEnNaam(via),
			van: via ? null : p.van,
			tot: via ? null : p.tot,
			toezeggingMinuten: via ? null : p.toezeggingMinuten,
			toezeggingIncash: via ? null : p.toezeggingIncash,
		}))
		.sort((a, b) => Number(b.trekker) - Number(a.trekker) || vergelijkTekst(a.naam, b.naam));
}

/** The organisaties that are no partner on this day, though they may well take part. */
export function listAndere(actor: Actor, dag: string): OrganisatieRegel[] {
	const partners = new Set(partnersOp(actor, dag).map((p) => p.id));
	return listOrganisaties(actor, dag).filter((o) => !partners.has(o.id));
}
