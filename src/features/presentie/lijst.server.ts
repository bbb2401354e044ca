import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayExportPresentie } from '#access/presentie.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { BLANK, call, feitenOf, opening, say, tekenzin } from '#features/uitvoer/typst.server.ts';
import { record } from '#server/audit.ts';
import { mustBeCalm } from '#server/calm.ts';
import { renderPdf } from '#server/pdf/pdf.ts';
import { detailPapier, type Papier, type PapierRegel } from './papier.server.ts';

/** Room to sign with a pen. */
const RUIMTE = `#place[${BLANK}]#v(7mm)`;

interface Kolom {
	kop: string;
	breedte: string;
	cel: (regel: PapierRegel) => string;
}

const kolommenVan = ({ uren }: Papier): Kolom[] => [
	{ kop: 'Naam', breedte: '3fr', cel: ({ naam }) => say(naam) },
	{ kop: 'Namens', breedte: '3fr', cel: ({ namens }) => say(namens) },
	{ kop: 'Wie ben je hier', breedte: '2.4fr', cel: ({ perspectief }) => say(perspectief) },
	{ kop: 'Van en tot', breedte: '1.7fr', cel: ({ tijden }) => say(tijden) },
	...(uren ? [{ kop: 'Uren', breedte: '1fr', cel: ({ uren }: PapierRegel) => say(uren) }] : []),
	{ kop: 'Handtekening', breedte: '3.4fr', cel: () => RUIMTE },
];

function tabel(regels: readonly PapierRegel[], kolommen: readonly Kolom[], leeg: number): string {
	const cellen = (tekst: (kolom: Kolom) => string) =>
		kolommen.map((kolom) => `[${tekst(kolom)}]`).join(', ');
	const rijen = [
		...regels.map((regel) => cellen(({ cel }) => cel(regel))),
		...Array.from({ length: leeg }, () => cellen(() => RUIMTE)),
	];
	const koppen = cellen(({ kop }) => call('strong', say(kop)));
	const breedte = kolommen.map((kolom) => kolom.breedte).join(', ');
	return `#table(columns: (${breedte}), align: horizon, table.header(${koppen}), ${rijen.join(', ')});`;
}

/** Also on paper a list is a table with heads, for who hears it. */
export function papierTypst(papier: Papier): string {
	const kolommen = kolommenVan(papier);
	const delen = papier.delen.map(({ zin, regels, afgemeld }) =>
		[
			zin && call('heading', say(zin), 'level: 1'),
			tabel(regels, kolommen, papier.leeg),
			afgemeld.length > 0 && call('par', say(`Afgemeld: ${afgemeld.join(', ')}.`)),
		]
			.filter(Boolean)
			.join('\n'),
	);
	const text = delen.join('\n');
	return `${opening({ ...papier, titel: `Presentielijst: ${papier.titel}` })}
#block[#set par(spacing: 0.5em)
${feitenOf(papier.feiten)}]
#set text(size: 10pt)
#set table.cell(breakable: false)
${text}
${papier.bevestigd && call('par', call('strong', say(papier.bevestigd)))}
${tekenzin(text)}
`;
}

/** The list as a PDF to print. Names leave the program: that is written down. */
export async function exportPresentielijst(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayExportPresentie(actor, factsOf(row)));
	mustBeCalm('exports', actor);
	const papier = detailPapier(actor, bijeenkomstId);
	const bytes = await renderPdf(papierTypst(papier));
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: 'presentie.export',
		object: `bijeenkomst:${row.id}`,
		werkplaatsId: row.werkplaatsId,
	});
	return { bytes, naam: `presentielijst${papier.dag && `-${papier.dag}`}.pdf` };
}
