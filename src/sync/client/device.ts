/** The database on this device in which copies of live documents are kept, of everybody who uses it. */
export const COPY = 'copy';
export const PART = 'part';

const DATABASE = 'samenspel';
/** Some browsers let one wait for ever; the document does not wait for that. */
const PATIENCE_MS = 3_000;
const KEEP_MS = 30 * 24 * 3600 * 1000;

/** One copy of one document of one person, as several tabs may write it. */
export interface Copy {
	key: string;
	epoch: number;
	/** When it was last opened. */
	opened: number;
	/** Per Yjs client from which clock on it has what the server has not. */
	unsaved: Record<number, number>;
}

export interface Part {
	key: string;
	data: Uint8Array<ArrayBuffer>;
}

export const copyKey = (persoonId: string, name: string) => `${persoonId} ${name}`;

export const result = <T>(request: IDBRequest<T>) =>
	new Promise<T>((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

/** Resolves when it is really written. */
export const written = (transaction: IDBTransaction) =>
	new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = transaction.onerror = () => reject(transaction.error);
	});

export async function openDevice(): Promise<IDBDatabase> {
	const opening = indexedDB.open(DATABASE, 1);
	opening.onupgradeneeded = () => {
		opening.result.createObjectStore(COPY, { keyPath: 'key' });
		opening.result.createObjectStore(PART, { autoIncrement: true }).createIndex('key', 'key');
	};
	const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS));
	const db = await Promise.race([result(opening), late]).catch((error) => {
		opening.onsuccess = () => opening.result.close();
		throw error;
	});
	await prune(db);
	return db;
}

export const readCopy = (transaction: IDBTransaction, key: string): Promise<Copy | undefined> =>
	result<Copy | undefined>(transaction.objectStore(COPY).get(key));

export async function readParts(transaction: IDBTransaction, key: string) {
	const index = transaction.objectStore(PART).index('key');
	const parts = result<Part[]>(index.getAll(key));
	const keys = result(index.getAllKeys(key)) as Promise<number[]>;
	return { parts: await parts, keys: await keys };
}

export async function dropParts(transaction: IDBTransaction, key: string) {
	const { keys } = await readParts(transaction, key);
	for (const part of keys) transaction.objectStore(PART).delete(part);
}

/** Whether an earlier visit left something here that the server had not. */
export async function hasUnsent(key: string): Promise<boolean> {
	try {
		const db = await openDevice();
		const copy = await readCopy(db.transaction(COPY), key);
		db.close();
		return Object.keys(copy?.unsaved ?? {}).length > 0;
	} catch {
		// a browser that keeps nothing has nothing
		return false;
	}
}

/** Copies nobody opened for a month: they were for the next day. */
async function prune(db: IDBDatabase) {
	const transaction = db.transaction([COPY, PART], 'readwrite');
	const copies = await result<Copy[]>(transaction.objectStore(COPY).getAll());
	for (const { key } of copies.filter(({ opened }) => opened < Date.now() - KEEP_MS)) {
		transaction.objectStore(COPY).delete(key);
		await dropParts(transaction, key);
	}
}
