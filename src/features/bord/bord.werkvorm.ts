/** What a member needs at a bord with a work form of its own, and at no other. */
export { default as RegieReeks } from './RegieReeks.svelte';
export { default as StandpuntKeuze } from './StandpuntKeuze.svelte';
export { default as Verhalen } from './Verhalen.svelte';
