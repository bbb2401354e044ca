import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/** `::ffff:10.0.0.1` is IPv4 that came in over an IPv6 socket; `fe80::1%eth0` names our own card. */
export const plainAddress = (address: string) =>
	address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

/**
 * Who asks. Behind `hops` proxies of our own it is what the outermost of them saw: that many from
 * the right of X-Forwarded-For. What stands left of it was sent by the client and means nothing.
 * Undefined when a proxy did not say.
 */
export function clientAddress(req: IncomingMessage, hops: number): string | undefined {
	if (hops === 0) return plainAddress(req.socket.remoteAddress ?? '');
	const header = req.headers['x-forwarded-for'];
	const addresses = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
	const address = plainAddress(addresses.at(-hops)?.trim() ?? '');
	return isIPv4(address) || isIPv6(address) ? address : undefined;
}

function groups(address: string): string[] {
	const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
	const left = head ? head.split(':') : [];
	const right = tail ? tail.split(':') : [];
	return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

const network = (address: string, count: number) =>
	`${groups(address).slice(0, count).join(':')}::`;

/** What an address is counted under: an IPv6 user has a whole /64. */
export const addressKey = (address: string) => (isIPv6(address) ? network(address, 4) : address);

/** What a log may hold of an address: its /24, or its /48. */
export const logAddress = (address: string) =>
	isIPv6(address) ? network(address, 3) : address.replace(/\.\d+$/, '.0');
