/** More stretches than this are a reeks. */
export const MEESTE_DELEN = 12;
