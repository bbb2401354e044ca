/** What may come in over one connection. */
export type SyncRight = 'lezen' | 'voorstellen' | 'schrijven';

export type RootType = 'xml' | 'map' | 'array' | 'text';

/**
 * The shape of one kind of live document, shared by browser and server: what may be in it at all.
 * The guard asks this of every update before it is applied, so what is not named here is in no
 * document, whoever sends it.
 */
export interface Shape {
	/** Of the document's own structure; `upgrade` brings an older one to this. */
	version: number;
	roots: Readonly<Record<string, RootType>>;
	/** Elements and the attributes each may have. An attribute is a string, number, boolean or null. */
	elements: Readonly<Record<string, readonly string[]>>;
	/** Marks on text (the keys of a format). */
	marks: readonly string[];
	/** Roots that only the server writes in: everybody sees them, and nobody can forge what they say. */
	own?: readonly string[];
	/** Bytes of one attribute, or of the value of one mark. */
	maxAttribute: number;
	/** Refuses a value that may not be there, such as an address with another scheme. */
	allowsValue?(key: string, value: unknown): boolean;
}

/** Words and edits of one persoon since the last projection. */
export interface Contribution {
	persoonId: string;
	/** `YYYY-MM-DD`, in Amsterdam. */
	dag: string;
	/** Updates that were stored. */
	wijzigingen: number;
	/** Characters typed or pasted, without what was taken away. */
	tekens: number;
}
