import type { Command } from '../command.ts';
import { CHECKS } from '../doctor/checks.ts';

const SIGN = { goed: '✓', let: '!', fout: '✗' } as const;

export const doctor: Command = {
	usage: '',
	summary: 'Kijkt na of deze installatie gezond is, en zegt wat er anders moet.',
	run: async () => {
		const findings = await Promise.all(CHECKS.map((check) => check()));
		return {
			lines: findings.map(({ state, text }) => `${SIGN[state]} ${text}`),
			data: findings,
			exitCode: findings.some(({ state }) => state === 'fout') ? 1 : 0,
		};
	},
};
