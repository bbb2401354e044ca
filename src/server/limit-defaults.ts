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
	/** Bytes of a file that is sent, with what goes around it. */
	upload: 11_534_336,
	/** Bytes in a second that a file has to come with: half of a line of 256 kbit/s. */
	uploadRate: 16_384,
	/** Files in ten minutes, per account; pictures in one text; megabytes of all texts of a team. */
	uploads: 20,
	imagesPerDocument: 100,
	imageMegabytesPerTeam: 1024,
	/** Files made for somebody in ten minutes, and how many at once for everybody. */
	exports: 6,
	exportsAtOnce: 3,
	/** Places at an open bijeenkomst asked for in ten minutes, from one address: a whole class may. */
	inschrijvingen: 60,
	/** Times in five minutes that one address of a calendar is asked. */
	feeds: 60,
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
	/** Guests that come in by a code: in a minute from one address, for a room is often one; in total. */
	gastJoins: 300,
	gastenPerBijeenkomst: 300,
	/** At one bord: guests at a time, briefjes; laid down in a minute and dots in a second by one. */
	bordGasten: 150,
	bordBriefjes: 2000,
	bordLeggen: 20,
	bordStippen: 20,
	/** Below one of these a disk counts as nearly full (a warning), or as full (reading only). */
	diskLowPercent: 10,
	diskLowMegabytes: 1024,
	diskFullPercent: 5,
	diskFullMegabytes: 300,
	/** Open connections to live documents: in total, from one address, per account, per guest, per document. */
	syncConnections: 2000,
	syncConnectionsPerAddress: 300,
	syncConnectionsPerUser: 20,
	syncConnectionsPerGast: 3,
	syncConnectionsPerDocument: 200,
	/** Bytes of one message. */
	syncMessage: 1_048_576,
	/** Messages and bytes in a second over one connection, and how much there may be at once. */
	syncMessages: 60,
	syncMessagesAtOnce: 200,
	syncBytes: 131_072,
	syncBytesAtOnce: 2_097_152,
	/** Questions for a whole document in a minute: a few bytes that are answered with many. */
	syncQuestions: 6,
	/** How often one may write without the right to before the connection ends. */
	oversteps: 20,
	/** Where somebody is: how often in a second, and in how many bytes. */
	awareness: 15,
	awarenessBytes: 4096,
	/** Bytes that wait for a slow reader: from here no cursors, no updates, no connection. */
	backlogAwareness: 262_144,
	backlogUpdates: 1_048_576,
	backlogMost: 8_388_608,
	/** Seconds that a slow reader may take nothing at all. */
	backlogSeconds: 20,
	/** Ids that Yjs may write under, one for each page that is opened: of a connection, of a persoon
	 * while a document stays open, of a document. */
	clientsPerConnection: 4,
	clientsPerUser: 100,
	clientsPerDocument: 5000,
	/** Bytes of a live document: from here a warning, from here it only gets smaller. */
	documentWarn: 2_097_152,
	documentMost: 5_242_880,
	documentStructs: 200_000,
	/** Live documents in memory, and the seconds that one stays there when nobody is in it. */
	documentsOpen: 200,
	documentsOpenBytes: 268_435_456,
	documentIdle: 60,
} as const satisfies Record<string, number>;

export type LimitName = keyof typeof LIMIT_DEFAULTS;
export type Limits = Record<LimitName, number>;

/** The limits that are a rate: per how many seconds they count. */
export const RATES = {
	requestsUser: 300,
	requestsAnonymous: 300,
	searches: 60,
	uploads: 600,
	exports: 600,
	gastJoins: 60,
	bordLeggen: 60,
	bordStippen: 1,
	inschrijvingen: 600,
	feeds: 300,
} as const satisfies Partial<Record<LimitName, number>>;

export type RateName = keyof typeof RATES;

/** `requestsAnonymous` → `LIMIT_REQUESTS_ANONYMOUS` */
export const limitVariable = (name: string) =>
	`LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
