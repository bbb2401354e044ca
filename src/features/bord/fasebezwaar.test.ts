import { describe, expect, test } from 'vitest';
import { BEGINSTAND, type Standbeeld } from './beeld.ts';
import { faseBezwaren } from './fasebezwaar.ts';

const stand = (part: Partial<Standbeeld>) => ({ ...BEGINSTAND, deelnemers: 11, ...part });
const RUSTIG = { verborgen: 0, schrijvers: 0 };

describe('going to another phase is asked once more', () => {
	test('not when nobody is busy and nothing is left', () => {
		expect(faseBezwaren(stand({}), RUSTIG)).toEqual([]);
		expect(faseBezwaren(stand({ ronde: 'dicht', gegeven: 4 }), RUSTIG)).toEqual([]);
		expect(faseBezwaren(stand({ ronde: 'open', gegeven: 33 }), RUSTIG)).toEqual([]);
		expect(faseBezwaren(stand({ ronde: 'open', gegeven: 40 }), RUSTIG)).toEqual([]);
	});
	test('when dots are left', () => {
		expect(faseBezwaren(stand({ ronde: 'open', gegeven: 23 }), RUSTIG)).toEqual([
			'Er zijn nog 10 stippen niet gegeven.',
		]);
		expect(faseBezwaren(stand({ ronde: 'open', gegeven: 32 }), RUSTIG)).toEqual([
			'Er is nog 1 stip niet gegeven.',
		]);
	});
	test('when somebody writes, or words are hidden', () => {
		expect(faseBezwaren(stand({}), { verborgen: 4, schrijvers: 1 })).toEqual([
			'Er is nog iemand aan het schrijven.',
			'Er liggen nog 4 briefjes niet open.',
		]);
	});
});
