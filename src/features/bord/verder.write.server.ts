import { doorWie, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayWriteVerslag } from '#access/verslag.ts';
import { mustWriteVraag } from '#features/leervraag/find.server.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { isLeeg } from '#features/verslag/leeg.ts';
import { toPlain, verslagNaam } from '#features/verslag/document.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { editDocument } from '#sync/server/edit.ts';
import { tafelVan } from './beeld.read.server.ts';
import { detailBlad } from './blad.read.server.ts';
import { passageVan } from './bladtekst.ts';
import { findBord } from './find.server.ts';
import type { PassageUit } from './verder.input.ts';
import {
	adresVan,
	staatIn,
	uitDing,
	verderRows,
	verslagAlsTekst,
	type Doel,
} from './verder.rows.server.ts';
import { bordverder } from './verder.tables.server.ts';

/** What is meant lies on this bord, that the actor may read; a groep maybe in another by now. */
function findDing(actor: Actor, { bordId, uit }: { bordId: string; uit: string }) {
	const row = findBord(actor, bordId);
	const { nu } = tafelVan(actor, row.id);
	return { row, uit: uit && mustFind(nu(uit) || undefined) };
}

/** Two who do the same leave one link. */
function koppel(actor: Actor, { bordId, uit }: { bordId: string; uit: string }, doel: Doel) {
	const zelfde = verderRows(uitDing(bordId, uit)).some((row) =>
		Object.entries(doel).every(([key, value]) => row[key as keyof Doel] === value),
	);
	if (zelfde) return;
	db()
		.insert(bordverder)
		.values({ bordId, uitId: uit, ...doel, door: doorWie(actor) })
		.run();
}

/** A vraag that came of something on the table: who may write the vraag may say so. */
export function createVraagUit(
	actor: Actor,
	input: { bordId: string; uit: string; soort: 'leervraag' | 'praktijkvraag'; vraagId: string },
) {
	mustWriteVraag(actor, input.vraagId);
	const { row, uit } = findDing(actor, input);
	const doel: Doel =
		input.soort === 'leervraag'
			? { leervraagId: input.vraagId }
			: { praktijkvraagId: input.vraagId };
	koppel(actor, { bordId: row.id, uit }, doel);
}

/** Puts what lies there at the end of a verslag, as one more writer, with the way back below it. */
export function createPassageUit(actor: Actor, input: PassageUit & { bordId: string }) {
	const { row, uit } = findDing(actor, input);
	const { row: bij, facts } = findVerslag(actor, input.bijeenkomstId);
	must(mayWriteVerslag(actor, facts));
	const adres = config().origin + adresVan(row.id, uit);
	const stuk = passageVan(detailBlad(actor, row.id), uit, adres);
	if (stuk.length === 0)
		throw new Invalid(uit ? 'Hier staan nog geen woorden.' : 'De tafel is nog leeg.');
	if (staatIn(verslagAlsTekst(bij.id), { bordId: row.id, uitId: uit }))
		throw new Invalid({ bijeenkomstId: 'Dit staat al in dat verslag.' });
	db().transaction(() => {
		editDocument(actor, verslagNaam(bij.id), (doc) => {
			const nu = toPlain(doc);
			const blokken = isLeeg(nu) ? [] : (nu.content ?? []);
			writeTekst(doc, { ...nu, content: [...blokken, ...stuk] });
		});
		koppel(actor, { bordId: row.id, uit }, { bijeenkomstId: bij.id });
	});
}
