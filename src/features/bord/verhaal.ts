import type { Standbeeld, VerhaalBeeld } from './beeld.ts';
import { kiestVerhaal } from './soort.ts';

/** The most chosen first, as soon as that is shown; else as they came on the table. */
export const opKeuze = (verhalen: readonly VerhaalBeeld[]): VerhaalBeeld[] =>
	[...verhalen].sort((a, b) => (b.stippen ?? 0) - (a.stippen ?? 0));

/** "1 keer gekozen"; of a story that nobody chose that. */
export const gekozen = (n: number) => (n === 0 ? 'niet gekozen' : `${n} keer gekozen`);

/** Without it a choice does not count; the server says so too. */
export const ZONDER_REDEN = 'Schrijf in één zin waarom. Zonder reden telt je keuze niet.';

const isKeuze = ({ soort }: Pick<Standbeeld, 'soort'>) => kiestVerhaal(soort);

export const uitslagZin = (stand: Pick<Standbeeld, 'soort'>) =>
	isKeuze(stand) ? 'Dit kozen jullie, en waarom.' : 'Dit is de uitslag van de stippen.';

/** What is told afterwards of who gave what; said before anybody gives. */
export function geheimZin(stand: Pick<Standbeeld, 'soort' | 'geheim'>): string {
	if (!isKeuze(stand))
		return stand.geheim
			? 'Niemand ziet wie wat gaf.'
			: 'Na de uitslag zien jullie ook wie wat gaf. Gasten zien dat niet.';
	return stand.geheim
		? 'Na de uitslag staat je reden bij het verhaal, zonder wie je bent.'
		: 'Na de uitslag staat je reden erbij, met van welke kant je kijkt. Het team ziet ook wie koos.';
}

/** How a round is called for who leads it. */
export const RONDE_WOORDEN = {
	stip: {
		kop: 'Stippen geven',
		meer: 'stippen',
		leeg: 'Maak eerst een groep. Stippen gaan naar groepen.',
		hoeveel: 'Hoeveel stippen krijgt ieder?',
		geheim: 'Alleen hoeveel stippen elke groep heeft',
		open: 'Ook wie welke stippen gaf',
		begin: 'Begin met stippen',
		dicht: 'Daarna kan niemand nog een stip verplaatsen.',
		verder: 'Ga verder met stippen',
		welke: 'Welke groep?',
		aantal: 'Hoeveel stippen?',
		voorWie: 'Tel wat mensen op papier plakten, of hun handen.',
	},
	keuze: {
		kop: 'Verhaal kiezen',
		meer: 'keuzes',
		leeg: 'Leg eerst een verhaal op tafel. Daarna kiezen jullie.',
		hoeveel: 'Hoeveel verhalen kiest ieder?',
		geheim: 'Alleen hoe vaak een verhaal is gekozen, en waarom',
		open: 'Ook van welke kant de redenen komen, en voor het team wie koos',
		begin: 'Begin met kiezen',
		dicht: 'Daarna kan niemand nog een keuze wijzigen.',
		verder: 'Ga verder met kiezen',
		welke: 'Welk verhaal?',
		aantal: 'Hoeveel mensen kozen dit?',
		voorWie: 'Voor wie geen telefoon heeft. Vraag ook waarom.',
	},
} as const;
