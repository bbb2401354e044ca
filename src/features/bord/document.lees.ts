/** By itself, for who fetches it when the rest is there. */
export { leesBord } from './document.ts';
