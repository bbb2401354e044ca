// A server with the limits as they are shipped, the bord of a team on it, and the ways in.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import target, { logIn, template } from '../targets/samenspel.mjs';
import { fullClient } from './full.mjs';
import { Server, benchDir } from './server.mjs';

/** Everything as an administrator gets it: no limit is wider than it is shipped. */
const shipped = {
	...target,
	url: 'ws://127.0.0.1:{port}/sync/bord/{doc}',
	start(options) {
		const started = target.start(options);
		const env = Object.entries(started.env).filter(([name]) => !name.startsWith('LIMIT_'));
		return { ...started, env: Object.fromEntries(env) };
	},
};

/** Starts it in an empty folder of this name; `fail` hears of each act that was refused. */
export async function startBord(name, fail) {
	const tmp = path.join(benchDir, 'out/tmp', name);
	rmSync(tmp, { recursive: true, force: true });
	mkdirSync(tmp, { recursive: true });
	const log = path.join(tmp, 'server.log');
	const server = await new Server(shipped, {
		dataDir: path.join(tmp, 'data'),
		pin: 0,
		log,
	}).start();
	const origin = () => `http://127.0.0.1:${server.port}`;

	const team = template().fixture.werkplaatsen[0].teams[0];
	const ding = (soort) => team.objecten.find((one) => one.soort === soort && one.staat === 'open');
	const bordId = ding('bord').id;
	const { link } = ding('deelnemer').geheim;
	const trekker = team.mensen.find(({ wie }) => wie === 'trekker');

	/** Sends a form as the script of a page does; what is refused counts as wrong. */
	async function act(pad, cookie, [name, fields]) {
		const response = await fetch(`${origin()}${pad}?/${name}`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				cookie,
				origin: origin(),
				'x-sveltekit-action': 'true',
				accept: 'application/json',
			},
			body: new URLSearchParams(fields),
		});
		const text = await response.text();
		const { type } = response.ok && text.startsWith('{') ? JSON.parse(text) : {};
		if (type !== 'success' && type !== 'redirect')
			fail(`${pad} ${name}: ${response.status} ${text.slice(0, 120)}`);
		return response;
	}

	/** Opens the page of the code, and says who one is on its form. */
	async function join(nr) {
		const page = await fetch(origin() + link, { redirect: 'manual' });
		const [cookie = ''] = page.headers
			.getSetCookie()
			.filter((line) => line.startsWith('__Host-gast='))
			.map((line) => line.split(';')[0]);
		const html = await page.text();
		const [, name = ''] = /<form[^>]*action="[^"]*\?\/(\w+)"/.exec(html) ?? [];
		const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
		const given = Object.fromEntries(hidden.map(([, field, value]) => [field, value]));
		const wie = { naam: `Gast ${nr}`, perspectief: 'bewoner' };
		await act(link, cookie, [name, { ...given, ...wie }]);
		return cookie;
	}

	/** A screen: a line that holds the whole table. */
	const open = (cookie) =>
		fullClient({
			url: server.url(),
			headers: { Cookie: cookie, Origin: origin() },
			dialect: 'y-websocket',
			doc: bordId,
			asOne: true,
			// it stays open for all that follows
			timeoutMs: 3_600_000,
		});

	const trekkerCookie = await logIn(server.port, trekker);
	const regie = (name, fields = {}) => act(`/borden/${bordId}`, trekkerCookie, [name, fields]);
	const gast = async (nr) => {
		const cookie = await join(nr);
		return { cookie, act: (name, fields) => act(`/tafel/${bordId}`, cookie, [name, fields]) };
	};
	return { server, origin, bordId, trekker, trekkerCookie, regie, gast, open };
}
