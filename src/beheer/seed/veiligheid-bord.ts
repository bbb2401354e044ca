import { NIEMAND, type Actor, type PersoonActor, type SysteemActor } from '#access/actor.ts';
import { createBord, finaliseBord, removeBord } from '#features/bord/bord.write.server.ts';
import type { BriefjeNieuw } from '#features/bord/briefje.input.ts';
import { createBriefje, createNamens, removeBriefje } from '#features/bord/briefje.write.server.ts';
import { codeVan } from '#features/bord/code.read.server.ts';
import { createCode } from '#features/bord/code.write.server.ts';
import { bordNaam } from '#features/bord/document.ts';
import { maakGroep } from '#features/bord/document.groep.ts';
import { maakAfspraak, maakInzicht } from '#features/bord/document.oogst.ts';
import { joinBord } from '#features/bord/gast.server.ts';
import { createRegie, updateStil } from '#features/bord/regie.write.server.ts';
import { createTafelronde } from '#features/bord/reeks.write.server.ts';
import {
	createStipNamens,
	createStipronde,
	publishUitslag,
	updateStip,
} from '#features/bord/stip.write.server.ts';
import { deriveTafels } from '#features/bord/tafelborden.write.server.ts';
import { newId } from '#server/id.ts';
import { newToken } from '#server/session/token.ts';
import { editDocument } from '#sync/server/edit.ts';
import { noteer, woord, type Plek } from './fixture.ts';

/**
 * A bord that is in use, one that is done and one that was taken away; one where a story is being
 * chosen and one where it was; and a wereldcafé with one of its tables.
 */
const SOORTEN = {
	open: 'ddd',
	afgerond: 'ddd',
	weggehaald: 'ddd',
	kiest: 'msc',
	gekozen: 'msc',
	cafe: 'wereldcafe',
	tafel: 'wereldcafe',
} as const;
type Staat = keyof typeof SOORTEN;
const STATEN = Object.keys(SOORTEN) as Staat[];

interface Hier {
	systeem: SysteemActor;
	team: Plek;
	/** Holds regie. */
	trekker: PersoonActor;
	bordId: string;
	staat: Staat;
}

function trekkerVan({ werkplaatsId }: SysteemActor, team: Plek): PersoonActor {
	const { persoonId } = team.mensen.find(({ wie }) => wie === 'trekker')!;
	const lidmaatschappen = [{ leeromgevingId: team.id, rol: 'trekker' as const }];
	const niets = { accountId: '', rollen: [], contactVan: [] };
	return { soort: 'persoon', persoonId, werkplaatsId, lidmaatschappen, ...niets };
}

/** A gast of whom the phone is known; the way in stays open at the bord that is in use. */
function laatBinnen({ team, trekker, bordId, staat }: Hier): Actor {
	createCode(trekker, { bordId, vervangt: '' });
	const { url, cijfers } = codeVan(trekker, bordId)!;
	const [gast, naam] = [newToken(), woord()];
	const komt = { actor: NIEMAND, gast, address: 'veiligheid' };
	const binnen = joinBord(url.split('/').at(-1)!, { naam, perspectief: 'bewoner' }, komt);
	const geheim = { link: new URL(url).pathname, code: cijfers, cookie: gast };
	noteer(team, ['deelnemer', staat], { id: binnen.deelnemerId, woorden: { naam }, geheim });
	return { soort: 'gast', ...binnen };
}

/** On the table, taken away, and hidden: each of a member and of a gast. */
function schrijf({ team, trekker, bordId, staat }: Hier, gast: Actor): string {
	const leg = (actor: Actor, wat: string): string => {
		const tekst = woord();
		const input: BriefjeNieuw = { id: newId(), tekst, soort: '', fase: undefined };
		const { id } = createBriefje(actor, { bordId, ...input });
		noteer(team, ['briefje', `${staat}, ${wat}`], { id, woorden: { tekst } });
		return id;
	};
	const open = leg(trekker, 'van de trekker');
	leg(gast, 'van de gast');
	removeBriefje(gast, { bordId, id: leg(gast, 'van de gast, weg') });
	const [id, tekst] = [newId(), woord()];
	const velden = { bordId, id, tekst, soort: '', fase: undefined } as const;
	createNamens(trekker, { ...velden, perspectief: 'bewoner' });
	noteer(team, ['briefje', `${staat}, namens`], { id, woorden: { tekst } });
	updateStil(trekker, { bordId, stil: true });
	leg(trekker, 'van de trekker, verborgen');
	leg(gast, 'van de gast, verborgen');
	return open;
}

/** What the table made of it. */
function orden({ team, trekker, bordId, staat }: Hier, briefjeId: string) {
	const soorten = {
		bordgroep: { naam: woord() },
		bordinzicht: { tekst: woord(), tegen: woord() },
		bordafspraak: { wat: woord(), wie: woord(), wanneer: woord(), effect: woord() },
	};
	const ids = { bordgroep: newId(), bordinzicht: newId(), bordafspraak: newId() };
	const uit = [ids.bordgroep, briefjeId];
	editDocument(trekker, bordNaam(bordId), (doc) => {
		maakGroep(doc, { id: ids.bordgroep, briefjeIds: [briefjeId], ...soorten.bordgroep });
		maakInzicht(doc, { id: ids.bordinzicht, soort: 'spanning', uit, ...soorten.bordinzicht });
		maakAfspraak(doc, { id: ids.bordafspraak, uit, ...soorten.bordafspraak });
	});
	for (const soort of ['bordgroep', 'bordinzicht', 'bordafspraak'] as const)
		noteer(team, [soort, staat], { id: ids[soort], woorden: soorten[soort] });
	// of dots at the café the team hears afterwards who gave them
	createStipronde(trekker, { bordId, budget: 3, geheim: staat !== 'cafe' });
	return ids.bordgroep;
}

/** Of a member, of a gast and of who has no device; of a story also why. */
function geef({ team, trekker, bordId, staat }: Hier, gast: Actor, groepId: string) {
	const wie = { 'van de trekker': trekker, 'van de gast': gast, namens: null };
	for (const [wat, actor] of Object.entries(wie)) {
		const reden = woord();
		const stip = { bordId, groepId, aantal: 1, reden };
		if (actor) updateStip(actor, stip);
		else createStipNamens(trekker, { ...stip, id: newId() });
		if (SOORTEN[staat] === 'msc')
			noteer(team, ['reden', `${staat}, ${wat}`], { id: groepId, woorden: { reden } });
	}
	if (staat !== 'kiest') publishUitslag(trekker, { bordId });
}

/** Borden of a team, one in each state, each with a word in everything it can hold. */
export function maakBorden(systeem: SysteemActor, team: Plek) {
	const trekker = trekkerVan(systeem, team);
	const bijeenkomst = team.objecten.find(
		({ soort, staat }) => soort === 'bijeenkomst' && staat === 'concept',
	)!;
	let cafeId: string | null = null;
	for (const staat of STATEN) {
		const woorden = {
			titel: woord(),
			vraagDelen: woord(),
			vraagDuiden: woord(),
			vraagDoen: woord(),
		};
		const { id: bordId } = createBord(systeem, {
			...{ ...woorden, soort: SOORTEN[staat], namen: false, gasten: true, fase: null },
			...{ leeromgevingId: team.id, leervraagId: null, bijeenkomstId: bijeenkomst.id },
			plenairId: staat === 'tafel' ? cafeId : null,
		});
		createRegie(trekker, { bordId });
		const hier = { systeem, team, trekker, bordId, staat };
		const gast = laatBinnen(hier);
		if (staat === 'cafe') createTafelronde(trekker, { bordId: (cafeId = bordId) });
		const briefjeId = schrijf(hier, gast);
		const groepId = orden(hier, briefjeId);
		if (SOORTEN[staat] === 'msc') geef(hier, gast, briefjeId);
		if (staat === 'cafe') geef(hier, gast, groepId);
		if (staat === 'tafel') deriveTafels(trekker, { bordId: cafeId! });
		if (staat === 'afgerond') finaliseBord(trekker, { id: bordId });
		if (staat === 'weggehaald') removeBord(trekker, { id: bordId });
		noteer(team, ['bord', staat], { id: bordId, woorden });
	}
}
