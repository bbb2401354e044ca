import { FASEN, type Fase } from '#ui/fase.ts';

/** A briefje that was begun and not laid down yet, with the phase in which that was. */
export interface Concept {
	tekst: string;
	fase: Fase | '';
}

export const GEEN_CONCEPT: Concept = { tekst: '', fase: '' };

const naamVan = (plek: string) => `samenspel-concept ${plek}`;

/** As long as this tab is there, for who loads the page anew. Some browsers refuse it. */
export function bewaarConcept(plek: string, concept: Concept) {
	try {
		if (concept.tekst) sessionStorage.setItem(naamVan(plek), JSON.stringify(concept));
		else sessionStorage.removeItem(naamVan(plek));
	} catch {
		// as long as the page is there, so is what was begun
	}
}

export function leesConcept(plek: string): Concept {
	try {
		const { tekst, fase } = JSON.parse(sessionStorage.getItem(naamVan(plek)) ?? '') as Concept;
		return typeof tekst === 'string' && Object.hasOwn(FASEN, fase) ? { tekst, fase } : GEEN_CONCEPT;
	} catch {
		return GEEN_CONCEPT;
	}
}
