import { bordKind } from '#features/bord/live.server.ts';
import { verslagKind } from '#features/verslag/live.server.ts';
import type { LiveKind } from './kinds.ts';
import type { ServerKind } from './server/kind.ts';

/** All that is written together, as the server needs it. */
export const KINDS = { verslag: verslagKind, bord: bordKind } satisfies Record<
	LiveKind,
	ServerKind
>;
