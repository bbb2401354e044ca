import { deserialize } from '$app/forms';
import { giveUpAfter } from '#sync/client/giveup.ts';
import type { FormFailure } from '#ui/form.ts';
import type { Antwoord, Tafeldaad } from './daadrij.svelte.ts';
import type { Staat } from './staat.read.server.ts';

const GEEF_OP_MS = 15_000;
const LATER = [401, 502, 503, 504, 507];
const LUKT_NIET = 'Dat lukte niet. Probeer het opnieuw.';

interface Uitkomst {
	antwoord: Antwoord;
	/** How it stands for me since then. */
	staat?: Staat;
}

/** Sends one act to the form of the page. */
export async function stuurDaad(pad: string, { actie, velden }: Tafeldaad): Promise<Uitkomst> {
	const body = new FormData();
	for (const [name, value] of Object.entries(velden)) body.set(name, value);
	const answer = await fetch(`${pad}?/${actie}`, {
		method: 'POST',
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
		body,
		signal: giveUpAfter(GEEF_OP_MS),
	});
	const result = deserialize<{ data: { staat: Staat } }, Record<string, unknown>>(
		await answer.text(),
	);
	if (result.type === 'success') {
		const staat = result.data?.data.staat;
		return { antwoord: 'klaar', ...(staat && { staat }) };
	}
	if (answer.status === 429 || (result.type === 'failure' && result.status === 429))
		return { antwoord: 'druk' };
	// there is no room now, or one has to log in first
	if (result.type === 'redirect' || LATER.includes(answer.status)) return { antwoord: 'later' };
	if (result.type !== 'failure') return { antwoord: 'stuk' };
	const failure = result.data as unknown as FormFailure | undefined;
	return { antwoord: { zin: Object.values(failure?.errors ?? {})[0] ?? LUKT_NIET } };
}
