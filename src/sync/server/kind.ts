import type * as Y from 'yjs';
import type { Actor } from '#access/actor.ts';
import type { Contribution, Shape, SyncRight } from '../kind.ts';

/** One kind of live document as the server needs it. */
export interface ServerKind {
	shape: Shape;
	/** What this actor may do; undefined for what is not there or not theirs, which answer alike. */
	rightOf(actor: Actor, id: string): SyncRight | undefined;
	/** Taken away: asked only for who had it open when the right to it ended. */
	isGone?(id: string): boolean;
	/** Writes the plain rows of a document after a store; called inside a transaction. */
	project(id: string, doc: Y.Doc, contributions: readonly Contribution[]): void;
	/**
	 * What a connection that may only propose has to leave as it is: the text without proposals, and
	 * the proposals of others. Two that are equal are two texts of which nothing but the own
	 * proposals differs.
	 */
	withoutProposals?(doc: Y.Doc, persoonId: string): string;
	/** Makes a proposal of what this update, which is in the document, added without being one. */
	asProposals?(doc: Y.Doc, update: Uint8Array, persoonId: string): void;
}

/** Who is behind a cookie. */
export interface Visitor {
	actor: Actor;
	accountId: string;
	persoonId: string;
	/** SHA-256 of the session's token: when that session ends, its connections end. */
	sessionHash: string;
	/** Shown at the caret: first name, and the whole name in the list. */
	voornaam: string;
	naam: string;
}

export interface SyncOptions {
	kinds: Readonly<Record<string, ServerKind>>;
	/**
	 * Null for who is not logged in (any more), and no guest at this document. Counts as a sign of life
	 * of that session.
	 */
	identify(cookie: string, name: string): Promise<Visitor | null>;
	/** The same person with what they may now, or null when that session has ended. */
	renew(visitor: Visitor): Visitor | null;
	/** Of the build: a page of another one is told that there is a newer. */
	buildId: string;
}
