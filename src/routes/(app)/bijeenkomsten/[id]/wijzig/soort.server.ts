import { KeukentafelInput, OnderwijsInput } from '#features/bijeenkomst/onderwijs.input.ts';
import {
	updateKeukentafel,
	updateOnderwijs,
} from '#features/bijeenkomst/onderwijs.write.server.ts';
import { updateCafe } from '#features/kenniscafe/cafe.write.server.ts';
import { CafeInput } from '#features/kenniscafe/input.ts';
import { action } from '#server/form.ts';

/** What only one kind of bijeenkomst has. */
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
