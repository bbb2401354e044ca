import { statfsSync } from 'node:fs';

/** Bytes on the disk of the data folder: what we may still use, and all there is. */
export interface DiskReading {
	free: number;
	total: number;
}
export type ReadDisk = (dataDir: string) => DiskReading;

export const readDisk: ReadDisk = (dataDir) => {
	const { bavail, blocks, bsize } = statfsSync(dataDir);
	return { free: bavail * bsize, total: blocks * bsize };
};
