import { csvOf } from '#server/csv.ts';
import { FASEN } from '#ui/fase.ts';
import type {
	BladAfspraak,
	BladBriefje,
	BladGroep,
	BladInzicht,
	BladVerhaal,
	BordBlad,
} from './blad.ts';
import { BRIEFJE_NAMEN, INZICHT_SOORTEN, VAN_NIEMAND } from './soort.ts';

const KOPPEN = [
	'onderdeel',
	'groep',
	'tekst',
	'tegenover',
	'fase',
	'soort',
	'perspectief',
	'wie',
	'namens iemand anders',
	'wanneer',
	'effect',
	'komt uit',
	'stippen',
	'tafel',
	'ronde',
] as const;
type Rij = Partial<Record<(typeof KOPPEN)[number], string>>;

const briefjeRij = (briefje: BladBriefje, groep: string): Rij => ({
	onderdeel: 'briefje',
	groep,
	tekst: briefje.tekst,
	fase: FASEN[briefje.fase],
	soort: briefje.soort && BRIEFJE_NAMEN[briefje.soort],
	perspectief: briefje.perspectief,
	wie: briefje.wie,
	'namens iemand anders': briefje.namens ? 'ja' : '',
	tafel: briefje.tafel,
	ronde: briefje.tafelronde > 0 ? String(briefje.tafelronde) : '',
});

const verhaalRijen = ({ tekst, gekozen, redenen }: BladVerhaal): Rij[] => [
	{ onderdeel: 'gekozen verhaal', tekst, stippen: String(gekozen) },
	...redenen.map((reden) => ({
		onderdeel: 'reden',
		tekst: reden.tekst,
		perspectief: reden.perspectief,
		'komt uit': tekst,
	})),
];

const groepRijen = ({ naam, stippen, briefjes }: BladGroep): Rij[] => [
	{ onderdeel: 'groep', groep: naam, stippen: stippen === null ? '' : String(stippen) },
	...briefjes.map((briefje) => briefjeRij(briefje, naam)),
];

const inzichtRij = ({ soort, tekst, tegen, uit }: BladInzicht): Rij => ({
	onderdeel: 'inzicht',
	tekst,
	tegenover: tegen,
	soort: INZICHT_SOORTEN[soort],
	'komt uit': uit.join(' | '),
});

const afspraakRij = ({ wat, wie, wanneer, dag, effect, uit }: BladAfspraak): Rij => ({
	onderdeel: 'afspraak',
	tekst: wat,
	wie: wie || VAN_NIEMAND,
	wanneer: dag || wanneer,
	effect,
	'komt uit': uit.join(' | '),
});

/** One row for each thing on the bord, to sort and count in a spreadsheet. */
export function bladCsv({ verhalen, groepen, los, inzichten, afspraken }: BordBlad): string {
	const rijen = [
		...verhalen.flatMap(verhaalRijen),
		...groepen.flatMap(groepRijen),
		...los.map((briefje) => briefjeRij(briefje, '')),
		...inzichten.map(inzichtRij),
		...afspraken.map(afspraakRij),
	];
	return csvOf([KOPPEN, ...rijen.map((rij) => KOPPEN.map((kop) => rij[kop] ?? ''))]);
}
