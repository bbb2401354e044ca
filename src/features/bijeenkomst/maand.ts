import { dagenInMaand, isoVan, plusDagen, WEEKDAGEN, weekdag } from '#features/datum/kalender.ts';
import { maandNaam } from '#features/datum/woorden.ts';

/** A month of the calendar: "2026-06". */
export interface Maand {
	jaar: number;
	maand: number;
}

/** Nothing for what is no month. */
export function leesMaand(tekst: string | null): Maand | undefined {
	const [, jaar = '', maand = ''] = /^(\d{4})-(\d{2})$/.exec(tekst ?? '') ?? [];
	const gelezen = { jaar: Number(jaar), maand: Number(maand) };
	const kan = gelezen.jaar >= 1900 && gelezen.jaar < 2200 && gelezen.maand >= 1;
	return kan && gelezen.maand <= 12 ? gelezen : undefined;
}

export const maandVan = (dag: string): Maand => ({
	jaar: Number(dag.slice(0, 4)),
	maand: Number(dag.slice(5, 7)),
});

export const maandSleutel = ({ jaar, maand }: Maand) => isoVan({ jaar, maand, dag: 1 }).slice(0, 7);

/** "juni 2026". */
export const toonMaand = ({ jaar, maand }: Maand) => `${maandNaam(maand)} ${jaar}`;

export function schuifMaand({ jaar, maand }: Maand, met: number): Maand {
	const nul = maand - 1 + met;
	return { jaar: jaar + Math.floor(nul / 12), maand: (((nul % 12) + 12) % 12) + 1 };
}

/** The days of its weeks, from Monday; those of the months beside it are in them too. */
export function wekenVan({ jaar, maand }: Maand): string[][] {
	const eerste = isoVan({ jaar, maand, dag: 1 });
	const maandag = plusDagen(eerste, -((WEEKDAGEN.indexOf(weekdag(eerste)) + 6) % 7));
	const laatste = isoVan({ jaar, maand, dag: dagenInMaand(jaar, maand) });
	const weken: string[][] = [];
	for (let dag = maandag; dag <= laatste; dag = plusDagen(dag, 7))
		weken.push(Array.from({ length: 7 }, (_, n) => plusDagen(dag, n)));
	return weken;
}
