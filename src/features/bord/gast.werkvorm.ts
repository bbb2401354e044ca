/** What a gast needs at a bord of stellingen or stories, and at no other. */
export { default as StandpuntKeuze } from './StandpuntKeuze.svelte';
export { default as VerhaalKeuze } from './VerhaalKeuze.svelte';
export { isStandpunt, KIES_STANDPUNT, perStandpunt, zonderStandpunt } from './standpunt.ts';
export { geheimZin, opKeuze } from './verhaal.ts';
