import { GESPREKKEN } from './gesprekken.ts';
import { GROEPSWERK } from './groepswerk.ts';
import type { Werkvorm } from './werkvorm.ts';

/** Every werkvorm that the werkplaatsen used; rows of the database name one by its `sleutel`. */
export const WERKVORMEN: readonly Werkvorm[] = [...GESPREKKEN, ...GROEPSWERK];

const opSleutel = new Map(WERKVORMEN.map((werkvorm) => [werkvorm.sleutel, werkvorm]));

export const werkvormVan = (sleutel: string): Werkvorm | undefined => opSleutel.get(sleutel);

/** Its name; nothing for none. */
export const naamVanWerkvorm = (sleutel: string): string => werkvormVan(sleutel)?.naam ?? '';
