import type { SysteemActor } from '#access/actor.ts';
import {
	updateKeukentafel,
	updateOnderwijs,
} from '#features/bijeenkomst/onderwijs.write.server.ts';
import { createReeks, removeReeks } from '#features/bijeenkomst/reeks.write.server.ts';
import { titelRows } from '#features/bijeenkomst/rows.server.ts';
import { createTitel } from '#features/bijeenkomst/titel.write.server.ts';
import { wijzigingOf } from '#features/bijeenkomst/wijziging.server.ts';
import { updateBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { noteer, woord, type Plek } from './fixture.ts';

const REEKS = {
	soort: 'leerkring',
	soortAnders: '',
	datum: null,
	periodeId: null,
	aantal: { aantal: 12, circa: false, tekst: '12' },
} as const;

function maakEen(systeem: SysteemActor, leeromgevingId: string) {
	const woorden = { titel: woord(), toelichting: woord() };
	return { id: createReeks(systeem, { ...REEKS, ...woorden, leeromgevingId }).id, woorden };
}

/** A reeks of a team, and one that was removed. */
export function maakReeksen(systeem: SysteemActor, team: Plek) {
	noteer(team, ['reeks', 'van het team'], maakEen(systeem, team.id));
	const weg = maakEen(systeem, team.id);
	removeReeks(systeem, weg.id);
	noteer(team, ['reeks', 'weggehaald'], weg);
}

/** What a bijeenkomst tells beside its title, its place and its verslag; before it is removed. */
export function maakMeer(systeem: SysteemActor, team: Plek, bijeenkomstId: string, staat: string) {
	const alias = { titel: woord(), bron: woord() };
	createTitel(systeem, { id: bijeenkomstId, ...alias, soort: 'alias' });
	const titelId = titelRows(bijeenkomstId).at(-1)?.id ?? '';
	noteer(team, ['titel', staat], { id: titelId, woorden: alias });

	const woorden = { omschrijving: woord(), gemeente: woord(), organisator: woord() };
	const { omschrijving, gemeente, organisator } = woorden;
	updateBijeenkomst(systeem, {
		...wijzigingOf(systeem, bijeenkomstId),
		...{ id: bijeenkomstId, omschrijving, gemeente, organisatorNamen: [organisator] },
	});
	const les = { opleiding: woord(), gever: woord() };
	updateOnderwijs(systeem, { ...les, id: bijeenkomstId, hogeschoolId: null, leerjaar: null });
	const tafel = { vraag: woord(), bij: woord(), effect: woord(), afspraken: woord() };
	updateKeukentafel(systeem, { ...tafel, id: bijeenkomstId, bijOrganisatieId: null });
	noteer(team, ['overBijeenkomst', staat], {
		id: bijeenkomstId,
		woorden: { ...woorden, ...les, ...tafel },
	});
}
