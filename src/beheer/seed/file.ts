import * as v from 'valibot';
import json from '#voorbeeld/zuid-holland-zuid.json' with { type: 'json' };
import { voorbeeldSchema, type Voorbeeld } from '#voorbeeld/schema.ts';

/** Where the file is wrong, one sentence per place: "perioden.0.van: Deze datum …". */
export function problems(content: unknown): string[] {
	const { issues } = v.safeParse(voorbeeldSchema, content);
	return (issues ?? []).map((issue) => `${v.getDotPath(issue) ?? 'bestand'}: ${issue.message}`);
}

/** The example werkplaats, checked; its dates are read. */
export const voorbeeld = (): Voorbeeld => v.parse(voorbeeldSchema, json);
