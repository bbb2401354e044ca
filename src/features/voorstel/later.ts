/** What nobody needs to begin writing: fetched together, when there is nothing else to do. */
export { default as Keuze } from './VoorstelKeuze.svelte';
export { default as Lijst } from './VoorstellenLijst.svelte';
