import type { Doel } from './punt.ts';

interface Punt {
	titel: string;
	minuten: number | null;
	doel: Doel | null;
	wieId: string | null;
	wie: string;
	werkvorm: string;
	uitleg: string;
	stukken: string;
}

/** What the form about a point starts from. */
export const basisPunt = (punt: Punt) => ({
	titel: punt.titel,
	minuten: punt.minuten === null ? '' : String(punt.minuten),
	doel: punt.doel ?? '',
	wieId: punt.wieId ?? '',
	wie: punt.wie,
	werkvorm: punt.werkvorm,
	uitleg: punt.uitleg,
	stukken: punt.stukken,
});
