import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Settings of this machine, as `npm start` reads them; what is in the environment already wins. */
export function loadEnvFile() {
	try {
		process.loadEnvFile(join(root, '.env'));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
}

/**
 * A signal to npm ends the shell between npm and us, and stops there. So under npm we stop the child
 * when our parent is gone; started otherwise, a parent may leave and we stay.
 */
function onOrphaned(stop: () => void) {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		stop();
	}, 100);
	timer.unref();
}

/** Runs Node with these arguments, passes signals on, and gives its exit code. */
export function runNode(args: string[], env: Record<string, string> = {}): Promise<number> {
	const PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
	const child = spawn(process.execPath, args, {
		stdio: 'inherit',
		env: { ...process.env, PATH, ...env },
	});
	const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	const pass = (signal: NodeJS.Signals) => void child.kill(signal);
	for (const signal of signals) process.on(signal, pass);
	onOrphaned(() => pass('SIGTERM'));
	return new Promise((resolve) => {
		child.on('exit', (code, signal) => {
			for (const name of signals) process.off(name, pass);
			resolve(code ?? (signal ? 1 : 0));
		});
	});
}

const inModules = (...path: string[]) => join(root, 'node_modules', ...path);

export const vite = (...args: string[]) => runNode([inModules('vite', 'bin', 'vite.js'), ...args]);
