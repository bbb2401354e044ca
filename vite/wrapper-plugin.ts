import { isRunnableDevEnvironment, type Plugin } from 'vite';

type Development = typeof import('../src/server/http/development.ts');

/** Puts the checks of the wrapper before Vite's own server, so that development and production agree. */
export function wrapper(): Plugin {
	return {
		name: 'samenspel:wrapper',
		configureServer(server) {
			server.middlewares.use(async (req, res, next) => {
				const { ssr } = server.environments;
				if (!isRunnableDevEnvironment(ssr)) return next();
				try {
					// per request: an edit of the wrapper counts at once
					const module = '/src/server/http/development.ts';
					const { guardDevelopment } = await ssr.runner.import<Development>(module);
					guardDevelopment(req, res, next);
				} catch (error) {
					next(error);
				}
			});
		},
	};
}
