import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** For tests: a real process that runs this module text on a data folder. */
export class TestProcess {
	readonly child: ChildProcess;
	output = '';

	constructor(code: string, env: Record<string, string>) {
		this.child = spawn(process.execPath, ['--input-type=module', '-e', code], {
			env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [this.child.stdout, this.child.stderr])
			stream?.on('data', (part) => (this.output += part));
	}

	/** Resolves once it said this; rejects when it ends before. */
	said(text: string): Promise<void> {
		return new Promise((resolve, reject) => {
			const look = () => this.output.includes(text) && resolve();
			this.child.stdout?.on('data', look);
			this.child.once('exit', () => reject(new Error(`ended: ${this.output}`)));
			look();
		});
	}

	async kill(signal: NodeJS.Signals): Promise<number | null> {
		this.child.kill(signal);
		return this.ended();
	}

	async ended(): Promise<number | null> {
		if (this.child.exitCode === null && this.child.signalCode === null)
			await once(this.child, 'close');
		return this.child.exitCode;
	}
}
