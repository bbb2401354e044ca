import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Forbidden, NotFound } from '#server/errors.ts';
import { setConfig } from '#server/http/test-http.ts';
import { PapierInput } from './papier.input.ts';
import { beginPapierInvoer, detailPapier } from './papier.read.server.ts';
import { createPapieren } from './papier.write.server.ts';
import { publishBriefjes, updateStil } from './regie.write.server.ts';
import { errorsOf, tafelWereld, type TafelWereld } from './test-tafel.ts';

let w: TafelWereld;
beforeEach(() => {
	w = tafelWereld();
});
afterEach(() => setConfig({}));

const stapel = (teksten: string[], fase: PapierInput['fase'] = 'delen') => ({
	bordId: w.bordId,
	teksten,
	fase,
	perspectief: 'bewoner' as const,
	soort: '' as const,
});
const opTafel = () => w.beeld().briefjes.map(({ tekst }) => tekst);

describe('what was written on paper', () => {
	test('lies on the table at once, in its order, and says it was written down for others', () => {
		expect(createPapieren(w.lid, stapel(['een', 'twee', 'drie']))).toBe(3);
		expect(opTafel()).toEqual(['een', 'twee', 'drie']);
		for (const one of w.beeld().briefjes)
			expect(one).toMatchObject({ namens: true, wie: '', perspectief: 'bewoner', fase: 'delen' });
	});

	test('a whole pile is one time that somebody lays down', () => {
		const many = Array.from({ length: 60 }, (_, at) => `briefje ${at}`);
		expect(createPapieren(w.lid, stapel(many))).toBe(60);
		expect(createPapieren(w.lid, stapel(['nog een']))).toBe(1);
		expect(opTafel()).toHaveLength(61);
	});

	test('stays hidden while everybody writes for oneself, of the phase that is about', () => {
		updateStil(w.trekker, { bordId: w.bordId, stil: true });
		createPapieren(w.lid, stapel(['stil een', 'stil twee']));
		createPapieren(w.lid, stapel(['van later', 'en dit'], 'doen'));
		expect(opTafel()).toEqual(['van later', 'en dit']);
		expect(w.bytes()).not.toContain('stil een');
		publishBriefjes(w.trekker, { bordId: w.bordId });
		expect(opTafel().toSorted()).toEqual(['en dit', 'stil een', 'stil twee', 'van later']);
	});

	test('more than still fits is refused as a whole', () => {
		setConfig({ LIMIT_BORD_BRIEFJES: '4' });
		createPapieren(w.lid, stapel(['een', 'twee']));
		expect(errorsOf(() => createPapieren(w.lid, stapel(['drie', 'vier', 'vijf'])))).toEqual({
			teksten: 'Er passen nog 2 briefjes op dit bord.',
		});
		expect(opTafel()).toEqual(['een', 'twee']);
	});

	test('who only reads, and a gast, have no pile to lay down', () => {
		const fatima = w.gast('Fatima');
		expect(() => createPapieren(w.observator, stapel(['nee']))).toThrow(Forbidden);
		expect(() => createPapieren(fatima, stapel(['nee']))).toThrow(Forbidden);
		expect(beginPapierInvoer(w.observator, w.bordId).waaromNiet).toContain('Je leest hier mee.');
		expect(beginPapierInvoer(w.lid, w.bordId).waaromNiet).toBe('');
		w.wijzig({ afgerondOp: new Date() });
		expect(beginPapierInvoer(w.lid, w.bordId).waaromNiet).toContain('afgerond');
		expect(() => detailPapier(fatima, w.bordId)).toThrow(Forbidden);
		expect(detailPapier(w.observator, w.bordId).may.invoer).toBe(false);
		expect(opTafel()).toEqual([]);
	});

	test('of another bord there is nothing to print', () => {
		expect(() => detailPapier(w.lid, 'aaaaaaaaaaaaaaaaaaaa')).toThrow(NotFound);
	});
});

describe('the sheet', () => {
	test('has the question of the phase that was asked for, else of now, else of the bord', () => {
		w.wijzig({ vraagDoen: 'Wat proberen we?' });
		expect(detailPapier(w.lid, w.bordId, 'doen').vraag).toBe('Wat proberen we?');
		expect(detailPapier(w.lid, w.bordId, 'feest')).toMatchObject({
			fase: 'delen',
			vraag: 'Wie belt er aan?',
		});
	});

	test('asks of a stelling whether one agrees, in the phase in which that is asked', () => {
		expect(detailPapier(w.lid, w.bordId).isStelling).toBe(false);
		w.wijzig({ soort: 'stellingen' });
		expect(detailPapier(w.lid, w.bordId).isStelling).toBe(true);
		expect(detailPapier(w.lid, w.bordId, 'doen').isStelling).toBe(false);
	});

	test('is of the one phase of a bord that has no others', () => {
		w.wijzig({ soort: 'checkin' });
		expect(detailPapier(w.lid, w.bordId, 'doen')).toMatchObject({ fase: 'delen', fasen: false });
	});

	test('has the code for who may show it', () => {
		const code = w.open();
		expect(detailPapier(w.trekker, w.bordId).code?.cijfers).toBe(code.cijfers);
		expect(detailPapier(w.student, w.bordId).code).toBeNull();
	});
});

describe('what is typed over', () => {
	const parse = (teksten: string) =>
		v.safeParse(PapierInput, { teksten, fase: 'delen', perspectief: 'bewoner' });

	test('each line is one briefje, and lines without a word are none', () => {
		const { output } = parse(' een \r\n\n\u200b\n twee \n');
		expect(output).toMatchObject({ teksten: ['een', 'twee'] });
	});

	test('nothing, too much and too long are said so', () => {
		expect(parse(' \n ').issues?.[0].message).toBe('Schrijf ten minste één briefje over.');
		expect(parse('a\n'.repeat(61)).issues?.[0].message).toContain('hoogstens 60');
		expect(parse('a'.repeat(601)).issues?.[0].message).toContain('600 tekens');
	});
});
