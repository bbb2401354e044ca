/* The command line: finds the command, opens the data, prints the answer. */
import { parseArgs } from 'node:util';
import { COMMANDS } from './commands.ts';
import type { Command, Outcome } from './command.ts';
import { openData } from './open.ts';
import { ConfigError } from '#server/config.ts';
import { closeDb } from '#server/db/db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { StartError } from '#server/start-error.ts';

const USAGE_ERROR = 2;

function help(): string {
	const lines = Object.entries(COMMANDS).map(
		([name, { usage, summary }]) => `  ${name} ${usage}`.trimEnd() + `\n      ${summary}`,
	);
	return ['Gebruik: npm run beheer -- <opdracht> [--json]', '', ...lines].join('\n');
}

function fail(message: string, code = 1): never {
	console.error(message);
	process.exit(code);
}

/** The sentence of an error that we know; anything else keeps its stack. */
function sentence(error: unknown): string | undefined {
	if (error instanceof ConfigError || error instanceof StartError) return error.message;
	if (error instanceof Invalid) return Object.values(error.errors).join('\n');
	if (error instanceof NotFound) return 'Dat is niet gevonden.';
	if (error instanceof Forbidden) return 'Dat mag niet.';
	return undefined;
}

function parse(command: Command, argv: string[], name: string) {
	try {
		const options = {
			...command.options,
			json: { type: 'boolean' },
			help: { type: 'boolean', short: 'h' },
		} as const;
		const { positionals, values } = parseArgs({ args: argv, options, allowPositionals: true });
		return { args: positionals, options: values as Record<string, string | boolean | undefined> };
	} catch {
		return fail(`Dat begrijp ik niet. Gebruik: ${name} ${command.usage}`, USAGE_ERROR);
	}
}

function print({ lines, data }: Outcome, asJson: boolean) {
	console.log(asJson ? JSON.stringify(data, null, '\t') : lines.join('\n'));
}

async function main([name = '', ...argv]: string[]) {
	if (['', '--help', '-h', 'help'].includes(name)) return console.log(help());
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) fail(`De opdracht ${name} is er niet.\n\n${help()}`, USAGE_ERROR);
	const input = parse(command, argv, name);
	if (input.options.help) return console.log(`${name} ${command.usage}\n${command.summary}`);
	if (input.args.length < (command.needs ?? 0))
		fail(`Gebruik: ${name} ${command.usage}`, USAGE_ERROR);
	if (command.opensData !== false) await openData();
	const outcome = await command.run(input);
	print(outcome, input.options.json === true);
	process.exitCode = outcome.exitCode ?? 0;
}

process.umask(0o077);
// log lines would stand between the answers
process.env.LOG_LEVEL ||= 'error';
try {
	await main(process.argv.slice(2));
} catch (error) {
	const known = sentence(error);
	if (known === undefined) throw error;
	fail(known);
} finally {
	closeDb();
}
