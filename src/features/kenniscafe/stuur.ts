import { deserialize } from '$app/forms';
import type { Antwoord, Tik } from './wachtrij.svelte.ts';

/** Sends one tap to the form of the page; `nu` gets what the server counts then. */
export const stuurTik =
	<T>(action: string, nu: (stand: T) => void) =>
	async ({ id, categorie, aantal }: Tik): Promise<Antwoord> => {
		const body = new FormData();
		for (const [name, value] of Object.entries({ id, categorie, aantal: String(aantal) }))
			body.set(name, value);
		const answer = await fetch(action, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body,
		});
		if (answer.status === 401) return 'inloggen';
		const result = deserialize<{ data: T }, never>(await answer.text());
		if (result.type === 'failure') return result.status === 429 ? 'later' : 'weigering';
		if (result.type !== 'success') return 'later';
		if (result.data) nu(result.data.data);
		return 'klaar';
	};
