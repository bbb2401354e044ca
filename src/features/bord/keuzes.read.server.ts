import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayCreateBord } from '#access/bord.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { factsOf, findBijeenkomst, ruimtenOf } from '#features/bijeenkomst/find.server.ts';
import { listBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { findLeervraag } from '#features/leervraag/find.server.ts';
import { listLeervragen, listVragenVan } from '#features/leervraag/read.server.ts';

/** The teams for which this actor may make a bord, the own ones first. */
export function listTeams(actor: Actor) {
	const werkplaatsId = werkplaatsVan(actor);
	return listLeeromgevingen(actor)
		.filter(({ id }) => mayCreateBord(actor, { werkplaatsId, leeromgevingId: id }))
		.map(({ id, naam, kleed }) => ({ id, naam, kleed }));
}

/** Those of the team stand first; one that was dropped is chosen no more, and stays where it was. */
function vragenVoor(actor: Actor, leeromgevingId: string, nu: string | null) {
	const eigen = new Set(listVragenVan(actor, leeromgevingId).leervragen.map(({ id }) => id));
	const vragen = listLeervragen(actor)
		.filter(({ id, losgelaten }) => !losgelaten || id === nu)
		.map(({ id, tekst }) => ({
			value: id,
			label: tekst,
			group: eigen.has(id) ? 'Van dit team' : 'Op de kennisagenda',
		}));
	return vragen.sort((a, b) => Number(eigen.has(b.value)) - Number(eigen.has(a.value)));
}

/** To choose from in a form about a bord of this team. */
export function listKeuzes(actor: Actor, leeromgevingId: string, nu: string | null = null) {
	const { komend, geweest } = listBijeenkomsten(actor, leeromgevingId);
	const optie = (group: string) => (regel: { id: string; titel: string; wanneer: string }) => ({
		value: regel.id,
		label: `${regel.titel}, ${regel.wanneer}`,
		group,
	});
	return {
		leervragen: vragenVoor(actor, leeromgevingId, nu),
		bijeenkomsten: [...komend.map(optie('Dit komt')), ...geweest.map(optie('Dit was'))],
	};
}
export type BordKeuzes = ReturnType<typeof listKeuzes>;

/** Where a bord for this bijeenkomst is made; null for who may not make one. */
export function nieuwBordBij(actor: Actor, bijeenkomstId: string): string | null {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const { werkplaatsId } = row;
	if (!mayReadRuimteVan(actor, factsOf(row))) return null;
	const team = ruimtenOf(row).find((leeromgevingId) =>
		mayCreateBord(actor, { werkplaatsId, leeromgevingId }),
	);
	return team ? `/borden/nieuw?team=${team}&bijeenkomst=${row.id}` : null;
}

/** Where a bord about this leervraag is made, for a team that works on it. */
export function nieuwBordOver(actor: Actor, leervraagId: string): string | null {
	const { row, facts } = findLeervraag(actor, leervraagId);
	const { werkplaatsId } = row;
	const team = facts.leeromgevingIds.find((leeromgevingId) =>
		mayCreateBord(actor, { werkplaatsId, leeromgevingId }),
	);
	return team ? `/borden/nieuw?team=${team}&leervraag=${row.id}` : null;
}
