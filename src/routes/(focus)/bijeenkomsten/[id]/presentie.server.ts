import type { Actions } from '@sveltejs/kit';
import { ZelfInput } from '#features/presentie/input.ts';
import { createEigenRegel, removeEigenRegel } from '#features/presentie/eigen.write.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';

const of = ({ params }: { params: Partial<Record<string, string>> }) => params.id!;

/** Who was there, on the page of the verslag: only oneself. */
export const presentieActions = {
	erbijben: action(ZelfInput, (actor, input, { event }) => {
		createEigenRegel(actor, { bijeenkomstId: of(event), ...input });
		return { to: `/bijeenkomsten/${of(event)}`, melding: 'Je staat op de lijst.' };
	}),
	nieterbij: action(NoFields, (actor, _input, { event }) => {
		removeEigenRegel(actor, of(event));
		return { to: `/bijeenkomsten/${of(event)}`, melding: 'Je staat niet meer op de lijst.' };
	}),
} satisfies Actions;
