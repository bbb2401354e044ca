/** A client in a process of its own, to be frozen from outside. */
import { join } from './client.ts';
import type { Server } from './server.ts';

const { name, cookie, port, origin } = JSON.parse(process.argv[2]!) as Record<string, string>;
await join({ port: Number(port), origin } as Server, { name: name!, cookie: cookie! });
console.log('here');
setInterval(() => {}, 1000);
