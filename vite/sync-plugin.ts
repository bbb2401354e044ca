import { isRunnableDevEnvironment, type Plugin } from 'vite';

type Kinds = typeof import('../src/sync/kinds.server.ts');
type Start = typeof import('../src/sync/server/start.ts');

/**
 * Live documents in `vite dev`: the same server on the same port. Vite's own socket, which reloads
 * the page, is left alone.
 */
export function sync(): Plugin {
	return {
		name: 'samenspel:sync',
		configureServer(server) {
			server.httpServer?.on('upgrade', async (req, socket, head) => {
				const { ssr } = server.environments;
				if (!req.url?.startsWith('/sync/') || !isRunnableDevEnvironment(ssr)) return;
				try {
					// per upgrade, by the runner of the pages: an edit counts at once, and there is one of each
					const { SYNC } = await ssr.runner.import<Kinds>('/src/sync/kinds.server.ts');
					const start = await ssr.runner.import<Start>('/src/sync/server/start.ts');
					start.startSync(SYNC);
					await start.handleUpgrade(req, socket, head);
				} catch (error) {
					server.config.logger.error(`[sync] ${error instanceof Error ? error.stack : error}`);
					socket.destroy();
				}
			});
		},
	};
}
