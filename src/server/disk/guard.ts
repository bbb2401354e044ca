import { config } from '../config.ts';
import { errorFields, log } from '../log.ts';
import { forget, singleton } from '../singleton.ts';
import { makeBallast, missingBallast, releaseBallast } from './ballast.ts';
import { judgeDisk, type DiskState } from './judge.ts';
import { readDisk, type ReadDisk } from './reading.ts';

/** Looking costs microseconds; still, a flood of requests is no reason to look more often. */
const MAX_AGE = 1000;
/** Also when nobody asks for anything. */
const WATCH = 10_000;

interface Guard {
	at: number;
	state: DiskState;
	/** Only the server watches; to a command that runs beside it every disk is fine. */
	read?: ReadDisk;
}

const guard = () => singleton<Guard>('disk-guard', () => ({ at: -Infinity, state: 'ok' }));

/** As if the ballast stood there: letting go of it must not look like room for everybody. */
function look(read: ReadDisk): DiskState {
	const { dataDir, limits } = config();
	const { free, total } = read(dataDir);
	return judgeDisk({ free: free - missingBallast(dataDir), total }, limits);
}

function tell(state: DiskState) {
	const fields = { event: 'disk.state', object: 'disk', result: state };
	if (state === 'ok') log.info(fields);
	else if (state === 'low') log.warn(fields);
	else log.error(fields);
}

function keepBallast(state: DiskState) {
	const { dataDir } = config();
	try {
		if (state === 'full') releaseBallast(dataDir);
		else makeBallast(dataDir);
	} catch (error) {
		log.warn({ event: 'disk.ballast-failed', object: 'disk', ...errorFields(error) });
	}
}

/** How the disk stands, at most a second ago. */
export function diskState(): DiskState {
	const current = guard();
	if (!current.read || performance.now() - current.at < MAX_AGE) return current.state;
	current.at = performance.now();
	try {
		const state = look(current.read);
		keepBallast(state);
		if (state !== current.state) tell(state);
		current.state = state;
	} catch (error) {
		log.warn({ event: 'disk.unreadable', object: 'disk', ...errorFields(error) });
	}
	return current.state;
}

export const isReadOnly = () => diskState() === 'full';

/** Watches from now on and keeps ballast aboard. Gives what ends it. */
export function startDiskGuard(read: ReadDisk = readDisk): () => void {
	Object.assign(guard(), { at: -Infinity, read });
	diskState();
	const timer = setInterval(diskState, WATCH).unref();
	return () => {
		clearInterval(timer);
		forget('disk-guard');
	};
}
