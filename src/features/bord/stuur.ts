import { giveUpAfter } from '#sync/client/giveup.ts';
import type { FormFailure } from '#ui/form.ts';
import type { Antwoord, Tafeldaad } from './daadrij.svelte.ts';
import type { Staat } from './staat.read.server.ts';

const GEEF_OP_MS = 15_000;
const LATER = [401, 502, 503, 504, 507];
const LUKT_NIET = 'Dat lukte niet. Probeer het opnieuw.';

type Gezegd = Partial<Pick<FormFailure, 'errors'>> & { data?: { staat: Staat } };

interface Uitkomst {
	antwoord: Antwoord;
	/** How it stands for me since then. */
	staat?: Staat;
}

/** Sends one act to where the form of the page would go, as plain data both ways. */
export async function stuurDaad(pad: string, { actie, velden }: Tafeldaad): Promise<Uitkomst> {
	const body = new FormData();
	for (const [name, value] of Object.entries(velden)) body.set(name, value);
	const answer = await fetch(`${pad}/staat?doe=${actie}`, {
		method: 'POST',
		headers: { accept: 'application/json' },
		body,
		signal: giveUpAfter(GEEF_OP_MS),
	});
	const { data, errors } = (await answer.json().catch(() => ({}))) as Gezegd;
	if (data) return { antwoord: 'klaar', ...data };
	if (answer.status === 429) return { antwoord: 'druk' };
	// there is no room now, or one has to log in first
	if (answer.redirected || LATER.includes(answer.status)) return { antwoord: 'later' };
	if (!errors) return { antwoord: 'stuk' };
	return { antwoord: { zin: Object.values(errors)[0] ?? LUKT_NIET } };
}
