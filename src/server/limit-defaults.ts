/**
 * Every limit of the server with its default. Each can be set in the environment:
 * `requestsAnonymous` is `LIMIT_REQUESTS_ANONYMOUS`.
 */
export const LIMIT_DEFAULTS = {
	/** Bytes of the request line's address. */
	urlLength: 2048,
	/** Bytes of all headers together, and how many there may be. */
	headerBytes: 16_384,
	headerCount: 100,
	/** Bytes of a form that is sent. */
	body: 262_144,
	/** Seconds. */
	headersTimeout: 10,
	requestTimeout: 30,
	keepAliveTimeout: 5,
	/** Open connections, in total and from one address. */
	connections: 1000,
	connectionsPerAddress: 200,
	/** Requests in five minutes, per account and per address that is not logged in. */
	requestsUser: 900,
	requestsAnonymous: 600,
	/** Searches in a minute, per account. */
	searches: 60,
	/** Log-ins that failed in a quarter of an hour, from one address. */
	loginFailures: 50,
	/** Mails that were asked for in an hour: to one person, from one address, in total. */
	mailsPerRecipient: 3,
	mailsPerAddress: 20,
	mailsTotal: 200,
	/** Wrong codes in ten minutes: from one address, in total. */
	codeFailures: 20,
	codeFailuresTotal: 200,
	/** Below one of these a disk counts as nearly full (a warning), or as full (reading only). */
	diskLowPercent: 10,
	diskLowMegabytes: 1024,
	diskFullPercent: 5,
	diskFullMegabytes: 300,
} as const satisfies Record<string, number>;

export type LimitName = keyof typeof LIMIT_DEFAULTS;
export type Limits = Record<LimitName, number>;

/** The limits that are a rate: per how many seconds they count. */
export const RATES = {
	requestsUser: 300,
	requestsAnonymous: 300,
	searches: 60,
} as const satisfies Partial<Record<LimitName, number>>;

export type RateName = keyof typeof RATES;

/** `requestsAnonymous` → `LIMIT_REQUESTS_ANONYMOUS` */
export const limitVariable = (name: string) =>
	`LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
