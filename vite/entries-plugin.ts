import type { Plugin } from 'vite';

/**
 * Adds our own entry points to Kit's server build, so that they share its chunks and there is
 * one module graph: one database handle, one set of sessions, one list of open sockets.
 */
export function entries(input: Record<string, string>): Plugin {
	return {
		name: 'samenspel:entries',
		config(_, { command }) {
			if (command !== 'build') return;
			return { environments: { ssr: { build: { rolldownOptions: { input } } } } };
		},
	};
}
