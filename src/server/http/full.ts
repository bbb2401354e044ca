/** What somebody reads who wants to save while the disk is full. */
export const FULL = 'De opslag is bijna vol. Lezen kan, opslaan even niet. De beheerder weet het.';
