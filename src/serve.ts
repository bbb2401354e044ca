/* The server of production: opens the data folder, listens, and stops cleanly. */
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SCHEDULE } from './schedule.ts';
import { ConfigError, config, setPort } from './server/config.ts';
import { startDiskGuard } from './server/disk/guard.ts';
import { staticPaths } from './server/http/files.ts';
import { closeServer, createLimitedServer } from './server/http/server.ts';
import { createWrapper } from './server/http/wrapper.ts';
import { errorFields, log } from './server/log.ts';
import { shutDown, startUp } from './server/start.ts';
import { StartError } from './server/start-error.ts';
import { onStop, runStop } from './server/stop.ts';
import { SYNC } from './sync/kinds.server.ts';
import { handleUpgrade, startSync } from './sync/server/start.ts';

const COUNTED_LATER = /(?:^|;\s*)__Host-(sessie|gast)=/;

const LISTEN_ERRORS: Record<string, (port: number, host: string) => string> = {
	EADDRINUSE: (port) =>
		`Poort ${port} is al in gebruik. Stop dat programma, of kies een andere PORT.`,
	EACCES: (port) => `Poort ${port} mag dit programma niet gebruiken. Kies een PORT boven 1024.`,
	EADDRNOTAVAIL: (_, host) => `Het adres ${host} (HOST) is niet van deze computer.`,
};

/** Ends the process with the sentence that says why, or with where an unknown error came from. */
function die(error: unknown): never {
	const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
	const isPlain = error instanceof ConfigError || error instanceof StartError;
	const sentence = isPlain ? error.message : LISTEN_ERRORS[code]?.(config().port, config().host);
	console.error(sentence ?? error);
	process.exit(1);
}

/** What adapter-node reads from the environment when its handler is imported. */
function prepareAdapter() {
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	process.env.ADDRESS_HEADER = 'x-forwarded-for';
	process.env.XFF_DEPTH = '1';
	// one number for the whole process; the wrapper asks what each address may take
	process.env.BODY_SIZE_LIMIT = String(Math.max(config().limits.body, config().limits.upload));
	delete process.env.HOST_HEADER;
	delete process.env.PORT_HEADER;
}

async function loadHandler(build: URL) {
	prepareAdapter();
	const url = new URL('handler.js', build).href;
	const { handler } = await import(/* @vite-ignore */ url);
	return handler;
}

async function open(build: URL) {
	await startUp(SCHEDULE);
	onStop(startDiskGuard());
	const files = staticPaths(fileURLToPath(new URL('../client', build)));
	const listener = createWrapper({
		handler: await loadHandler(build),
		isFile: (path) => files.has(path),
		hasSession: (cookie) => COUNTED_LATER.test(cookie),
	});
	const server = createLimitedServer(listener, handleUpgrade);
	onStop(() => closeServer(server));
	// stops before the server does, which waits for every open connection
	startSync(SYNC);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(config().port, config().host, resolve);
	});
	setPort((server.address() as AddressInfo).port);
	log.info({ event: 'server.ready', object: 'server' });
	console.log(`ready ${config().origin}`);
}

async function stop() {
	try {
		if (!(await runStop())) return;
		shutDown();
		process.exit(0);
	} catch (error) {
		log.fatal({ event: 'server.stop-failed', ...errorFields(error) });
		process.exit(1);
	}
}

function crash(error: unknown) {
	log.fatal({ event: 'server.crashed', ...errorFields(error) });
	process.exit(1);
}

/** Serves what stands in this folder (`build/server/`) until a signal says stop. */
export async function serve(build: URL) {
	// what is made from here on is readable for this user only
	process.umask(0o077);
	process.on('SIGTERM', () => void stop());
	process.on('SIGINT', () => void stop());
	process.on('uncaughtException', crash);
	process.on('unhandledRejection', crash);
	await open(build).catch(die);
}
