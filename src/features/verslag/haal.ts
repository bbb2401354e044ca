const AGAIN_MS = 2_000;
/** Some browsers begin to save later than they are told to. */
const SAVED_MS = 60_000;
const GEEN_LIJN = 'Geen internet. Probeer het zo nog een keer.';
const INLOGGEN = 'Je was een tijd weg. Log opnieuw in.';
const LUKT_NIET = 'Het bestand is niet gemaakt. Probeer het opnieuw.';

function bewaar(bestand: Blob, naam: string) {
	const url = URL.createObjectURL(bestand);
	const link = document.createElement('a');
	link.href = url;
	link.download = naam;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), SAVED_MS);
}

/** Saves the file that is at this address; what comes back says why not, or is empty. */
async function haal(href: string): Promise<string> {
	const headers = { accept: 'application/json' };
	const answer = await fetch(href, { headers, redirect: 'manual' }).catch(() => undefined);
	if (!answer) return GEEN_LIJN;
	if (answer.type === 'opaqueredirect') return INLOGGEN;
	if (!answer.ok) {
		const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
		return message ?? LUKT_NIET;
	}
	const bestand = await answer.blob().catch(() => undefined);
	if (!bestand) return GEEN_LIJN;
	const [, naam = ''] =
		/filename="(.+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
	bewaar(bestand, naam);
	return '';
}

/** Of an answer that is none, the file itself will say why. */
async function staatInRij(pad: string): Promise<boolean> {
	const answer = await fetch(`${pad}?wacht`, { redirect: 'manual' }).catch(() => undefined);
	const { wacht } = ((await answer?.json().catch(() => undefined)) ?? {}) as { wacht?: boolean };
	return wacht === true;
}

/** Saves the file of this link, after those that others wait for. Says how far it is, and at the end why not. */
export async function haalBestand(link: HTMLAnchorElement, zeg: (zin: string) => void) {
	const { pathname, href } = link;
	while (await staatInRij(pathname)) {
		zeg('Je export staat in de wachtrij.');
		await new Promise((again) => setTimeout(again, AGAIN_MS));
		if (!link.isConnected) return;
	}
	zeg('We maken je bestand.');
	zeg(await haal(href));
}
