import { mayEditKennisagenda } from '#access/kennisagenda.ts';
import { mayWriteLeervraag } from '#access/leervraag.ts';
import { toonPeriode } from '#features/datum/toon.ts';
import { detailKennisagenda, listThemas } from '#features/kennisagenda/read.server.ts';
import { listLeervragen } from '#features/leervraag/read.server.ts';
import { detailWerkplaats, periodeOp } from '#features/werkplaats/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	const { id, centraalThema } = detailWerkplaats(actor);
	const agenda = detailKennisagenda(actor);
	const leervragen = listLeervragen(actor);
	const themas = listThemas(actor).map((thema) => ({
		id: thema.id,
		volgnummer: thema.volgnummer,
		titel: thema.titel,
		omschrijving: thema.omschrijving,
		zonderResultaat: thema.zonderResultaat,
		gekozenIn: thema.gekozenIn.map((p) => ({ id: p.id, nummer: p.nummer })),
		gekozenNu: thema.gekozenNu,
		leervragen: leervragen.filter((vraag) => vraag.themaId === thema.id),
	}));
	const nu = periodeOp(actor);
	const gekozen = themas.filter((thema) => thema.gekozenIn.length > 0);
	return {
		titel: 'Kennisagenda',
		agenda: { titel: agenda?.titel || centraalThema, doel: agenda?.doel ?? '' },
		nu: nu ? `periode ${nu.nummer} (${toonPeriode(nu.van, nu.tot)})` : '',
		gekozen: gekozen.filter((thema) => !nu || thema.gekozenNu),
		eerder: gekozen.filter((thema) => nu && !thema.gekozenNu),
		open: themas.filter((thema) => thema.gekozenIn.length === 0),
		zonderThema: leervragen.filter((vraag) => !vraag.themaId),
		may: {
			edit: mayEditKennisagenda(actor, { werkplaatsId: id }),
			vraag: mayWriteLeervraag(actor, { werkplaatsId: id, leeromgevingIds: [] }),
		},
	};
};
