import { StartError } from '#server/start-error.ts';
import type { Command } from '../command.ts';
import { SEEDS } from '../seeds.ts';

export const demo: Command = {
	usage: '',
	summary: 'Vult een lege gegevensmap met de voorbeeldwerkplaats en toont hoe je inlogt.',
	run: () => {
		if (!SEEDS.voorbeeld) throw new StartError('De voorbeeldwerkplaats is er niet.');
		return SEEDS.voorbeeld({});
	},
};
