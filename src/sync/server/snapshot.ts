import { createHash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { SnapshotRow } from './rows.ts';

/** 1 MiB of text is refused long before this; a damaged length must not fill the memory. */
const MAX_STATE = 64 * 2 ** 20;
/** Beyond this it takes longer and hardly gets smaller. */
const LEVEL = { [constants.ZSTD_c_compressionLevel]: 6 };

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A whole document as it goes to the disk: what is sent to who joins, compressed. */
export function packSnapshot(state: Uint8Array): { state: Buffer; hash: string } {
	const packed = zstdCompressSync(state, { params: LEVEL });
	return { state: packed, hash: hashOf(packed) };
}

/** Undefined when these are not the bytes that were written. */
export function unpackSnapshot({ state, hash }: SnapshotRow): Uint8Array | undefined {
	if (hashOf(state) !== hash) return undefined;
	try {
		return zstdDecompressSync(state, { maxOutputLength: MAX_STATE });
	} catch {
		return undefined;
	}
}
