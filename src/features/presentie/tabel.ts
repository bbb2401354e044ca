const RIJEN = 2000;
const KOLOMMEN = 30;
const TEKENS = 500;
const SCHEIDING = [';', ',', '\t'] as const;

/** What stands most often outside quotes in the first lines. */
function scheidingIn(tekst: string): string {
	const los = tekst.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '');
	const tel = (teken: string) => los.split(teken).length;
	return [...SCHEIDING].sort((a, b) => tel(b) - tel(a))[0]!;
}

/**
 * A table as it was pasted or saved: separated by `;`, `,` or tabs, with or without quotes. Empty
 * lines go; what is more than anybody has on a list is left out.
 */
export function leesTabel(geschreven: string): string[][] {
	const tekst = geschreven.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const scheiding = scheidingIn(tekst);
	const rijen: string[][] = [];
	let rij: string[] = [];
	let cel = '';
	let inAanhaling = false;
	const sluitCel = () => {
		if (rij.length < KOLOMMEN) rij.push(cel.trim().slice(0, TEKENS));
		cel = '';
	};
	const sluitRij = () => {
		sluitCel();
		if (rij.some((waarde) => waarde !== '')) rijen.push(rij);
		rij = [];
	};
	for (let i = 0; i < tekst.length && rijen.length < RIJEN; i++) {
		const teken = tekst[i]!;
		if (inAanhaling) {
			if (teken !== '"') cel += teken;
			else if (tekst[i + 1] === '"') cel += tekst[++i];
			else inAanhaling = false;
		} else if (teken === '"' && cel.trim() === '') [inAanhaling, cel] = [true, ''];
		else if (teken === scheiding) sluitCel();
		else if (teken === '\n') sluitRij();
		else cel += teken;
	}
	if (rijen.length < RIJEN) sluitRij();
	return rijen;
}
