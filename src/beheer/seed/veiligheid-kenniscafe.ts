import * as v from 'valibot';
import type { SysteemActor } from '#access/actor.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { listInschrijvingen } from '#features/kenniscafe/bladzijde.read.server.ts';
import { publishBladzijde, updateBladzijde } from '#features/kenniscafe/bladzijde.write.server.ts';
import { BladzijdeInput } from '#features/kenniscafe/input.ts';
import { createInschrijving } from '#features/kenniscafe/open.server.ts';
import { createTik, createTotaal } from '#features/kenniscafe/write.server.ts';
import { newId } from '#server/id.ts';
import { dag, noteer, woord, type Plek } from './fixture.ts';

type Staat = 'concept' | 'ter-controle' | 'vastgesteld' | 'weggehaald';

const OPEN = { soort: 'open', open: true, begin: '15.00', eind: '17.00' } as const;

function bladzijde(part: Record<string, string> = {}) {
	const woorden = { bladzijde: woord(), tekst: woord(), sprekers: woord() };
	const { bladzijde: titel, tekst, sprekers } = woorden;
	return { woorden, velden: v.parse(BladzijdeInput, { titel, tekst, sprekers, ...part }) };
}

/** A page that was kept for later: nobody outside reads it. And somebody who came in. */
export function maakKenniscafe(
	systeem: SysteemActor,
	team: Plek,
	bijeenkomstId: string,
	staat: Staat,
) {
	const { woorden, velden } = bladzijde();
	updateBladzijde(systeem, { ...velden, id: bijeenkomstId });
	noteer(team, ['openbareBladzijde', `${staat}, bewaard`], { id: bijeenkomstId, woorden });
	createTik(systeem, { bijeenkomstId, id: newId(), categorie: 'bewoner', aantal: 1 });
	if (staat === 'concept') maakOpenKenniscafe(systeem, team, team.id);
}

/** Somebody who wants to come, and told all that one may tell. */
function maakInschrijving(systeem: SysteemActor, plek: Plek, bijeenkomstId: string, pad: string) {
	const woorden = { naam: woord(), organisatie: woord(), email: woord() };
	const email = `${woorden.email}@voorbeeld.example`;
	const wie = { ...woorden, email, categorie: 'bewoner' } as const;
	const { token } = createInschrijving(pad, wie, `zaad-${newId()}`);
	const { komt, wacht } = listInschrijvingen(systeem, bijeenkomstId);
	const id = [...komt, ...wacht].find(({ naam }) => naam === woorden.naam)!.id;
	const staat = komt.some((rij) => rij.id === id) ? 'komt' : 'wacht';
	noteer(plek, ['inschrijving', staat], { id, woorden, geheim: { link: token } });
}

/**
 * One to which anybody may come, with a page that everybody reads. Its own title is for the
 * werkplaats, who puts their name down for who makes it. `null`: of the whole werkplaats.
 */
export function maakOpenKenniscafe(
	systeem: SysteemActor,
	plek: Plek,
	leeromgevingId: string | null,
) {
	const eigen = { titel: woord(), plaats: woord(), omschrijving: woord() };
	const { id } = createBijeenkomst(systeem, {
		...OPEN,
		...eigen,
		leeromgevingId,
		datum: dag('2 juni 2090'),
	});
	noteer(plek, ['openBijeenkomst', 'gepland'], { id, woorden: eigen });
	const { woorden, velden } = bladzijde({ capaciteit: '1', aanmeldenTot: '2 juni 2090' });
	publishBladzijde(systeem, { ...velden, id });
	noteer(plek, ['openbareBladzijde', 'openbaar'], { id, woorden, geheim: { pad: velden.titel } });
	maakInschrijving(systeem, plek, id, velden.titel);
	maakInschrijving(systeem, plek, id, velden.titel);
	const naam = woord();
	const totaal = { naam, aantal: 42, circa: false, bron: '', van: [id] };
	const { id: totaalId } = createTotaal(systeem, totaal);
	noteer(plek, ['bezoektotaal', 'geteld'], { id: totaalId, woorden: { naam } });
}
