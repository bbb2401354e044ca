import { StartError } from '#server/start-error.ts';
import { textOption, type Command } from '../command.ts';
import { mustBeEmpty } from '../empty.ts';
import { SEEDS } from '../seed/seeds.ts';

export const seed: Command = {
	usage: '<naam> [--out BESTAND]',
	summary: 'Vult een lege gegevensmap met een voorbeeld.',
	needs: 1,
	options: { out: { type: 'string' } },
	run: (input) => {
		const [name = ''] = input.args;
		const fill = Object.hasOwn(SEEDS, name) ? SEEDS[name] : undefined;
		if (!fill)
			throw new StartError(
				`Het voorbeeld ${name} is er niet. Wel: ${Object.keys(SEEDS).join(', ')}.`,
			);
		mustBeEmpty();
		return fill({ out: textOption(input, 'out') });
	},
};
