import { redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { asyncAction } from '#server/form.ts';
import { HIDDEN } from '#ui/form.ts';
import { STAPPEN, type Stap } from './stappen.ts';
import { bewaarStap, mustInstellen } from './toegang.server.ts';

const SECRET: readonly string[] = [...Object.values(HIDDEN), 'wachtwoord', 'terug'];

/** The texts of a step as they were typed; what is wrong with them is said when one goes on. */
async function typed(request: Request): Promise<Record<string, string>> {
	const form = await request.formData();
	return Object.fromEntries(
		[...form].flatMap(([name, value]) =>
			typeof value === 'string' && !SECRET.includes(name) ? [[name, value.slice(0, 5000)]] : [],
		),
	);
}

/** An action that keeps what was typed, and goes a step back, or on when it is right. */
export const stapActie =
	<S extends v.GenericSchema>(
		stap: Stap,
		schema: S,
		done: (
			input: v.InferOutput<S>,
			texts: Record<string, string>,
			event: RequestEvent,
		) => Promise<string>,
	) =>
	async (event: RequestEvent) => {
		mustInstellen(event);
		const copy = event.request.clone();
		const texts = await typed(copy.clone() as Request);
		const index = STAPPEN.findIndex(({ naam }) => naam === stap);
		if ((await copy.formData()).has('terug')) {
			bewaarStap(stap, texts);
			redirect(303, STAPPEN[index - 1]?.href ?? '/instellen');
		}
		return asyncAction(schema, async (_actor, input, extra) => ({
			to: await done(input, texts, extra.event),
		}))(event);
	};
