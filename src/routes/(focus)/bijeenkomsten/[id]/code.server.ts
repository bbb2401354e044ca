import type { Actions } from '@sveltejs/kit';
import { CodeInput } from '#features/presentie/code.input.ts';
import { createCode, withdrawCode } from '#features/presentie/code.write.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';

const of = ({ params }: { params: Partial<Record<string, string>> }) => ({
	bijeenkomstId: params.id!,
});

/** The code by which people in the room say that they are there. */
export const codeActions = {
	code: action(CodeInput, (actor, input, { event }) => {
		createCode(actor, { ...of(event), ...input });
	}),
	codeweg: action(NoFields, (actor, _input, { event }) => {
		withdrawCode(actor, of(event));
		return { melding: 'De code is dicht. Niemand komt er nog mee binnen.' };
	}),
} satisfies Actions;
