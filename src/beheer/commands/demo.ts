import { SEEDS } from '../seed/seeds.ts';
import type { Command } from '../command.ts';

export const demo: Command = {
	usage: '',
	summary: 'Vult een lege gegevensmap met de voorbeeldwerkplaats en toont hoe je inlogt.',
	run: () => SEEDS.voorbeeld!({}),
};
