import { NIEMAND, type Actor, type PersoonActor } from '#access/actor.ts';
import { createBord } from '#features/bord/bord.write.server.ts';
import { createBriefje, createNamens } from '#features/bord/briefje.write.server.ts';
import { codeVan } from '#features/bord/code.read.server.ts';
import { createCode, withdrawCode } from '#features/bord/code.write.server.ts';
import { bordNaam } from '#features/bord/document.ts';
import { maakGroep } from '#features/bord/document.groep.ts';
import { maakAfspraak, maakInzicht } from '#features/bord/document.oogst.ts';
import { joinBord } from '#features/bord/gast.server.ts';
import { createKoppeling } from '#features/bord/koppeling.write.server.ts';
import { moveFase, publishBriefjes, updateStil } from '#features/bord/regie.write.server.ts';
import { createStipronde, publishUitslag, updateStip } from '#features/bord/stip.write.server.ts';
import { newId } from '#server/id.ts';
import { newToken } from '#server/session/token.ts';
import { editDocument } from '#sync/server/edit.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';
import { actorIn } from './voorbeeld-verslag.ts';

type Bord = Voorbeeld['borden'][number];
interface Tafel {
	bordId: string;
	regie: PersoonActor;
	/** Somebody of the team, or a gast. */
	als: (sleutel: string) => Actor;
	/** What a briefje or groep of the file became. */
	id: (sleutel: string) => string;
}

/** The questions are those of its kind. */
const GEEN_VRAGEN = { vraagDelen: '', vraagDuiden: '', vraagDoen: '' };

/** One bord, made at the first bijeenkomst and used at those after it (AC-18). */
function maak(regie: PersoonActor, een: Bord, ids: Ids): string {
	const [eerste, ...later] = een.bijeenkomsten.map(({ titel, fase }) => ({
		bijeenkomstId: ids.get('bijeenkomst', titel),
		fase,
	}));
	const { id: bordId } = createBord(regie, {
		...{ ...GEEN_VRAGEN, titel: een.titel, soort: 'ddd', namen: false, gasten: true },
		leeromgevingId: ids.get('leeromgeving', een.leeromgeving),
		leervraagId: ids.get('leervraag', een.leervraag),
		plenairId: null,
		...eerste!,
	});
	for (const koppeling of later) createKoppeling(regie, { bordId, ...koppeling });
	ids.set('bord', een.titel, bordId);
	return bordId;
}

/** They come in by the code, as everybody without account. */
function laatBinnen(regie: PersoonActor, bordId: string, { gasten }: Bord): Map<string, Actor> {
	createCode(regie, { bordId, vervangt: '' });
	const token = codeVan(regie, bordId)!.url.split('/').at(-1)!;
	const komt = () => ({ actor: NIEMAND, gast: newToken(), address: 'voorbeeld' });
	const binnen = gasten.map(({ sleutel, ...wie }): [string, Actor] => [
		sleutel,
		{ soort: 'gast', ...joinBord(token, wie, komt()) },
	]);
	withdrawCode(regie, { bordId });
	return new Map(binnen);
}

/** Everybody wrote for oneself, and then it was laid open. */
function delen({ bordId, regie, als, id }: Tafel, { briefjes }: Bord) {
	updateStil(regie, { bordId, stil: true });
	for (const { sleutel, door, namens, tekst, soort = '' } of briefjes) {
		const velden = { bordId, id: id(sleutel), tekst, soort, fase: undefined } as const;
		if (namens) createNamens(als(door), { ...velden, perspectief: namens });
		else createBriefje(als(door), velden);
	}
	publishBriefjes(regie, { bordId });
}

function duiden({ bordId, regie, als, id }: Tafel, { groepen, inzichten }: Bord) {
	moveFase(regie, { bordId, naar: 'duiden' });
	editDocument(regie, bordNaam(bordId), (doc) => {
		for (const { sleutel, naam, briefjes } of groepen)
			maakGroep(doc, { id: id(sleutel), naam, briefjeIds: briefjes.map(id) });
		for (const { soort, tekst, tegen, uit } of inzichten)
			maakInzicht(doc, { id: newId(), soort, tekst, tegen, uit: uit.map(id) });
	});
	createStipronde(regie, { bordId, budget: 3, geheim: true });
	for (const { sleutel, stippen } of groepen)
		for (const [wie, aantal] of Object.entries(stippen))
			updateStip(als(wie), { bordId, groepId: id(sleutel), aantal });
	publishUitslag(regie, { bordId });
}

function doen({ bordId, regie, id }: Tafel, { afspraken }: Bord, wieId: Tafel['id']) {
	moveFase(regie, { bordId, naar: 'doen' });
	editDocument(regie, bordNaam(bordId), (doc) => {
		for (const { wat, wie, wanneer = '', effect, uit } of afspraken)
			maakAfspraak(doc, {
				...{ id: newId(), wat, wanneer, effect, uit: uit.map(id) },
				wieId: wie ? wieId(wie) : '',
			});
	});
}

/** As a table made it, from the first briefje to who does what. */
export function loadBorden(actor: PersoonActor, file: Voorbeeld, ids: Ids) {
	for (const een of file.borden) {
		const lid = (sleutel: string) => actorIn(actor, file, ids, sleutel);
		const regie = lid(een.regie);
		const bordId = maak(regie, een, ids);
		const gasten = laatBinnen(regie, bordId, een);
		const known = new Map(
			[...een.briefjes, ...een.groepen].map(({ sleutel }) => [sleutel, newId()]),
		);
		const id = (sleutel: string) => known.get(sleutel) ?? sleutel;
		const tafel = { bordId, regie, id, als: (wie: string) => gasten.get(wie) ?? lid(wie) };
		delen(tafel, een);
		duiden(tafel, een);
		doen(tafel, een, (wie) => ids.get('persoon', wie));
	}
}
