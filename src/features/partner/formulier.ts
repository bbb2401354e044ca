import { bedragTekst, urenTekst } from './bedrag.ts';
import type { IntentieverklaringInput, PartnerschapInput } from './input.ts';

/** Agreements as their form shows them: what two people's changes are compared by. */

export const partnerschapTekst = (p: PartnerschapInput) => ({
	van: p.van.geschreven,
	tot: p.tot?.geschreven ?? '',
	contactpersoonId: p.contactpersoonId ?? '',
	toezeggingMinuten: p.toezeggingMinuten === null ? '' : urenTekst(p.toezeggingMinuten),
	toezeggingIncash: p.toezeggingIncash === null ? '' : bedragTekst(p.toezeggingIncash),
	themaId: p.themaId ?? '',
	motivatie: p.motivatie,
	redenEinde: p.redenEinde,
});

export const intentieTekst = (i: IntentieverklaringInput) => ({
	periodeId: i.periodeId ?? '',
	getekendOp: i.getekendOp?.geschreven ?? '',
	themaId: i.themaId ?? '',
	motivatie: i.motivatie,
});
