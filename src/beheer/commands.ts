import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { demo } from './commands/demo.ts';
import { documentenNakijken } from './commands/documenten-nakijken.ts';
import { doctor } from './commands/doctor.ts';
import { eersteBeheerder } from './commands/eerste-beheerder.ts';
import { inschakelen } from './commands/inschakelen.ts';
import { nakijken } from './commands/nakijken.ts';
import { seed } from './commands/seed.ts';
import { sessiesBeeindigen } from './commands/sessies-beeindigen.ts';
import { terugzetten } from './commands/terugzetten.ts';
import { uitschakelen } from './commands/uitschakelen.ts';
import { versie } from './commands/versie.ts';

/** Everything `npm run beheer --` can do, in the order of its help. */
export const COMMANDS: Record<string, Command> = {
	'eerste-beheerder': eersteBeheerder,
	uitschakelen,
	inschakelen,
	'sessies-beeindigen': sessiesBeeindigen,
	backup,
	nakijken,
	'documenten-nakijken': documentenNakijken,
	terugzetten,
	doctor,
	versie,
	demo,
	seed,
};
