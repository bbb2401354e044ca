import * as v from 'valibot';
import { text } from '#ui/fields.ts';

/** Which code stood on the screen: two who ask for a new one at once get one new one. */
export const CodeInput = v.object({ vervangt: text(40) });
export type CodeInput = v.InferOutput<typeof CodeInput>;
