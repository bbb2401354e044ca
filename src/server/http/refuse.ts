import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why a request is turned away before any page sees it. */
export interface Refusal {
	status: number;
	/** One plain sentence or two; what happened, and what to do. */
	text: string;
	headers?: Record<string, string>;
}

const page = (text: string) => `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fout · Samenspel</title></head>
<body><main><h1>Dat lukt nu niet</h1><p>${text}</p></main></body>
</html>
`;

/** How long we read on after a refusal. Closing at once could lose the answer on its way. */
const LINGER = 2000;

function whenRead(req: IncomingMessage, then: () => void) {
	let done = false;
	const once = () => {
		if (done) return;
		done = true;
		clearTimeout(timer);
		then();
	};
	const timer = setTimeout(once, LINGER);
	req.once('end', once).once('close', once).resume();
}

/** Answers with a small page of our own and lets go of the connection. */
export function refuse(req: IncomingMessage, res: ServerResponse, refusal: Refusal) {
	const html = page(refusal.text);
	res.statusCode = refusal.status;
	res.setHeader('Content-Type', 'text/html; charset=utf-8');
	res.setHeader('Content-Length', Buffer.byteLength(html));
	res.setHeader('Connection', 'close');
	for (const [name, value] of Object.entries(refusal.headers ?? {})) res.setHeader(name, value);
	whenRead(req, () => res.end(req.method === 'HEAD' ? undefined : html));
}

const RAW: Record<number, string> = {
	400: 'Bad Request',
	403: 'Forbidden',
	404: 'Not Found',
	408: 'Request Timeout',
	414: 'URI Too Long',
	421: 'Misdirected Request',
	431: 'Request Header Fields Too Large',
	503: 'Service Unavailable',
};

/** The same on a bare socket, for what never became a request. */
export function rawResponse(status: number, headers: Record<string, string>): string {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	return `HTTP/1.1 ${status} ${RAW[status] ?? ''}\r\n${lines.join('')}Connection: close\r\nContent-Length: 0\r\n\r\n`;
}
