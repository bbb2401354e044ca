import { SEEDS } from '../seed/seeds.ts';
import { StartError } from '#server/start-error.ts';
import { textOption, type Command } from '../command.ts';

export const seed: Command = {
	usage: '<naam> [--out BESTAND]',
	summary: 'Vult een lege gegevensmap met een voorbeeld.',
	needs: 1,
	options: { out: { type: 'string' } },
	run: async (input) => {
		const [name = ''] = input.args;
		const fill = SEEDS[name];
		if (!fill)
			throw new StartError(`Er is geen voorbeeld ${name}. Wel: ${Object.keys(SEEDS).join(', ')}.`);
		return fill({ out: textOption(input, 'out') });
	},
};
