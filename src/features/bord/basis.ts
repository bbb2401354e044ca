import type { BordInput } from './input.ts';

/** What the form about a bord starts from, each as the form shows it. */
export const basisBord = (bord: BordInput) => ({
	titel: bord.titel,
	vraagDelen: bord.vraagDelen,
	vraagDuiden: bord.vraagDuiden,
	vraagDoen: bord.vraagDoen,
	leervraagId: bord.leervraagId ?? '',
	namen: bord.namen ? 'ja' : '',
	gasten: bord.gasten ? 'ja' : '',
});
