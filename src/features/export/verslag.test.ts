import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { leeg } from '#features/agenda/test-agenda.ts';
import { createPunt } from '#features/agenda/write.server.ts';
import { afbeelding } from '#features/afbeelding/tables.server.ts';
import { createAfbeelding } from '#features/afbeelding/write.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { datum, maakTeam } from '#features/leeromgeving/test-team.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { maakPersoon } from '#features/persoon/test-wereld.ts';
import { addRegel } from '#features/presentie/rows.server.ts';
import type { ExportSoort } from '#features/verslag/export.ts';
import { actie, besluit, kop, p, t, voorstel } from '#features/verslag/test-tekst.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { createErratum, finaliseVerslag } from '#features/verslag/write.server.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, NotFound, TooMany } from '#server/errors.ts';
import { writeStored } from '#server/files/store.ts';
import { newId } from '#server/id.ts';
import { forgetRates } from '#server/limits.ts';
import { audit } from '#server/tables.server.ts';
import { stukOf } from './stuk.server.ts';
import { exportVerslag, hasToWait } from './verslag.server.ts';

vi.setConfig({ testTimeout: 30_000 });

let w: VerslagWereld;
let before: string;
const ID = (letter: string) => letter.repeat(20);

beforeAll(() => {
	before = config().dataDir;
	config().dataDir = mkdtempSync(join(tmpdir(), 'samenspel-export-'));
});
afterAll(() => {
	rmSync(config().dataDir, { recursive: true });
	config().dataDir = before;
});
beforeEach(() => {
	forgetRates();
	w = verslagWereld();
	const values = { datum: datum('11 juni 2018'), begin: '14.00' };
	db().update(bijeenkomst).set(values).where(eq(bijeenkomst.id, w.id)).run();
});

const plaatje = () => {
	const create = { width: 40, height: 20, channels: 3 as const, background: '#12523d' };
	return sharp({ create }).png().toBuffer();
};
const afbeeldingNode = (id: string) => ({
	type: 'afbeelding',
	attrs: { id, alt: 'Het plein', breedte: 40, hoogte: 20 },
});
const out = async (soort: ExportSoort, voorstellen = false) =>
	exportVerslag(w.lid, w.id, { soort, voorstellen });
/** As it is read, without what a format puts between the words. */
async function gelezen(soort: Exclude<ExportSoort, 'pdf'>, namen = false): Promise<string> {
	const { bytes } = await exportVerslag(w.lid, w.id, { soort, namen });
	const buffer = Buffer.from(bytes);
	if (soort === 'docx') return (await mammoth.extractRawText({ buffer })).value;
	return buffer.toString().replaceAll(/<style>[^]*<\/style>|<[^>]+>|[\\*]/g, ' ');
}
const html = async (voorstellen?: boolean) =>
	Buffer.from((await out('html', voorstellen)).bytes).toString();

test('the file says whose it is, what was agreed, and that it is not decided yet', async () => {
	w.schrijf(
		w.lid,
		kop('Casus'),
		p('Wij spraken elkaar.'),
		actie(ID('a'), 'Bel de school', { wie: 'Anna', wanneer: '2026-12-01' }),
		besluit(ID('b'), 'Wij gaan door'),
	);
	const { bytes, naam, type } = await out('docx');
	expect(naam).toMatch(/^[a-z0-9-]+\.docx$/);
	expect(type).toContain('wordprocessingml');
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
	expect(value).toMatch(/Team: .+\n\nDatum: 11 juni 2018, 14.00/);
	expect(value).toContain('Concept');
	expect(value).toMatch(/Besluiten\s+Wij gaan door/);
	expect(value).toMatch(
		/Acties\s+Wat\s+Wie\s+Wanneer\s+Klaar\s+Bel de school\s+Anna\s+1 december 2026/,
	);
});

test('after vaststellen it says so, with what was corrected', async () => {
	w.schrijf(w.lid, p('Zoals besproken.'));
	finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
	createErratum(w.trekker, { bijeenkomstId: w.id, tekst: 'Het was niet maandag.' });
	const text = await html();
	expect(text).toMatch(/Vastgesteld op \d+ \w+ \d{4} door \w/);
	expect(text).toMatch(/<h2>Erratum<\/h2><p>Het was niet maandag\./);
});

test('what is only proposed is in it only when asked for', async () => {
	w.schrijf(w.lid, p('Wij ', t('kanarie', voorstel('voorstelErbij', ID('v'))), 'gaan door.'));
	expect(await html()).not.toMatch(/kanarie|haken/);
	const text = await html(true);
	expect(text).toContain('Voorstellen staan tussen haken: [erbij: nieuwe woorden] en [weg: ');
	expect(text).toContain('Wij [erbij: <ins>kanarie</ins>]gaan door.');
});

test('without proposals nothing is said of them', async () => {
	w.schrijf(w.lid, p('Wij gaan door.'));
	expect(await html(true)).not.toContain('haken');
});

test('the lists below the text have what was agreed, also beside proposals', async () => {
	const bel = actie(ID('a'), 'Bel ');
	const door = besluit(ID('b'), 'Wij gaan ');
	w.schrijf(
		w.lid,
		{ ...bel, content: [...bel.content!, t('niet ', voorstel('voorstelErbij', ID('v'))), t('op')] },
		{ ...door, content: [...door.content!, t('door', voorstel('voorstelWeg', ID('v')))] },
	);
	const text = await html(true);
	expect(text).toMatch(/<h2>Besluiten<\/h2><ol start="1"><li><p>Wij gaan door<\/p>/);
	expect(text).toMatch(/<h2>Acties<\/h2>.*<td><p>Bel op<\/p><\/td>/);
});

const erbij = (naam: string) =>
	addRegel({
		...{ werkplaatsId: w.werkplaatsId, bijeenkomstId: w.id, bron: 'lijst', naam },
		...{ perspectief: 'bewoner', status: 'aanwezig' },
	});
const OP_DE_AGENDA = ['Welkom (14.00 uur, 10 minuten, Anna)', 'Rondje (14.10 uur)'];

function vulAgenda() {
	const punt = { ...leeg, bijeenkomstId: w.id };
	createPunt(w.systeem, { ...punt, titel: 'Welkom', minuten: 10, wie: 'Anna' });
	createPunt(w.systeem, { ...punt, titel: 'Rondje' });
}

test('in every format the agenda stands above the text, and how many were there', async () => {
	vulAgenda();
	erbij('Fatima Kanarie');
	w.schrijf(w.lid, p('Wij gaan door.'));
	for (const soort of ['docx', 'html', 'md'] as const) {
		const text = await gelezen(soort);
		expect(text).toMatch(/Aanwezig\W+1 mens, volgens de presentielijst/);
		expect(text).toMatch(/Agenda[^]*Welkom[^]*Rondje[^]*Verslag[^]*Wij gaan door\./);
		for (const punt of OP_DE_AGENDA) expect(text).toContain(punt);
		expect(text).not.toContain('Kanarie');
	}
});

test('a PDF says the same, with a heading and a list for who hears it', async () => {
	vulAgenda();
	erbij('Fatima Kanarie');
	w.schrijf(w.lid, p('Wij gaan door.'));
	const { tekst, feiten } = await stukOf(w.lid, w.id, { voorstellen: false, namen: ['Fatima'] });
	expect(feiten.at(-1)).toEqual({
		label: 'Aanwezig',
		waarde: '1 mens, volgens de presentielijst: Fatima',
	});
	expect(tekst.content!.map(({ type }) => type)).toEqual([
		...['heading', 'orderedList', 'heading', 'paragraph'],
	]);
	const pdf = opened((await out('pdf')).bytes);
	for (const part of [/\/S ?\/H1/, /\/S ?\/L\b/, /pdfuaid:part>1</]) expect(pdf).toMatch(part);
});

test('a text with a heading of its own gets none, and without agenda nothing is said of it', async () => {
	w.schrijf(w.lid, kop('Casus'), p('Wij gaan door.'));
	expect(await html()).not.toMatch(/Agenda|Verslag<|Aanwezig/);
	vulAgenda();
	expect(await html()).toMatch(/<h2>Agenda<\/h2><ol[^]*<\/ol><h2>Casus<\/h2>/);
});

test('names go along only when asked for, and that is written down', async () => {
	for (const naam of ['Fatima', 'Bas', 'Anna']) erbij(naam);
	w.schrijf(w.lid, p('Wij gaan door.'));
	const acts = () =>
		db()
			.select()
			.from(audit)
			.all()
			.filter(({ object, action }) => object === `bijeenkomst:${w.id}` && /export/.test(action))
			.map(({ actor, action }) => [actor, action]);
	expect(await gelezen('html')).toContain('3 mensen, volgens de presentielijst ');
	expect(acts()).toEqual([[w.lid.persoonId, 'verslag.export']]);
	for (const soort of ['docx', 'html', 'md'] as const)
		expect(await gelezen(soort, true)).toContain('presentielijst: Anna, Bas en Fatima');
	expect(acts()).toHaveLength(7);
	expect(acts().at(-1)).toEqual([w.lid.persoonId, 'presentie.export']);
});

test('who wants no name in a stuk is one of the others', async () => {
	erbij('Anna');
	const persoonId = maakPersoon(w.werkplaatsId, 'Bas', 'Kanarie');
	db().update(persoon).set({ vermelding: 'anoniem' }).where(eq(persoon.id, persoonId)).run();
	addRegel({
		...{ werkplaatsId: w.werkplaatsId, bijeenkomstId: w.id, bron: 'lijst', persoonId },
		...{ naam: 'Bas Kanarie', perspectief: 'bewoner', status: 'aanwezig' },
	});
	const text = await gelezen('md', true);
	expect(text).toContain('2 mensen, volgens de presentielijst: Anna en 1 ander');
	expect(text).not.toContain('Kanarie');
});

test('who may not take the list along gets no names, whatever is asked', async () => {
	erbij('Anna');
	w.schrijf(w.lid, p('Wij gaan door.'));
	const asked = exportVerslag(w.observator, w.id, { soort: 'md', namen: true });
	await expect(asked).rejects.toThrow(Forbidden);
	const { bytes } = await exportVerslag(w.observator, w.id, { soort: 'md' });
	expect(Buffer.from(bytes).toString()).toMatch(/Aanwezig: 1 mens, volgens de presentielijst\n/);
});

test('pictures are in it, but never one of another verslag', async () => {
	const { id } = await createAfbeelding(w.lid, w.id, plaatje);
	const elders = verslagElders();
	w.schrijf(w.lid, afbeeldingNode(id), afbeeldingNode(elders));
	const text = await html();
	expect(text.match(/src="data:image\/jpeg/g)).toHaveLength(1);
	expect(text).toContain('Afbeelding: Het plein');
});

/** A picture with a file, of a bijeenkomst of another team. */
function verslagElders(): string {
	const leeromgevingId = maakTeam(w.systeem, { naam: 'Ander', volgnummer: 2 });
	const basis = { titel: 'Elders', datum: null, begin: '', eind: '', plaats: '' };
	const { id: ander } = createBijeenkomst(w.systeem, { ...basis, leeromgevingId });
	const id = newId();
	writeStored(id, Buffer.from('x'));
	db()
		.insert(afbeelding)
		.values({ id, bijeenkomstId: ander, soort: '', bytes: 1, breedte: 1, hoogte: 1 })
		.run();
	return id;
}

test('for who may not read there is nothing to take along, and six in ten minutes is enough', async () => {
	await expect(exportVerslag(w.buiten, w.id, { soort: 'md' })).rejects.toThrow(NotFound);
	expect(() => hasToWait(w.buiten, w.id, 'pdf')).toThrow(NotFound);
	expect(hasToWait(w.lid, w.id, 'pdf')).toBe(false);
	for (let n = 0; n < 6; n++) await out('md');
	await expect(out('md')).rejects.toThrow(TooMany);
});

/** A PDF with its packed parts opened: its structure is in those. */
function opened(pdf: Uint8Array): string {
	const bytes = Buffer.from(pdf);
	const parts = [...bytes.toString('latin1').matchAll(/stream\r?\n/g)].map(
		({ index, 0: begin }) => {
			try {
				return inflateSync(bytes.subarray(index + begin.length), {
					finishFlush: constants.Z_SYNC_FLUSH,
				});
			} catch {
				return Buffer.alloc(0);
			}
		},
	);
	return Buffer.concat([bytes, ...parts]).toString('latin1');
}

test('a PDF has tags, Dutch, its title and every picture described', async () => {
	const { id } = await createAfbeelding(w.lid, w.id, plaatje);
	w.schrijf(w.lid, kop('Casus'), p('Mevrouw Sarıkaş'), afbeeldingNode(id));
	const pdf = opened((await out('pdf')).bytes);
	for (const part of [
		/\/Marked true/,
		/\/Lang ?\(nl-NL\)/,
		/\/StructTreeRoot/,
		/\/S ?\/Title/,
		/\/S ?\/H1/,
		/\/Alt ?\(Het plein\)/,
		/\/Title ?\(De eerste brief\)/,
	])
		expect(pdf).toMatch(part);
});
