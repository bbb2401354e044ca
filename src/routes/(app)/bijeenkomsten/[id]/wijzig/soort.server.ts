import type { Actor } from '#access/actor.ts';
import {
	basisKeukentafel,
	basisOnderwijs,
	KeukentafelInput,
	OnderwijsInput,
} from '#features/bijeenkomst/onderwijs.input.ts';
import {
	updateKeukentafel,
	updateOnderwijs,
} from '#features/bijeenkomst/onderwijs.write.server.ts';
import { keukentafelVelden, onderwijsVelden } from '#features/bijeenkomst/onderwijs.velden.ts';
import type { BijeenkomstDetail } from '#features/bijeenkomst/read.server.ts';
import { IS_ONDERWIJS } from '#features/bijeenkomst/soort.ts';
import { basisCafe } from '#features/kenniscafe/basis.ts';
import { detailCafe } from '#features/kenniscafe/cafe.read.server.ts';
import { cafeVelden } from '#features/kenniscafe/cafe.velden.ts';
import { updateCafe } from '#features/kenniscafe/cafe.write.server.ts';
import { CafeInput } from '#features/kenniscafe/input.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { metLidwoord } from '#features/werkplaats/woordenlijst.ts';
import { action } from '#server/form.ts';
import type { ListedField } from '#ui/listed.ts';
import type { Option } from '#ui/options.ts';

/** A form that only this kind of bijeenkomst has. */
interface Eigen {
	/** Of the form, and of its action. */
	naam: keyof typeof soortActions;
	/** What it is about: "de les". */
	wat: string;
	basis: Record<string, string>;
	velden: ListedField[];
}

/** Which of them this bijeenkomst has: by its kind, or because it was filled in. */
export function eigenOf(
	actor: Actor,
	{ id, soort, ...bijeenkomst }: BijeenkomstDetail,
	organisaties: Option[],
): Eigen[] {
	const [woorden, cafe] = [woordenlijst(actor), detailCafe(actor, id)];
	const forms: Eigen[] = [];
	if (cafe) {
		const [basis, wat] = [basisCafe(cafe), metLidwoord(woorden.openBijeenkomst)];
		forms.push({ naam: 'kenniscafe', wat, basis, velden: cafeVelden(basis, woorden) });
	}
	if (bijeenkomst.onderwijs || IS_ONDERWIJS.has(soort)) {
		const basis = basisOnderwijs(bijeenkomst.onderwijs);
		const velden = onderwijsVelden(basis, organisaties);
		forms.push({ naam: 'onderwijs', wat: 'de les', basis, velden });
	}
	if (bijeenkomst.keukentafel || soort === 'keukentafel') {
		const basis = basisKeukentafel(bijeenkomst.keukentafel);
		const velden = keukentafelVelden(basis, organisaties);
		forms.push({ naam: 'keukentafel', wat: 'het gesprek', basis, velden });
	}
	return forms;
}

/** What those forms do. */
export const soortActions = {
	onderwijs: action(OnderwijsInput, (actor, input, { event: { params }, basis }) => {
		updateOnderwijs(actor, { ...input, id: params.id! }, basis);
		return { melding: 'Bewaard.' };
	}),
	keukentafel: action(KeukentafelInput, (actor, input, { event: { params }, basis }) => {
		updateKeukentafel(actor, { ...input, id: params.id! }, basis);
		return { melding: 'Bewaard.' };
	}),
	kenniscafe: action(CafeInput, (actor, input, { event: { params }, basis }) => {
		const { dubbel } = updateCafe(actor, { ...input, id: params.id! }, basis);
		const letOp = dubbel ? ` Nummer ${input.nummer} is er nu twee keer. Kijk dat na.` : '';
		return { melding: `Bewaard.${letOp}` };
	}),
};
