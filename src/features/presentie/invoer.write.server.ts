import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayWritePresentie } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { Invalid } from '#server/errors.ts';
import { beginVan, mustHaveDay } from './begin.server.ts';
import { findLijst, findOokWeg } from './find.server.ts';
import type { Voorbeeldregel } from './import.ts';
import type { ImportInput } from './invoer.input.ts';
import { leesInvoer } from './invoer.rows.server.ts';
import { addRegel, mustBeOpen, wijzigRegel } from './rows.server.ts';
import { BRONNEN } from './status.ts';

type Bron = 'papier' | 'bestand';

function zetErbij(
	actor: Actor,
	row: BijeenkomstRow,
	regel: Voorbeeldregel & { dagdeelId: string | null; bron: Bron },
) {
	const { naam, persoonId, organisatieNaam, perspectief, dagdeelId, van, tot, bron } = regel;
	const wie = { naam, persoonId, organisatie: organisatieNaam, perspectief, dagdeelId };
	addRegel({ ...beginVan(actor, row, wie), van, tot, status: 'aanwezig', bron });
}

/** Only what the file says; who signed off and stands in it, was there. */
function wijzig(
	actor: Actor,
	row: BijeenkomstRow,
	{ bron, ...regel }: Voorbeeldregel & { bron: Bron },
) {
	const er = findOokWeg(row, regel.regelId ?? '');
	const { van, tot, perspectief } = regel;
	const velden = {
		status: 'aanwezig' as const,
		...(van && { van }),
		...(tot && { tot }),
		...(perspectief && { perspectief }),
	};
	wijzigRegel(er, velden, { door: doorWie(actor), reden: BRONNEN[bron] });
}

/** Does what the preview said, with the list as it is now. */
export function createRegelsUitInvoer(
	actor: Actor,
	{ bijeenkomstId, ...input }: ImportInput & { bijeenkomstId: string },
): { erbij: number; gewijzigd: number } {
	const row = findLijst(actor, bijeenkomstId);
	must(mayWritePresentie(actor, factsOf(row)));
	mustHaveDay(row);
	mustBeOpen(row.id);
	const { regels, dagdeelId } = leesInvoer(actor, row, input);
	const erbij = regels.filter(({ wat }) => wat === 'erbij');
	const gewijzigd = regels.filter(({ wat }) => wat === 'wordt gewijzigd');
	if (erbij.length + gewijzigd.length === 0)
		throw new Invalid('Hier staat niemand in die er nog bij komt.');
	const bron: Bron = input.papier ? 'papier' : 'bestand';
	for (const regel of erbij) zetErbij(actor, row, { ...regel, dagdeelId, bron });
	for (const regel of gewijzigd) wijzig(actor, row, { ...regel, bron });
	return { erbij: erbij.length, gewijzigd: gewijzigd.length };
}
