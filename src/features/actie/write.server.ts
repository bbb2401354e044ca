import { and, eq } from 'drizzle-orm';
import { mayFollowActie } from '#access/actie.ts';
import { doorWie, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayWriteVerslag } from '#access/verslag.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { bordafspraak } from '#features/bord/beeld.tables.server.ts';
import { factsOfBord, findBord } from '#features/bord/find.server.ts';
import { bord } from '#features/bord/tables.server.ts';
import { vinkActiepunt } from '#features/tekst/vink.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { projectVerslag } from '#features/verslag/project.server.ts';
import { actiepunt } from '#features/verslag/tables.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import type { VervolgInput } from './input.ts';
import { actieRows, afspraakRows, type ActieRij, type VerslagRij } from './rows.server.ts';
import { staatVan } from './staat.ts';
import { actievervolg, afspraakvervolg } from './tables.server.ts';

/**
 * Says what became of an actie. As long as its verslag is not vastgesteld, being done is said in the
 * text, with the rights of the text; after that, and for all else, it is a row.
 */
export function createVervolg(actor: Actor, input: VervolgInput) {
	if (input.inId !== null) mustFindIn(actor, input.inId);
	if (input.bordId === undefined) vervolgInVerslag(actor, input);
	else vervolgOpBord(actor, { ...input, bordId: input.bordId });
	// the agenda of where it was said lists what is still open
	if (input.inId !== null) notifyDocument(verslagNaam(input.inId), 'agenda');
}

/** Of an afspraak of a bord all is said beside it: on the bord it stays as it was agreed. */
function vervolgOpBord(actor: Actor, input: VervolgInput & { bordId: string }) {
	const row = findBord(actor, input.bordId);
	const which = and(eq(bord.id, row.id), eq(bordafspraak.id, input.actiepuntId))!;
	const rij = mustFind(afspraakRows(which)[0]);
	must(mayFollowActie(actor, { ...factsOfBord(row), wieId: rij.punt.wieId }));
	if (staatAl(rij, input, true)) return;
	db()
		.insert(afspraakvervolg)
		.values({ ...wat(actor, input), bordId: row.id, afspraakId: rij.punt.id })
		.run();
}

function vervolgInVerslag(actor: Actor, input: VervolgInput) {
	const { row, facts } = findVerslag(actor, input.bijeenkomstId);
	const rij = mustFind(
		actieRows(and(eq(bijeenkomst.id, row.id), eq(actiepunt.id, input.actiepuntId))!)[0],
	);
	must(mayFollowActie(actor, { ...facts, wieId: rij.punt.wieId }));
	const inTekst = facts.status !== 'vastgesteld';
	db().transaction(() => {
		if (!inTekst || (input.soort !== 'klaar' && input.soort !== 'heropend'))
			return addVervolg(actor, rij, input, !inTekst);
		must(mayWriteVerslag(actor, facts));
		// what was let go is taken up again first: only then does the text count
		if (staatVan(rij.punt, rij.vervolgen, false).staat === 'losgelaten')
			addVervolg(actor, rij, { ...input, soort: 'heropend' }, false);
		zetInTekst(actor, rij, input.soort === 'klaar');
	});
}

const mustFindIn = (actor: Actor, id: string) =>
	mustFind(findBijeenkomst(actor, id), (found) => mayReadRuimteVan(actor, factsOf(found)));

function zetInTekst(actor: Actor, { punt, bij }: VerslagRij, klaar: boolean) {
	let found = false;
	editDocument(actor, verslagNaam(bij.id), (doc) => {
		found = vinkActiepunt(doc, punt.id, klaar);
	});
	if (!found) throw new Invalid('Dit lukt hier niet. Vink het af in het verslag zelf.');
	// the list that comes back shows it at once
	readDocument(verslagNaam(bij.id), (doc) => projectVerslag(bij.id, doc, []));
}

/** A second press, or two people at once, adds nothing. */
const staatAl = ({ punt, vervolgen }: ActieRij, input: VervolgInput, vastgesteld: boolean) => {
	const { staat, wanneer } = staatVan(punt, vervolgen, vastgesteld);
	switch (input.soort) {
		case 'klaar':
		case 'losgelaten':
			return staat === input.soort;
		case 'heropend':
			return staat === 'open';
		case 'verschoven':
			return wanneer === input.wanneer;
		case 'geleerd':
			return false;
	}
};

function addVervolg(actor: Actor, rij: VerslagRij, input: VervolgInput, vastgesteld: boolean) {
	if (staatAl(rij, input, vastgesteld)) return;
	db()
		.insert(actievervolg)
		.values({ ...wat(actor, input), bijeenkomstId: rij.bij.id, actiepuntId: rij.punt.id })
		.run();
}

const wat = (actor: Actor, { soort, inId, tekst, wanneer }: VervolgInput) => ({
	soort,
	tekst: soort === 'geleerd' || soort === 'losgelaten' ? tekst : '',
	wanneer: soort === 'verschoven' ? wanneer : '',
	inId,
	door: doorWie(actor),
});
