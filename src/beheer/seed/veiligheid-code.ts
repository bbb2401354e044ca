import type { SysteemActor } from '#access/actor.ts';
import { codeVan } from '#features/presentie/code.read.server.ts';
import { createCode } from '#features/presentie/code.write.server.ts';
import { addRegel } from '#features/presentie/rows.server.ts';
import { noteer, woord, type Plek } from './fixture.ts';

type Staat = 'concept' | 'ter-controle' | 'vastgesteld' | 'weggehaald';

/** A code that lets in now, and a guest who came in by one; of what was removed neither. */
export function maakCode(systeem: SysteemActor, team: Plek, bijeenkomstId: string, staat: Staat) {
	if (staat === 'weggehaald') return;
	const { id } = createCode(systeem, { bijeenkomstId, vervangt: '' });
	const { url, cijfers } = codeVan(systeem, bijeenkomstId)!;
	const geheim = { link: new URL(url).pathname, code: cijfers };
	noteer(team, ['presentiecode', staat], { id, woorden: {}, geheim });
	const woorden = { naam: woord(), organisatie: woord() };
	const gast = addRegel({
		werkplaatsId: systeem.werkplaatsId,
		bijeenkomstId,
		naam: woorden.naam,
		organisatieNaam: woorden.organisatie,
		perspectief: 'bewoner',
		status: 'aanwezig',
		bron: 'gast',
	});
	noteer(team, ['presentieregel', `${staat}, gast`], { id: gast.id, woorden });
}
