import type { Outcome } from '../command.ts';
import { seedDemo } from './demo.ts';
import { seedVeiligheid } from './veiligheid.ts';

/** What `npm run beheer -- seed <naam>` can fill an empty data folder with. */
export const SEEDS: Record<string, (given: { out?: string }) => Outcome | Promise<Outcome>> = {
	voorbeeld: seedDemo,
	veiligheid: seedVeiligheid,
};
