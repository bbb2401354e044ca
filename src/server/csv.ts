/** A spreadsheet takes a cell that starts like this for a formula: an apostrophe makes it text. */
const veilig = (tekst: string) => (/^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst);

const cel = (tekst: string) => {
	const veiligeTekst = veilig(tekst);
	return /[";\n\r]/.test(veiligeTekst) ? `"${veiligeTekst.replaceAll('"', '""')}"` : veiligeTekst;
};

/** Rows as a Dutch spreadsheet opens them: UTF-8 with a mark, semicolons. */
export const csvOf = (rijen: readonly (readonly string[])[]): string =>
	'\ufeff' + rijen.map((rij) => rij.map(cel).join(';')).join('\r\n') + '\r\n';
