import * as v from 'valibot';
import { datumVeldOfLeeg } from '#features/datum/input.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { MEESTE_DELEN } from './deel.ts';
import type { Pauze } from './soort.ts';
import { EIND_TE_VROEG, pauzesVeld, tijdVeld } from './velden.ts';
import type { Twijfel } from './waarschuw.ts';

/** A stretch of time as somebody fills it in. */
export interface DagdeelNieuw {
	dag: string;
	begin: string;
	eind: string;
	pauzes: Pauze[];
}

const VELDEN = {
	dag: datumVeldOfLeeg({ rand: 'begin' }),
	begin: tijdVeld,
	eind: tijdVeld,
	pauzes: pauzesVeld,
};
type Veld = keyof typeof VELDEN;
interface Rij {
	dag: v.InferOutput<typeof VELDEN.dag>;
	begin: string;
	eind: string;
	pauzes: Pauze[];
}

const nummers = Array.from({ length: MEESTE_DELEN }, (_, n) => n + 1);

/** `dag1`, `begin1` … `pauzes12`: rows of a form that needs no script. */
const rijen: v.GenericSchema<unknown, Record<string, unknown>> = v.object(
	Object.fromEntries(
		nummers.flatMap((n) =>
			Object.entries(VELDEN).map(([veld, schema]) => [`${veld}${n}`, schema] as const),
		),
	),
);

type Fout = readonly [veld: Veld, zin: string];

/** Nothing when the row is as it should be; an empty row is no row. */
function foutIn({ dag, begin, eind }: Rij): Fout | undefined {
	if (!dag) return ['dag', 'Schrijf op welke dag, bijvoorbeeld 11 juni 2026.'];
	if (!isEenDag(dag)) return ['dag', 'Schrijf één dag, bijvoorbeeld 11 juni 2026.'];
	if (!begin) return ['begin', 'Schrijf hoe laat het begint.'];
	if (!eind) return ['eind', 'Schrijf hoe laat het klaar is.'];
	if (eind <= begin) return ['eind', EIND_TE_VROEG];
	return undefined;
}

const isLeeg = ({ dag, begin, eind, pauzes }: Rij) =>
	!dag && !begin && !eind && pauzes.length === 0;

interface Dagdelen {
	delen: DagdeelNieuw[];
	/** In which row of the form each of them stands. */
	rijen: number[];
}

export const DagdelenInput = v.pipe(
	rijen,
	v.rawTransform<Record<string, unknown>, Dagdelen>(({ dataset: { value }, addIssue, NEVER }) => {
		const delen: DagdeelNieuw[] = [];
		const rijen: number[] = [];
		const al = new Set<string>();
		let isGoed = true;
		const keurAf = (key: string, message: string) => {
			const path = {
				type: 'object',
				origin: 'value',
				input: value,
				key,
				value: value[key],
			} as const;
			addIssue({ message, path: [path] });
			isGoed = false;
		};
		for (const n of nummers) {
			const van = (veld: Veld) => value[`${veld}${n}`];
			const rij = {
				dag: van('dag'),
				begin: van('begin'),
				eind: van('eind'),
				pauzes: van('pauzes'),
			} as Rij;
			if (isLeeg(rij)) continue;
			const [veld, zin] = foutIn(rij) ?? [];
			if (veld && zin) keurAf(`${veld}${n}`, zin);
			const dag = rij.dag?.dag ?? '';
			if (al.has(`${dag} ${rij.begin}`)) keurAf(`begin${n}`, 'Dit staat er al.');
			al.add(`${dag} ${rij.begin}`);
			rijen.push(n);
			delen.push({ dag, begin: rij.begin, eind: rij.eind, pauzes: rij.pauzes });
		}
		return isGoed ? { delen, rijen } : NEVER;
	}),
);

/** In which field of the form something odd stands: of a day, or of when it is over. */
export const veldIn =
	({ delen, rijen }: Dagdelen) =>
	({ veld, om }: Twijfel): string => {
		const isDit = ({ dag, begin }: DagdeelNieuw) =>
			dag === om.dag && (om.begin === undefined || begin === om.begin);
		return `${veld === 'eind' ? 'eind' : 'dag'}${rijen[delen.findIndex(isDit)] ?? 1}`;
	};
