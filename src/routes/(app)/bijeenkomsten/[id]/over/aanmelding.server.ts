import { createAntwoord } from '#features/aanmelding/write.server.ts';
import { genoteerd } from '#features/aanmelding/komst.ts';
import { ToelichtingInput } from '#features/aanmelding/input.ts';
import { action } from '#server/form.ts';

/** My own answer to "Kom je?". */
export const aanmeldingActions = {
	komt: action(ToelichtingInput, (actor, input, { event: { params } }) => {
		createAntwoord(actor, { ...input, bijeenkomstId: params.id!, antwoord: 'komt' });
		return { melding: genoteerd('komt') };
	}),
	komtniet: action(ToelichtingInput, (actor, input, { event: { params } }) => {
		createAntwoord(actor, { ...input, bijeenkomstId: params.id!, antwoord: 'komt-niet' });
		return { melding: genoteerd('komt-niet') };
	}),
};
