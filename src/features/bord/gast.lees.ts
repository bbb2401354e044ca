/** What is fetched to read along, after what is fetched to look. */
export { LiveReader } from '#sync/client/read.svelte.ts';
export { leesBord } from './document.ts';
