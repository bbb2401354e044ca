import { bedragTekst, urenTekst } from './bedrag.ts';
import type { Partner } from './partnerschap.read.server.ts';
import { ORGANISATIE_SOORTEN } from './soort.ts';

/** A spreadsheet takes a cell that starts like this for a formula: an apostrophe makes it text. */
const veilig = (tekst: string) => (/^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst);

const cel = (tekst: string) => {
	const veiligeTekst = veilig(tekst);
	return /[";\n\r]/.test(veiligeTekst) ? `"${veiligeTekst.replaceAll('"', '""')}"` : veiligeTekst;
};

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

/** The list as a Dutch spreadsheet opens it: UTF-8 with a mark, semicolons, decimal commas. */
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
	return '\ufeff' + [KOPPEN, ...rijen].map((rij) => rij.map(cel).join(';')).join('\r\n') + '\r\n';
}
