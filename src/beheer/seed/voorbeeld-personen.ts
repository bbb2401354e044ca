import type { Actor, PersoonActor } from '#access/actor.ts';
import { assignRol, createPersoon } from '#features/persoon/write.server.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';

export function loadPersonen(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { sleutel, email = '', ...persoon } of file.personen) {
		const { voornaam, tussenvoegsel, achternaam, perspectief, vermelding } = persoon;
		const namen = { voornaam, tussenvoegsel, achternaam };
		const { id } = createPersoon(actor, { ...namen, email, perspectief, vermelding });
		ids.set('persoon', sleutel, id);
	}
}

export function loadRollen(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { sleutel, rollen, contactVan } of file.personen)
		for (const rol of rollen)
			assignRol(actor, {
				persoonId: ids.get('persoon', sleutel),
				rol,
				organisatieId: ids.find('organisatie', contactVan),
			});
}

/** The coördinator, who fills the werkplaats from here on. */
export const coordinatorOf = (werkplaatsId: string, persoonId: string): PersoonActor => ({
	soort: 'persoon',
	persoonId,
	accountId: '',
	werkplaatsId,
	rollen: ['coordinator'],
	lidmaatschappen: [],
	contactVan: [],
});
