/** What can be written together, and where: the browser's side of the list in `kinds.server.ts`. */
export const LIVE_KINDS = ['verslag', 'bord'] as const;
export type LiveKind = (typeof LIVE_KINDS)[number];
