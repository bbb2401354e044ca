import { csvOf } from '#server/csv.ts';
import { bedragTekst, urenTekst } from './bedrag.ts';
import type { Partner } from './partnerschap.read.server.ts';
import { ORGANISATIE_SOORTEN } from './soort.ts';

const KOPPEN = [
	'partner',
	'soort',
	'hoort bij',
	'vanaf',
	'vanaf (gelezen als)',
	'tot en met',
	'tot en met (gelezen als)',
	'uren per half jaar',
	'euro',
];

/** The list as a Dutch spreadsheet opens it, with decimal commas. */
export function partnersCsv(partners: readonly Partner[]): string {
	const rijen = partners.map((p) => [
		p.naam,
		ORGANISATIE_SOORTEN[p.soort],
		p.koepel?.naam ?? '',
		p.via ? `via ${p.via.naam}` : (p.van?.geschreven ?? ''),
		p.van?.dag ?? '',
		p.tot?.geschreven ?? '',
		p.tot?.dag ?? '',
		p.toezeggingMinuten === null ? '' : urenTekst(p.toezeggingMinuten).replaceAll('.', ''),
		p.toezeggingIncash === null ? '' : bedragTekst(p.toezeggingIncash).replaceAll('.', ''),
	]);
	return csvOf([KOPPEN, ...rijen]);
}
