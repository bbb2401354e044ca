import { resolve } from 'node:path';
import { isIP } from 'node:net';
import * as v from 'valibot';
import { LIMIT_DEFAULTS, limitVariable, type LimitName, type Limits } from './limit-defaults.ts';
import { projectRoot } from './paths.ts';
import { singleton } from './singleton.ts';

export type LogLevel = (typeof LOG_LEVELS)[number];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How this installation runs, read from the environment once. */
export interface Config {
	/** What people type: `https://samenspel.hogeschool.nl`. Links in mail begin with it. */
	origin: string;
	/** True when nobody outside this machine can come in. First-time set-up is open only then. */
	isLoopback: boolean;
	/** True when PUBLIC_ORIGIN was left out: then localhost, 127.0.0.1 and [::1] are all welcome. */
	isDefaultOrigin: boolean;
	host: string;
	port: number;
	dataDir: string;
	migrationsDir: string;
	/** 32 bytes in base64 or hex, or empty: then a key is made in the data folder. */
	appKey: string;
	mailDir: string;
	smtpUrl: string;
	mailFrom: string;
	/** How many proxies of our own stand in front. */
	trustProxyHops: number;
	/** Where a weak spot can be reported (`mailto:` or `https:`), for security.txt; or empty. */
	securityContact: string;
	/** With this a monitor may read /metrics from elsewhere; empty: only on this machine. */
	metricsToken: string;
	logLevel: LogLevel;
	limits: Limits;
}

/** The environment is wrong: one plain sentence per mistake, for whoever runs the server. */
export class ConfigError extends Error {
	override name = 'ConfigError';
	readonly sentences: readonly string[];
	constructor(sentences: readonly string[]) {
		super(sentences.join('\n'));
		this.sentences = sentences;
	}
}

type Environment = Record<string, string | undefined>;

export const isLoopbackName = (name: string) =>
	name === 'localhost' || name === '::1' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);

const wholeNumber = (min: number, max: number, sentence: string) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,12}$/, sentence),
		v.transform(Number),
		v.minValue(min, sentence),
		v.maxValue(max, sentence),
	);

const url = (test: (url: URL) => boolean, sentence: string) =>
	v.pipe(
		v.string(),
		v.check((text) => URL.canParse(text) && test(new URL(text)), sentence),
	);

const Variables = v.object({
	PUBLIC_ORIGIN: v.optional(
		url(
			(u) => /^https?:$/.test(u.protocol) && `${u.origin}` === u.href.replace(/\/$/, ''),
			'PUBLIC_ORIGIN moet een adres zijn zonder pad, zoals https://samenspel.hogeschool.nl.',
		),
	),
	HOST: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(host) => host === 'localhost' || isIP(host) > 0,
				'HOST moet een IP-adres zijn, zoals 127.0.0.1 of 0.0.0.0.',
			),
		),
		'127.0.0.1',
	),
	PORT: v.optional(
		wholeNumber(0, 65535, 'PORT moet een getal zijn van 0 tot en met 65535.'),
		'3000',
	),
	DATA_DIR: v.optional(v.string(), 'data'),
	MIGRATIONS_DIR: v.optional(v.string()),
	APP_KEY: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^(?:[0-9a-fA-F]{64}|[A-Za-z0-9+/_-]{43}=?)$/,
				'APP_KEY moet 32 willekeurige bytes zijn. Maak er een met: openssl rand -base64 32',
			),
			v.check(
				(key) => new Set(key).size >= 12,
				'APP_KEY is te makkelijk te raden. Maak er een met: openssl rand -base64 32',
			),
		),
	),
	MAIL_DIR: v.optional(v.string()),
	SMTP_URL: v.optional(
		url(
			(u) => /^smtps?:$/.test(u.protocol) && u.hostname !== '',
			'SMTP_URL moet beginnen met smtp:// of smtps://, zoals smtps://naam:wachtwoord@mail.voorbeeld.nl.',
		),
	),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
				'MAIL_FROM moet een e-mailadres zijn, zoals Samenspel <samenspel@hogeschool.nl>.',
			),
		),
	),
	TRUST_PROXY_HOPS: v.optional(
		wholeNumber(0, 10, 'TRUST_PROXY_HOPS moet een getal zijn van 0 tot en met 10.'),
		'0',
	),
	SECURITY_CONTACT: v.optional(
		url(
			(u) =>
				u.protocol === 'https:' ||
				(u.protocol === 'mailto:' && /^[^\s@]+@[^\s@]+$/.test(u.pathname)),
			'SECURITY_CONTACT moet beginnen met mailto: of https://, zoals mailto:security@hogeschool.nl.',
		),
	),
	METRICS_TOKEN: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^[\w.~+/=-]{20,200}$/,
				'METRICS_TOKEN moet minstens 20 letters en cijfers zijn. Maak er een met: openssl rand -hex 32',
			),
		),
	),
	LOG_LEVEL: v.optional(
		v.picklist(LOG_LEVELS, `LOG_LEVEL moet een van deze woorden zijn: ${LOG_LEVELS.join(', ')}.`),
		'info',
	),
});
type Parsed = v.InferOutput<typeof Variables>;

function readLimits(env: Environment, sentences: string[]): Limits {
	const names = Object.keys(LIMIT_DEFAULTS) as LimitName[];
	const known = new Map(names.map((name) => [limitVariable(name), name]));
	const limits: Limits = { ...LIMIT_DEFAULTS };
	for (const [variable, text] of Object.entries(env)) {
		if (!variable.startsWith('LIMIT_') || !text) continue;
		const name = known.get(variable);
		if (!name) sentences.push(`${variable} is geen bekende limiet. Kijk in docs/beheer.md.`);
		else if (!/^[1-9]\d{0,11}$/.test(text))
			sentences.push(`${variable} moet een geheel getal zijn, groter dan 0.`);
		else limits[name] = Number(text);
	}
	return limits;
}

/** Beyond this machine only https will do: passwords and cases travel over it. */
function originMistakes({ PUBLIC_ORIGIN, HOST }: Parsed): string[] {
	const open = !isLoopbackName(HOST);
	if (!PUBLIC_ORIGIN)
		return open
			? [
					`HOST is ${HOST}, dus Samenspel is van buiten te bereiken. Zet dan PUBLIC_ORIGIN op het https-adres dat mensen gebruiken.`,
				]
			: [];
	const { protocol, hostname } = new URL(PUBLIC_ORIGIN);
	if (protocol === 'https:' || (isLoopbackName(hostname) && !open)) return [];
	return [
		'PUBLIC_ORIGIN moet met https:// beginnen. Alleen op deze computer zelf mag http://localhost.',
	];
}

function build(parsed: Parsed, limits: Limits): Config {
	const origin = new URL(parsed.PUBLIC_ORIGIN ?? `http://localhost:${parsed.PORT}`);
	const dataDir = resolve(parsed.DATA_DIR);
	return {
		origin: origin.origin,
		isLoopback: isLoopbackName(origin.hostname) && isLoopbackName(parsed.HOST),
		isDefaultOrigin: !parsed.PUBLIC_ORIGIN,
		host: parsed.HOST,
		port: parsed.PORT,
		dataDir,
		migrationsDir: resolve(parsed.MIGRATIONS_DIR ?? `${projectRoot()}/drizzle`),
		appKey: parsed.APP_KEY ?? '',
		mailDir: resolve(parsed.MAIL_DIR ?? `${dataDir}/mail`),
		smtpUrl: parsed.SMTP_URL ?? '',
		mailFrom: parsed.MAIL_FROM ?? `Samenspel <samenspel@${origin.hostname}>`,
		trustProxyHops: parsed.TRUST_PROXY_HOPS,
		securityContact: parsed.SECURITY_CONTACT ?? '',
		metricsToken: parsed.METRICS_TOKEN ?? '',
		logLevel: parsed.LOG_LEVEL,
		limits,
	};
}

/** One variable, one sentence: what else is wrong with it shows once the first is mended. */
const firstPerVariable = (issues: readonly v.BaseIssue<unknown>[]) =>
	new Map(issues.toReversed().map((issue) => [v.getDotPath(issue), issue.message])).values();

/** Reads and checks the environment; an empty variable counts as one that is not set. */
export function readConfig(env: Environment): Config {
	const set = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''));
	const sentences: string[] = [];
	const limits = readLimits(set, sentences);
	const result = v.safeParse(Variables, set);
	if (result.success) sentences.push(...originMistakes(result.output));
	else sentences.unshift(...firstPerVariable(result.issues));
	if (sentences.length > 0 || !result.success) throw new ConfigError(sentences);
	return build(result.output, limits);
}

export const config = (): Config => singleton('config', () => readConfig(process.env));

/** With `PORT=0` the system chooses a port; from then on links carry it. */
export function setPort(port: number) {
	const current = config();
	current.port = port;
	if (current.isDefaultOrigin) current.origin = `http://localhost:${port}`;
}
