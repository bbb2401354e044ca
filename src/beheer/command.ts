import type { ParseArgsConfig } from 'node:util';

/** What a command says: lines for a person, and the same as data for `--json`. */
export interface Outcome {
	lines: string[];
	data: unknown;
	/** 0 is well; 1 means that something asks for attention. */
	exitCode?: number;
}

export interface Input {
	/** What stands after the name of the command. */
	args: string[];
	options: Record<string, string | boolean | undefined>;
}

export interface Command {
	/** Behind the name: `<email>` is needed, `[--naar MAP]` may be left out. */
	usage: string;
	/** One Dutch sentence. */
	summary: string;
	/** How many arguments are needed at least. */
	needs?: number;
	options?: NonNullable<ParseArgsConfig['options']>;
	/** False for a command that opens no data folder, or opens it by itself. */
	opensData?: boolean;
	run: (input: Input) => Outcome | Promise<Outcome>;
}

/** An option that was given as text. */
export const textOption = ({ options }: Input, name: string): string | undefined => {
	const value = options[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
};
