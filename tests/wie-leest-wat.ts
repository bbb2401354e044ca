import { fixture, type Mens, type Plek } from './buitenaf.ts';

/** Who tries from outside, and which word of the seed they may read: docs/toegang.md once more. */

export interface Actor {
	naam: string;
	mens?: Mens;
	plek?: Plek;
	team?: Plek;
}

export function actors(): Actor[] {
	const { werkplaatsen, niemand } = fixture();
	const [plek, elders] = werkplaatsen as [Plek, Plek];
	const team = plek.teams![0]!;
	const van = (from: Plek, wie: string) => from.mensen.find((mens) => mens.wie === wie)!;
	return [
		{ naam: 'zonder login' },
		{ naam: 'niemand', mens: niemand },
		{ naam: 'elders', mens: van(elders, 'coordinator'), plek: elders },
		...plek.mensen.map((mens) => ({ naam: mens.wie, mens, plek })),
		...['trekker', 'lid', 'procesobservator', 'oud-lid'].map((wie) => ({
			naam: wie,
			mens: van(team, wie),
			plek,
			...(wie !== 'oud-lid' && { team }),
		})),
	];
}

export const isOne = (actor: Actor, ...namen: string[]) => namen.includes(actor.mens?.wie ?? '');
export const RUIMTE = ['coordinator', 'lector', 'docentonderzoeker', 'fg'];
const KENT_IEDEREEN = [...RUIMTE, 'beheerder', 'trekker'];
const ROL = ['beheerder', ...RUIMTE, 'partnercontact', 'accountant'];
const VAN_DE_RUIMTE = [
	...['praktijkvraag', 'legeStoel', 'lidmaatschap', 'praktijk'],
	...['leeromgeving.doel', 'leeromgeving.gewensteOpbrengst', 'leeromgeving.locaties'],
	'leeromgeving.werkwijze',
	...['bijeenkomst', 'versie', 'opmerking', 'sjabloon', 'titel', 'overBijeenkomst', 'reeks'],
	...['agendapunt', 'agendasjabloon', 'werkvormgebruik', 'genodigde', 'actie', 'ervaring'],
	...['presentieregel', 'presentiecorrectie'],
	...['bord', 'bordgroep', 'bordinzicht', 'bordafspraak'],
];

/** A word of the seed: where it stands, and who may read it.  */
interface Woord {
	soort: string;
	veld: string;
	mag: (actor: Actor) => boolean;
}

/** On the table it is for who is in the room; hidden for its writer alone, and taken away for nobody. */
function leestBriefje(staat: string, inRuimte: Woord['mag'], team?: Plek): Woord['mag'] {
	if (staat.endsWith('weg')) return () => false;
	if (!staat.endsWith('verborgen')) return inRuimte;
	return (actor) =>
		staat.includes('trekker') && isOne(actor, 'trekker') && !!team && actor.team === team;
}

/** Why a story was chosen: with the outcome for who is in the room, and before it for its writer alone. */
function leestReden(staat: string, inRuimte: Woord['mag'], team?: Plek): Woord['mag'] {
	if (staat.startsWith('gekozen')) return inRuimte;
	return (actor) =>
		staat.endsWith('trekker') && isOne(actor, 'trekker') && !!team && actor.team === team;
}

/**
 * The name at the table of who has no account is for who holds regie; the team hears it afterwards
 * where dots were given under names.
 */
function leestNaam(staat: string, inRuimte: Woord['mag'], team?: Plek): Woord['mag'] {
	if (staat === 'cafe') return inRuimte;
	return (actor) =>
		isOne(actor, 'trekker') &&
		!!team &&
		actor.team === team &&
		['open', 'kiest', 'gekozen', 'tafel'].includes(staat);
}

function ofDing(plek: Plek, team: Plek | undefined, ding: [string, string, string]): Woord['mag'] {
	const [soort, staat, veld] = ding;
	const inRuimte = (actor: Actor) => isOne(actor, ...RUIMTE) || (!!team && actor.team === team);
	const hier = (rule: (actor: Actor) => boolean) => (actor: Actor) =>
		actor.plek === plek && rule(actor);
	if (team && VAN_DE_RUIMTE.some((s) => s === soort || s === `${soort}.${veld}`))
		return hier(inRuimte);
	if (soort === 'briefje') return hier(leestBriefje(staat, inRuimte, team));
	if (soort === 'reden') return hier(leestReden(staat, inRuimte, team));
	if (soort === 'deelnemer') return hier(leestNaam(staat, inRuimte, team));
	if (soort === 'uitnodiging')
		return hier(
			(actor) =>
				isOne(actor, 'coordinator', 'beheerder') ||
				(isOne(actor, 'trekker') && actor.team === team) ||
				(veld === 'voornaam' && (inRuimte(actor) || isOne(actor, ...KENT_IEDEREEN))),
		);
	// who puts their name down for something open is known to who makes it
	if (soort === 'inschrijving')
		return hier(
			(actor) =>
				isOne(actor, 'coordinator') || (isOne(actor, 'trekker', 'lid') && actor.team === team),
		);
	if (soort === 'openbareBladzijde') return staat === 'openbaar' ? () => true : hier(inRuimte);
	if (soort === 'openBijeenkomst' && veld === 'omschrijving') return hier(inRuimte);
	if (soort === 'gremium') return hier((actor) => isOne(actor, ...ROL));
	if (['partnerschap', 'werkrelatie', 'intentieverklaring'].includes(soort))
		return hier((actor) => isOne(actor, ...ROL) && !isOne(actor, 'partnercontact'));
	if (soort === 'organisatie' && veld !== 'naam') return hier((actor) => isOne(actor, ...ROL));
	if (soort === 'subsidie') return hier((actor) => isOne(actor, 'coordinator', 'beheerder'));
	return hier(() => true);
}

/** Of a bijeenkomst or a bord that was removed its title alone, for who may put it back. */
function ofWeg(plek: Plek, team: Plek | undefined, [soort, veld]: [string, string]): Woord['mag'] {
	const mogen = soort === 'bord' ? ['trekker', 'lid'] : ['trekker'];
	return (actor) =>
		veld === 'titel' &&
		actor.plek === plek &&
		(isOne(actor, 'coordinator') || (isOne(actor, ...mogen) && actor.team === team));
}

export function words(): Map<string, Woord> {
	const found = new Map<string, Woord>();
	const add = (plek: Plek, { mensen, objecten }: Plek, team?: Plek) => {
		for (const { soort, staat, woorden } of objecten)
			for (const [veld, woord] of Object.entries(woorden))
				found.set(woord, {
					soort,
					veld,
					mag:
						staat.split(',')[0] === 'weggehaald'
							? ofWeg(plek, team, [soort, veld])
							: ofDing(plek, team, [soort, staat, veld]),
				});
		for (const { wie, woord, persoonId } of mensen)
			found.set(woord, {
				soort: 'persoon',
				veld: wie,
				mag: (actor) =>
					actor.plek === plek &&
					(actor.mens?.persoonId === persoonId ||
						wie === 'coordinator' ||
						isOne(actor, ...KENT_IEDEREEN) ||
						(team ? actor.team === team : wie === 'beheerder' && isOne(actor, ...ROL))),
			});
	};
	for (const plek of fixture().werkplaatsen) {
		add(plek, plek);
		for (const team of plek.teams ?? []) add(plek, team, team);
	}
	return found;
}
