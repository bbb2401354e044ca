import { findAccount } from '#features/account/account.server.ts';
import type { Command } from '../command.ts';
import { isEmpty, mustBeEmpty } from '../empty.ts';
import { inloggegevens, seedDemo } from '../seed/demo.ts';

/** Filled by this command before, and not a werkplaats of real people. */
const isDemo = () => {
	const [first] = inloggegevens().data as { email: string }[];
	return first !== undefined && findAccount(first.email) !== undefined;
};

export const demo: Command = {
	usage: '',
	summary: 'Vult een lege gegevensmap met de voorbeeldwerkplaats en toont hoe je inlogt.',
	run: () => {
		if (!isEmpty() && isDemo()) return inloggegevens();
		mustBeEmpty();
		return seedDemo();
	},
};
