import * as v from 'valibot';
import { Invalid } from './errors.ts';

/** For tests of what a form refuses. */

/** What a change that is refused says, per field. */
export function refusal(change: () => unknown): Record<string, string> {
	try {
		change();
	} catch (error) {
		if (error instanceof Invalid) return error.errors;
		throw error;
	}
	throw new Error('it was not refused');
}

/** What a form says about a field before anything reaches a feature. */
export function fieldError(
	schema: v.GenericSchema,
	values: unknown,
	field: string,
): string | undefined {
	const issues = v.safeParse(schema, values).issues ?? [];
	return issues.find((issue) => issue.path?.[0]?.key === field)?.message;
}
