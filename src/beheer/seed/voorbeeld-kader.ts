import type { Actor } from '#access/actor.ts';
import {
	assignThema,
	createThema,
	updateKennisagenda,
} from '#features/kennisagenda/write.server.ts';
import { createPeriode } from '#features/werkplaats/periode.write.server.ts';
import { createSubsidie, createVerlenging } from '#features/werkplaats/subsidie.write.server.ts';
import { updateWoord } from '#features/werkplaats/woord.write.server.ts';
import { createWerkplaats } from '#features/werkplaats/write.server.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import { SYSTEEM } from '../systeem.ts';
import type { Ids } from './ids.ts';

export function loadWerkplaats(file: Voorbeeld): string {
	const { naam, korteNaam, regio, voorganger, centraalThema, website, kleed } = file.werkplaats;
	const { id } = createWerkplaats(SYSTEEM, {
		naam,
		korteNaam,
		regio,
		voorganger: voorganger.naam,
		// the sources differ; the first is shown
		voorgangerJaren: voorganger.jaren[0]?.tekst ?? '',
		centraalThema,
		website,
		hulpTelefoon: '',
		privacyContact: '',
		kleed,
		isVoorbeeld: true,
	});
	return id;
}

export function loadPerioden(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { uitvoeringVan = null, ...periode } of file.perioden) {
		const { nummer, naam, van, tot, status, toelichting } = periode;
		const input = { nummer, naam, van, tot, uitvoeringVan, status, toelichting };
		ids.set('periode', nummer, createPeriode(actor, input).id);
	}
	for (const { periode, ...woord } of file.werkplaats.woorden)
		updateWoord(actor, { ...woord, periodeId: ids.find('periode', periode) });
	const { naam, van, tot, verlengingen } = file.subsidie;
	const { id } = createSubsidie(actor, { naam, van, tot });
	for (const verlenging of verlengingen) createVerlenging(actor, { id, ...verlenging });
}

/** The agenda of the start; what came up later stands below it, chosen for its own periode. */
export function loadKennisagenda(actor: Actor, file: Voorbeeld, ids: Ids) {
	const [eerste] = file.kennisagendas;
	if (eerste) updateKennisagenda(actor, { titel: eerste.titel, doel: eerste.doel });
	for (const { sleutel, gekozenIn, titel, omschrijving, landelijkThema } of file.themas) {
		const { id } = createThema(actor, { titel, omschrijving, landelijkThema });
		ids.set('thema', sleutel, id);
		for (const nummer of gekozenIn)
			assignThema(actor, { id, periodeId: ids.get('periode', nummer) });
	}
}
