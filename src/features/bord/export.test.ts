import mammoth from 'mammoth';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { editDocument } from '#sync/server/edit.ts';
import { Forbidden, NotFound } from '#server/errors.ts';
import { createBriefje } from './briefje.write.server.ts';
import { bordNaam } from './document.ts';
import { maakGroep, noemGroep } from './document.groep.ts';
import { maakAfspraak, maakInzicht, wijzigAfspraak } from './document.oogst.ts';
import { exportBord, hasToWait } from './export.server.ts';
import { updateStil } from './regie.write.server.ts';
import { groepId, idNr } from './test-bord.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

// the first PDF waits for its compiler
vi.setConfig({ testTimeout: 30_000 });

let w: TafelWereld;
beforeEach(() => {
	w = tafelWereld();
	const leg = (tekst: string) =>
		createBriefje(w.lid, { bordId: w.bordId, id: '', tekst, soort: 'signaal', fase: 'delen' }).id;
	const een = leg('De huismeester belde gewoon aan');
	leg('=HYPERLINK("http://kwaad.nl")\nen *nog* een regel; met <b> #read("/etc/passwd") $x$ @a ]]>');
	updateStil(w.trekker, { bordId: w.bordId, stil: true });
	leg('Dit ziet nog niemand');
	editDocument(w.trekker, bordNaam(w.bordId), (doc) => {
		maakGroep(doc, { id: groepId(1), briefjeIds: [een] });
		noemGroep(doc, { id: groepId(1), naam: 'Een mens, geen envelop' });
		maakInzicht(doc, {
			id: idNr('inzicht', 1),
			soort: 'spanning',
			tekst: 'Snel zijn',
			tegen: 'Rustig zijn',
			uit: [groepId(1)],
		});
		maakAfspraak(doc, {
			id: idNr('afspraak', 1),
			wat: 'Bel samen aan',
			wieId: w.trekker.persoonId,
			wanneer: 'na de zomer',
			uit: [],
		});
	});
});

const tekst = async (vorm: 'csv' | 'md' | 'json') =>
	new TextDecoder('utf-8', { ignoreBOM: true }).decode(
		(await exportBord(w.lid, w.bordId, vorm)).bytes,
	);

describe('a bord as a file', () => {
	test('a table: each thing a row, and nothing that a spreadsheet would run', async () => {
		const csv = await tekst('csv');
		const [kop, ...rijen] = csv.trimEnd().split('\r\n');
		expect(kop).toMatch(/^\ufeffonderdeel;groep;tekst/);
		expect(rijen).toHaveLength(5);
		expect(csv).toContain(';De huismeester belde gewoon aan;');
		expect(csv).toContain(`"'=HYPERLINK(""http://kwaad.nl"")`);
		expect(csv).toContain('spanning');
	});

	test('a text: groepen with what lies in them, an afspraak with who and when', async () => {
		const md = await tekst('md');
		expect(md).toContain('# Wie belt er aan?');
		expect(md.indexOf('### Een mens, geen envelop')).toBeLessThan(md.indexOf('De huismeester'));
		expect(md).toContain('\\*nog\\* een regel; met \\<b\\>');
		expect(md).toContain('**Daartegenover:** Rustig zijn');
		expect(md).toMatch(/\| Bel samen aan \| .+ \| na de zomer \|/);
	});

	test('for another program: what it is, and all that lies open', async () => {
		const blad = JSON.parse(await tekst('json')) as Record<string, unknown>;
		expect(blad).toMatchObject({
			vorm: 'samenspel-bord',
			versie: 1,
			titel: 'Wie belt er aan?',
			groepen: [{ naam: 'Een mens, geen envelop', stippen: null }],
			inzichten: [{ uit: ['Een mens, geen envelop'] }],
		});
	});

	test('a document that a text processor opens', async () => {
		const { bytes, naam } = await exportBord(w.lid, w.bordId, 'docx');
		expect(naam).toBe('bord-wie-belt-er-aan.docx');
		const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
		expect(value).toContain('<h2>Een mens, geen envelop</h2>');
		expect(value).toContain('<td><p>Bel samen aan</p></td>');
		expect(value).toContain('met &lt;b&gt; #read("/etc/passwd") $x$ @a ]]&gt;');
	});

	test('a pdf', async () => {
		const { bytes } = await exportBord(w.lid, w.bordId, 'pdf');
		expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
	});

	test('nothing of it is what nobody sees yet, nor who wrote what', async () => {
		for (const vorm of ['csv', 'md', 'json'] as const) {
			const out = await tekst(vorm);
			expect(out).not.toContain('Dit ziet nog niemand');
			expect(out).not.toContain(w.lid.persoonId);
			expect(out).not.toContain(w.trekker.persoonId);
		}
	});

	test('a day is one that a spreadsheet can sort by, and in words for people', async () => {
		editDocument(w.trekker, bordNaam(w.bordId), (doc) =>
			wijzigAfspraak(doc, { id: idNr('afspraak', 1), wanneer: '2026-07-01' }),
		);
		expect(await tekst('csv')).toContain(';2026-07-01;');
		expect(await tekst('md')).toContain('| voor 1 juli 2026 |');
		expect(JSON.parse(await tekst('json'))).toMatchObject({
			afspraken: [{ wanneer: 'voor 1 juli 2026', dag: '2026-07-01' }],
		});
	});

	test('a pdf waits for those of others, and tells nobody else that there is one', () => {
		expect(hasToWait(w.lid, w.bordId, 'pdf')).toBe(false);
		const buiten = maakLid(w.systeem, maakTeam(w.systeem, { naam: 'B', volgnummer: 2 }), 'lid');
		expect(() => hasToWait(buiten, w.bordId, 'pdf')).toThrow(NotFound);
	});

	test('not for a gast', async () => {
		await expect(exportBord(w.gast('Fatima'), w.bordId, 'csv')).rejects.toThrow(Forbidden);
	});
});
