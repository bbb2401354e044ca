import pino from 'pino';
import { config } from './config.ts';
import { singleton } from './singleton.ts';

/**
 * What a log line may hold (BIO2 8.15.01): who, what, on what, with which result, from where. Ids
 * only. Never content, a name, an address, a code, a token, a cookie or the query of a URL.
 */
export interface LogFields {
	event: string;
	/** Id of an account, or `systeem`. */
	actor?: string;
	/** `kind:id`, or the pattern of a route. */
	object?: string | null;
	result?: string | number;
	/** Where it came from: an address cut off by `logAddress()`. */
	origin?: string;
	/** The number of the request, the same in all its lines. */
	req?: string;
	ms?: number;
	/** Where an error came from: files and lines, without its text. */
	stack?: string;
	code?: string;
}

const logger = () =>
	singleton('log', () =>
		pino(
			{
				level: config().logLevel,
				base: null,
				timestamp: () => `,"ts":"${new Date().toISOString()}"`,
				formatters: { level: (level) => ({ level }) },
			},
			pino.destination({ dest: 1, sync: true }),
		),
	);

/** One JSON line per call on standard output. */
export const log = {
	fatal: (fields: LogFields) => logger().fatal(fields),
	error: (fields: LogFields) => logger().error(fields),
	warn: (fields: LogFields) => logger().warn(fields),
	info: (fields: LogFields) => logger().info(fields),
	debug: (fields: LogFields) => logger().debug(fields),
};

/** The kind of an error and where it came from, never its text: that may hold what somebody wrote. */
export function errorFields(error: unknown): Pick<LogFields, 'result' | 'stack' | 'code'> {
	if (!(error instanceof Error)) return { result: typeof error };
	const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	return { result: error.name, code, stack: frames?.slice(0, 8).join('\n') };
}

export interface RequestLine {
	method: string;
	/** The pattern (`/teams/[id]`), not the address. */
	route: string | null;
	status: number;
	ms: number;
	actor?: string;
	origin?: string;
	req?: string;
}

/** One line per request; health checks and files are left out. */
export const logRequest = ({ method, route, status, ms, ...who }: RequestLine) =>
	log.info({
		event: 'http.request',
		object: `${method} ${route ?? '(onbekend)'}`,
		result: status,
		ms: Math.round(ms),
		...who,
	});
