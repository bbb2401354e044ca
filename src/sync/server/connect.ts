import type { IncomingMessage } from 'node:http';
import { errorFields, log } from '#server/log.ts';
import { limit } from '#server/limits.ts';
import { events } from '#server/metrics/events.ts';
import { singleton } from '#server/singleton.ts';
import { isStopping } from '#server/stop.ts';
import { CLOSE, RETRY, type CloseCode } from './codes.ts';
import type { Admission } from './connection.ts';
import type { Visitor } from './kind.ts';
import { DocumentDamaged, markDamaged } from './load.ts';
import type { Room } from './room.ts';
import { findKind, openRoom, sync, syncOptions } from './rooms.ts';

/** Why somebody does not come in; the connection is made and ended, for a browser sees no status. */
export interface Turned {
	code: CloseCode;
	reason?: string;
}
export type Outcome = (Admission & { room: Room }) | Turned;

export const isTooBusy = (): Turned => ({ code: CLOSE.busy, reason: RETRY });

/** Who is this, what is asked, and may they? Everything else about rights is in `src/access`. */
export async function admit(req: IncomingMessage, name: string): Promise<Admission | Turned> {
	const cookie = req.headers.cookie ?? '';
	const rightsAt = sync().rights;
	const visitor = await syncOptions().identify(cookie, name);
	if (!visitor) return { code: CLOSE.loggedOut };
	const found = findKind(name);
	const right = found?.kind.rightOf(visitor.actor, found.id);
	return right ? { visitor, right, cookie, rightsAt } : { code: CLOSE.notFound };
}

/** To the document itself, when there is room for one more. */
export function enter(req: IncomingMessage, name: string, admission: Admission): Outcome {
	if (isStopping()) return { code: CLOSE.restart };
	if (hasEnough(admission.visitor)) return isTooBusy();
	try {
		const room = openRoom(name);
		if (isCrowded('syncConnectionsPerDocument', room.connections.size)) return isTooBusy();
		// also looks whether the document can be read at all, before anybody is told that it can
		const { stored } = room.content;
		const epoch = epochAsked(req);
		if (epoch !== undefined && epoch !== stored.epoch) return { code: CLOSE.epoch };
		return { ...admission, room };
	} catch (error) {
		if (error instanceof DocumentDamaged) markDamaged(name, error);
		else log.error({ event: 'sync.not-opened', object: name, ...errorFields(error) });
		return { code: CLOSE.damaged };
	}
}

/** A guest is one phone; somebody with an account has tabs and devices. */
const hasEnough = ({ accountId, actor }: Visitor) =>
	isCrowded(
		actor.soort === 'gast' ? 'syncConnectionsPerGast' : 'syncConnectionsPerUser',
		countOfAccount(accountId),
	);

type Crowd = 'syncConnectionsPerUser' | 'syncConnectionsPerGast' | 'syncConnectionsPerDocument';

function isCrowded(name: Crowd, now: number) {
	if (now < limit(name)) return false;
	events().limitHit({ limit: name });
	return true;
}

/** Open connections of each account. */
const perAccount = () => singleton('sync-accounts', () => new Map<string, number>());

const countOfAccount = (accountId: string) => perAccount().get(accountId) ?? 0;

/** Counts a connection of an account until the returned function is called. */
export function countConnection({ accountId }: Visitor): () => void {
	const counts = perAccount();
	counts.set(accountId, countOfAccount(accountId) + 1);
	return () => {
		const left = countOfAccount(accountId) - 1;
		if (left > 0) counts.set(accountId, left);
		else counts.delete(accountId);
	};
}

/** The epoch of the copy that a client has, when it has one. */
function epochAsked({ url = '' }: IncomingMessage): number | undefined {
	const text = new URLSearchParams(url.split('?')[1]).get('epoch');
	return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
