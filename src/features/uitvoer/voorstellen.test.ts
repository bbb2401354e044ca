import mammoth from 'mammoth';
import { expect, test, vi } from 'vitest';
import { besluit, doc, p, t, voorstel } from '#features/verslag/test-tekst.ts';
import { renderPdf } from '#server/pdf/pdf.ts';
import type { TekstMark, TekstNode } from '#features/tekst/node.ts';
import { docxOf } from './docx.server.ts';
import type { Stuk } from './export.server.ts';
import { htmlOf } from './html.server.ts';
import { markdownOf } from './markdown.server.ts';
import { typstOf } from './typst.server.ts';
import { metHaken } from './voorstellen.server.ts';

// the first PDF waits for its compiler
vi.setConfig({ testTimeout: 30_000 });

const erbij = voorstel('voorstelErbij', 'v'.repeat(20));
const weg = voorstel('voorstelWeg', 'v'.repeat(20));
const vet: TekstMark = { type: 'bold' };
const link: TekstMark = { type: 'link', attrs: { href: 'https://a.nl/' } };

const stuk = (...content: TekstNode[]): Stuk => ({
	titel: 'De brief',
	werkplaats: 'Werkplaats Zuid',
	gemaakt: '21 november 2026',
	feiten: [],
	status: 'Concept',
	tekst: metHaken(doc(...content)),
	beelden: new Map(),
});
const NIET_WEL = stuk(p('Wij gaan', t(' niet', weg), t(' wel', erbij), ' door.'));

/** The text of the only paragraph. */
const woorden = (...content: (string | TekstNode)[]) =>
	metHaken(doc(p(...content)))
		.content![0]!.content!.map(({ text }) => text)
		.join('');

test('what is proposed stands between brackets, in one piece, with the spaces outside', () => {
	expect(woorden('Wij gaan', t(' niet', weg), t(' wel', erbij), ' door.')).toBe(
		'Wij gaan [weg: niet] [erbij: wel] door.',
	);
	expect(woorden('Een ', t('heel ', erbij), t('mooi', erbij, vet), t(' ', erbij), 'plan')).toBe(
		'Een [erbij: heel mooi] plan',
	);
	expect(woorden('keuken', t(' ', weg), 'tafel')).toBe('keuken[weg: spatie]tafel');
	expect(woorden(t('toch niet', weg, erbij))).toBe('[erbij en weg: toch niet]');
	expect(woorden('Niets ', t('bijzonders', vet))).toBe('Niets bijzonders');
});

test('also in a list; what has no words stays as it is', () => {
	const [een, lijst] = metHaken(
		doc(besluit('', ''), {
			type: 'bulletList',
			content: [{ type: 'listItem', content: [p(t('Melk', erbij))] }],
		}),
	).content!;
	expect(een).toEqual(besluit('', ''));
	expect(JSON.stringify(lijst)).toContain('[erbij: ');
});

test('every format says it in the same words', async () => {
	expect(htmlOf(NIET_WEL)).toContain('Wij gaan [weg: <del>niet</del>] [erbij: <ins>wel</ins>]');
	expect(markdownOf(NIET_WEL)).toContain('Wij gaan \\[weg: niet\\] \\[erbij: wel\\] door.');
	const buffer = Buffer.from(await docxOf(NIET_WEL));
	const { value } = await mammoth.extractRawText({ buffer });
	expect(value).toContain('Wij gaan [weg: niet] [erbij: wel] door.');
	const source = typstOf(NIET_WEL);
	expect(source).toContain('#strike[#"niet";]');
	expect(source).toContain('#underline[#"wel";]');
	expect([...source.matchAll(/#"([^"]*)";/g)].map(([, text]) => text).join('')).toContain(
		'Wij gaan [weg: niet] [erbij: wel] door.',
	);
});

test('a PDF has one line at a word that is also a link or has a line of its own', async () => {
	const lijn: TekstMark = { type: 'underline' };
	const streep: TekstMark = { type: 'strike' };
	const source = typstOf(
		stuk(
			p(t('a', weg, streep, link), t('b', erbij, lijn), t('c', erbij, link), t('d', weg, lijn)),
			p(t('e', erbij, weg)),
		),
	);
	expect(source).not.toMatch(/#(strike|underline)\[[^\]]*#(strike|underline)/);
	expect(source.match(/#strike\[/g)).toHaveLength(3);
	const pdf = Buffer.from(await renderPdf(source)).toString('latin1');
	expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
});
