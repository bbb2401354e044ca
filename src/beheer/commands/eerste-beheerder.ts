import { config } from '#server/config.ts';
import { makeSetupKey } from '#server/setup-key.ts';
import type { Command } from '../command.ts';

export const eersteBeheerder: Command = {
	usage: '',
	summary:
		'Maakt een link om een werkplaats in te stellen, de eerste of nog een. Hij werkt één keer, een dag lang.',
	run: () => {
		const { key, expiresAt } = makeSetupKey();
		const link = `${config().origin}/instellen?sleutel=${key}`;
		return {
			lines: ['Open deze link binnen 24 uur:', link],
			data: { link, expiresAt: expiresAt.toISOString() },
		};
	},
};
