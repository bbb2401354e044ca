import type { Standbeeld } from './beeld.ts';

const een = (n: number, enkel: string, meer: string) => (n === 1 ? enkel : meer);

/** What going to another phase would cut short, in sentences; without any nothing is asked. */
export function faseBezwaren(
	{ ronde, budget, deelnemers, gegeven }: Standbeeld,
	{ verborgen, schrijvers }: { verborgen: number; schrijvers: number },
): string[] {
	const stippen = ronde === 'open' ? Math.max(0, budget * deelnemers - gegeven) : 0;
	return [
		schrijvers > 0 &&
			een(
				schrijvers,
				'Er is nog iemand aan het schrijven.',
				'Er zijn nog mensen aan het schrijven.',
			),
		verborgen > 0 &&
			een(
				verborgen,
				'Er ligt nog 1 briefje niet open.',
				`Er liggen nog ${verborgen} briefjes niet open.`,
			),
		stippen > 0 &&
			een(
				stippen,
				'Er is nog 1 stip niet gegeven.',
				`Er zijn nog ${stippen} stippen niet gegeven.`,
			),
	].filter((zin) => zin !== false);
}
