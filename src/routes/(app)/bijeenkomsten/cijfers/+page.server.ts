import { TotaalInput } from '#features/kenniscafe/input.ts';
import { leesKeuze } from '#features/kenniscafe/keuze.ts';
import { listCijfers } from '#features/kenniscafe/read.server.ts';
import { createTotaal, removeTotaal } from '#features/kenniscafe/write.server.ts';
import { listPerioden, woordenlijst } from '#features/werkplaats/read.server.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, url }) => {
	const getypt = (naam: string) => url.searchParams.get(naam)?.trim() ?? '';
	const gekozen = { periodeId: getypt('periode'), van: getypt('van'), tot: getypt('tot') };
	const { keuze, fouten } = leesKeuze(gekozen);
	const titel = `${hoofdletter(woordenlijst(actor).openBijeenkomst.meervoud)} in cijfers`;
	return {
		titel: fouten.van || fouten.tot ? `Fout: ${titel}` : titel,
		kop: titel,
		gekozen,
		fouten,
		perioden: listPerioden(actor).map(({ id, naam }) => ({ id, naam })),
		cijfers: listCijfers(actor, keuze),
	};
};

const HIER = '/bijeenkomsten/cijfers';

export const actions: Actions = {
	totaal: action(TotaalInput, (actor, input) => {
		createTotaal(actor, input);
		return { to: HIER, melding: 'Het totaal is bewaard.' };
	}),
	totaalweg: action(RowId, (actor, { id }) => {
		removeTotaal(actor, id);
		return { to: HIER, melding: 'Het totaal is weggehaald.' };
	}),
};
