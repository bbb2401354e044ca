import { enter, fixture, get, type Plek } from './buitenaf.ts';
import { expect, test } from './fixtures.ts';
import { openLijn } from './sync-lijn.ts';
import { actors, isOne, RUIMTE, words, type Actor } from './wie-leest-wat.ts';

/** AC-59 at a bord: everybody with an account, and a gast with a phone, over the line and by address. */

test.use({ kind: 'veiligheid' });
test.describe.configure({ mode: 'serial', timeout: 480_000 });

interface Bord {
	plek: Plek;
	team: Plek;
	id: string;
	staat: string;
}

function borden(): Bord[] {
	const [hier, elders] = fixture().werkplaatsen as [Plek, Plek];
	const places = [hier, elders].flatMap((plek) => plek.teams!.map((team) => ({ plek, team })));
	return places.flatMap(({ plek, team }) =>
		team.objecten
			.filter(({ soort }) => soort === 'bord')
			.map(({ id, staat }) => ({ plek, team, id, staat })),
	);
}

/** What docs/toegang.md says; undefined for who may not even know of it. */
function rechtVan(actor: Actor, { plek, team, staat }: Bord): string | undefined {
	const inRuimte = isOne(actor, ...RUIMTE) || actor.team === team;
	if (actor.plek !== plek || !inRuimte || staat === 'weggehaald') return undefined;
	return staat !== 'afgerond' && isOne(actor, 'coordinator', 'trekker', 'lid')
		? 'schrijven'
		: 'lezen';
}

/** Each word of the seed in this text that is not for who heard it. */
function teVeel(text: string, mag: (woord: string) => boolean): string[] {
	const known = words();
	return [...text.matchAll(/uniek[a-z]{12}/g)]
		.map(([woord]) => woord)
		.filter((woord) => !mag(woord))
		.map((woord) => `${known.get(woord)?.soort}.${known.get(woord)?.veld}`);
}

const OP_TAFEL = ['bordgroep', 'bordinzicht', 'bordafspraak'];

/** What lies on the table of this bord, for all to see: word by word, with what it is. */
function opTafel({ team, staat }: Bord): Map<string, string> {
	// why a story was chosen lies there with the outcome
	const soorten = staat === 'gekozen' ? [...OP_TAFEL, 'reden'] : OP_TAFEL;
	const all = team.objecten.filter(({ soort, staat: van }) =>
		soort === 'briefje'
			? van.startsWith(`${staat},`) && !/(verborgen|weg)$/.test(van)
			: van.split(',')[0] === staat && soorten.includes(soort),
	);
	const eigen = all.flatMap(({ soort, woorden }) =>
		Object.values(woorden).map((woord): [string, string] => [woord, soort]),
	);
	return new Map([...eigen, ...(staat === 'cafe' ? vanTafel(team) : [])]);
}

/** What was brought to the bord of all: an afspraak stays at its table. */
const vanTafel = (team: Plek): [string, string][] =>
	[...opTafel({ team, staat: 'tafel' } as Bord)].filter(([, soort]) => soort !== 'bordafspraak');

test('over de lijn krijgt iemand wat open ligt, en een ander niets', async ({ server }) => {
	const wrong: string[] = [];
	let gelezen = 0;
	for (const actor of actors()) {
		const cookie = actor.mens ? await enter(server.url, actor.mens) : '';
		for (const bord of borden()) {
			const lijn = await openLijn(server.url, `bord/${bord.id}`, { cookie });
			const say = (what: string) =>
				wrong.push(`${actor.naam} ${bord.team.naam} ${bord.staat}: ${what}`);
			const recht = rechtVan(actor, bord);
			if (lijn.recht !== recht) say(`${lijn.recht ?? 'niets'} in plaats van ${recht ?? 'niets'}`);
			if (!recht && lijn.code !== (actor.plek ? 4404 : 4401)) say(`code ${lijn.code}`);
			// not even the own hidden briefje comes this way: everybody gets the same table
			const tafel = opTafel(bord);
			for (const what of teVeel(
				lijn.gehoord,
				(woord) => tafel.has(woord) || isVraag(bord, woord) || isNaam(woord),
			))
				say(`las ${what}`);
			for (const [woord, soort] of recht ? tafel : [])
				if (lijn.gehoord.includes(woord)) gelezen++;
				else say(`${soort} kwam niet`);
			lijn.ws.terminate();
		}
	}
	expect(wrong).toEqual([]);
	expect(gelezen, 'the words are found where they may be').toBeGreaterThan(200);
});

/** Who is present says so with the name that everybody in the room knows. */
const isNaam = (woord: string) => words().get(woord)?.soort === 'persoon';

/** The phone of a gast who came to the bord of this team. */
function telefoonVan({ team, staat }: Bord): string {
	const seat = team.objecten.find(
		({ soort, staat: van }) => soort === 'deelnemer' && van === staat,
	) as { geheim?: Record<string, string> } | undefined;
	return `__Host-gast=${seat?.geheim?.['cookie'] ?? ''}`;
}

/** Where a gast may look for more than the own screen shows. */
const adressenVan = ({ id }: Bord): string[] => [
	...[
		'',
		'/__data.json',
		'/staat',
		'/mensen',
		'/beamer',
		'/beamer/staat',
		'/verder',
		'/papier',
	].map((rest) => `/borden/${id}${rest}`),
	...['csv', 'json', 'md'].map((vorm) => `/borden/${id}/uitvoer/${vorm}`),
	...['', '/__data.json', '/staat'].map((rest) => `/tafel/${id}${rest}`),
	'/zoeken?q=uniek',
];

test('een gast heeft één bord om te lezen, en daarbuiten niets', async ({ server }) => {
	const wrong: string[] = [];
	for (const eigen of borden()) {
		const cookie = telefoonVan(eigen);
		const mag = eigen.staat === 'weggehaald' ? new Map<string, string>() : opTafel(eigen);
		// of every other team one will do
		for (const bord of borden().filter((b) => b.team === eigen.team || b.staat === 'open')) {
			const lijn = await openLijn(server.url, `bord/${bord.id}`, { cookie });
			const say = (what: string) =>
				wrong.push(`gast van ${eigen.team.naam} ${eigen.staat}: ${what}`);
			const erbij = bord.id === eigen.id && eigen.staat !== 'weggehaald';
			if (lijn.recht !== (erbij ? 'lezen' : undefined)) say(`${bord.staat} ${lijn.recht}`);
			if (!erbij && (lijn.code !== 4401 || lijn.gehoord)) say(`${bord.staat} ${lijn.code}`);
			for (const woord of erbij ? mag.keys() : [])
				if (!lijn.gehoord.includes(woord)) say('iets kwam niet');
			for (const what of teVeel(lijn.gehoord, (w) => mag.has(w) || isVraag(eigen, w)))
				say(`las ${what} over de lijn`);
			lijn.ws.terminate();
			for (const path of adressenVan(bord)) {
				const { status, text } = await get(server.url + path, cookie);
				if (status >= 500) say(`${path}: ${status}`);
				const hier = path.startsWith(`/tafel/${eigen.id}`) && erbij;
				if (
					path === `/tafel/${eigen.id}` &&
					erbij &&
					![...mag.keys()].every((woord) => text.includes(woord))
				)
					say(`niet alles staat op ${path}`);
				const eigenWoord = (w: string) => hier && (mag.has(w) || isVanMij(eigen, w));
				for (const what of teVeel(text, eigenWoord)) say(`las ${what} op ${path}`);
			}
		}
	}
	expect(wrong).toEqual([]);
});

/** What is asked at this bord; at that of all also what was asked at its tables. */
const isVraag = (bord: Bord, woord: string) =>
	woordenVan(bord, 'bord', bord.staat).includes(woord) ||
	(bord.staat === 'cafe' && titelVan(bord.team, 'tafel') === woord);

const titelVan = ({ objecten }: Plek, staat: string) =>
	objecten.find(({ soort, staat: van }) => soort === 'bord' && van === staat)!.woorden['titel'];

const woordenVan = ({ team }: Bord, soort: string, staat: string): string[] =>
	team.objecten
		.filter((ding) => ding.soort === soort && ding.staat === staat)
		.flatMap(({ woorden }) => Object.values(woorden));

/** The question, the own name and the own briefjes, also those that nobody else sees. */
const isVanMij = (bord: Bord, woord: string) =>
	isVraag(bord, woord) ||
	woordenVan(bord, 'deelnemer', bord.staat).includes(woord) ||
	['van de gast', 'van de gast, weg', 'van de gast, verborgen'].some((wat) =>
		['briefje', 'reden'].some((soort) =>
			woordenVan(bord, soort, `${bord.staat}, ${wat}`).includes(woord),
		),
	) ||
	isReeks(bord, woord) ||
	isTeam(bord, woord);

/** At a table of a wereldcafé: how the others of it are called. */
const isReeks = ({ team, staat }: Bord, woord: string) =>
	staat === 'tafel' && titelVan(team, 'cafe') === woord;

/** A gast learns of which team it is. */
const isTeam = ({ team }: Bord, woord: string) =>
	team.objecten.some(({ soort, woorden }) => soort === 'leeromgeving' && woorden['naam'] === woord);
