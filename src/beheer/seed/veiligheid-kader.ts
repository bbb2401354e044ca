import type { SysteemActor } from '#access/actor.ts';
import { kennisagenda } from '#features/kennisagenda/tables.server.ts';
import {
	assignThema,
	confirmZonderResultaat,
	createThema,
	updateKennisagenda,
} from '#features/kennisagenda/write.server.ts';
import { createPeriode } from '#features/werkplaats/periode.write.server.ts';
import { createSubsidie, createVerlenging } from '#features/werkplaats/subsidie.write.server.ts';
import { woord as woordTable } from '#features/werkplaats/tables.server.ts';
import { updateWoord } from '#features/werkplaats/woord.write.server.ts';
import { createWerkplaats } from '#features/werkplaats/write.server.ts';
import { SYSTEEM } from '../systeem.ts';
import { dag, noteer, rowWith, woord, type Plek, type WerkplaatsPlek } from './fixture.ts';

/** The werkplaats with a word of its own in every text. */
export function maakWerkplaats(naam: string): WerkplaatsPlek {
	const woorden = {
		naam: woord(),
		korteNaam: woord(),
		regio: woord(),
		voorganger: woord(),
		voorgangerJaren: woord(),
		centraalThema: woord(),
		privacyContact: woord(),
		website: woord(),
	};
	const website = `https://${woorden.website}.example`;
	const vast = { hulpTelefoon: '', kleed: 'ruit/groen-roze' };
	const { id } = createWerkplaats(SYSTEEM, { ...vast, ...woorden, website });
	const plek: WerkplaatsPlek = { naam, id, mensen: [], objecten: [], teams: [] };
	noteer(plek, ['werkplaats', 'bestaat'], { id, woorden });
	return plek;
}

/** A periode in each status, one after another. Returns their ids. */
function maakPerioden(systeem: SysteemActor, plek: Plek): string[] {
	const statussen = ['verantwoord', 'afgesloten', 'lopend', 'voorbereiding'] as const;
	return statussen.map((status, i) => {
		const woorden = { naam: woord(), toelichting: woord() };
		const jaar = String(2016 + 3 * i);
		const [van, tot] = [dag(jaar), dag(jaar, 'eind')];
		const periode = { ...woorden, nummer: i + 1, van, tot, uitvoeringVan: null, status };
		const { id } = createPeriode(systeem, periode);
		noteer(plek, ['periode', status], { id, woorden });
		return id;
	});
}

function maakSubsidies(systeem: SysteemActor, plek: Plek) {
	for (const staat of ['gewoon', 'verlengd']) {
		const woorden = { naam: woord(), ...(staat === 'verlengd' && { reden: woord() }) };
		const subsidie = { naam: woorden.naam, van: dag('2016'), tot: dag('2018', 'eind') };
		const { id } = createSubsidie(systeem, subsidie);
		if (woorden.reden)
			createVerlenging(systeem, { id, tot: dag('2019', 'eind'), reden: woorden.reden });
		noteer(plek, ['subsidie', staat], { id, woorden });
	}
}

function maakWoord(systeem: SysteemActor, plek: Plek, periodeId: string) {
	const woorden = { enkelvoud: woord(), meervoud: woord() };
	updateWoord(systeem, { sleutel: 'inkind', periodeId, lidwoord: 'het', ...woorden });
	const id = rowWith(woordTable, woordTable.enkelvoud, woorden.enkelvoud);
	noteer(plek, ['woord', 'per periode'], { id, woorden });
}

function maakThemas(systeem: SysteemActor, plek: Plek, periodeId: string) {
	for (const staat of ['op de agenda', 'gekozen', 'zonder resultaat']) {
		const woorden = { titel: woord(), omschrijving: woord(), landelijkThema: woord() };
		const { id } = createThema(systeem, woorden);
		if (staat === 'gekozen') assignThema(systeem, { id, periodeId });
		const reden: Record<string, string> =
			staat === 'zonder resultaat' ? { zonderResultaat: woord() } : {};
		if (reden.zonderResultaat)
			confirmZonderResultaat(systeem, { id, reden: reden.zonderResultaat });
		noteer(plek, ['thema', staat], { id, woorden: { ...woorden, ...reden } });
	}
}

export function maakKader(systeem: SysteemActor, plek: Plek): { periodeId: string } {
	const [periodeId = ''] = maakPerioden(systeem, plek);
	maakSubsidies(systeem, plek);
	maakWoord(systeem, plek, periodeId);
	const woorden = { titel: woord(), doel: woord() };
	updateKennisagenda(systeem, woorden);
	const id = rowWith(kennisagenda, kennisagenda.titel, woorden.titel);
	noteer(plek, ['kennisagenda', 'bestaat'], { id, woorden });
	maakThemas(systeem, plek, periodeId);
	return { periodeId };
}
