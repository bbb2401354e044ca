import * as v from 'valibot';
import { VersieKeuze } from '#features/versie/input.ts';
import { versieTitel } from '#features/versie/versienaam.ts';
import { detailVerschil, detailVersie, listBezig } from '#features/versie/read.server.ts';
import { createHerstel } from '#features/versie/write.server.ts';
import { NotFound } from '#server/errors.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const Bekijk = v.fallback(v.picklist(['vorige', 'nu', 'tekst']), 'vorige');

export const load: PageServerLoad = ({ locals: { actor }, params, url }) => {
	const versie = detailVersie(actor, params.versieId);
	if (versie.bijeenkomstId !== params.id) throw new NotFound();
	const gevraagd = v.parse(Bekijk, url.searchParams.get('bekijk'));
	const bekijk = versie.stuk && gevraagd === 'nu' ? 'vorige' : gevraagd;
	return {
		titel: versieTitel(versie),
		versie,
		bekijk,
		verschil: bekijk === 'tekst' ? null : detailVerschil(actor, versie.id, bekijk),
		bezig: versie.stuk ? [] : listBezig(actor, params.id),
	};
};

export const actions: Actions = {
	zetTerug: action(VersieKeuze, (actor, input) => {
		const { bijeenkomstId, terugId } = createHerstel(actor, input);
		const page = `/bijeenkomsten/${bijeenkomstId}`;
		return {
			to: page,
			melding: {
				tekst: 'De versie is teruggezet.',
				...(terugId && {
					zetTerug: {
						action: `${page}/versies/${terugId}?/zetTerug`,
						fields: { versieId: terugId },
					},
				}),
			},
		};
	}),
};
