import { describe, expect, test } from 'vitest';
import { BEGINSTAND, type BordBeeld, type Standbeeld } from './beeld.ts';
import type { BriefjeBeeld, GroepBeeld } from './beeld.ts';
import { beamerOf } from './beamer.ts';
import { eenBriefje, groepId, idNr } from './test-bord.ts';

const NAAM = 'Fatima Verzonnen';
const briefje = (nr: number, deel: Partial<BriefjeBeeld> = {}): BriefjeBeeld => ({
	...eenBriefje(nr, { wie: NAAM }),
	groepId: '',
	orde: '',
	...deel,
});
const groep = (nr: number, deel: Partial<GroepBeeld> = {}): GroepBeeld => ({
	id: groepId(nr),
	naam: `Groep ${nr}`,
	orde: '',
	briefjes: [],
	stippen: null,
	...deel,
});
const stand = (deel: Partial<Standbeeld>): Standbeeld => ({
	...BEGINSTAND,
	deelnemers: 11,
	namen: true,
	...deel,
});
const bord = ({
	stand: deel = {},
	...rest
}: Partial<Omit<BordBeeld, 'stand'>> & {
	stand?: Partial<Standbeeld>;
}): BordBeeld => ({
	stand: stand(deel),
	briefjes: rest.los ?? [],
	los: [],
	groepen: [],
	inzichten: [],
	afspraken: [],
	verhalen: [],
	...rest,
});
const koppen = (beeld: BordBeeld) => {
	const { vlak } = beamerOf(beeld);
	return vlak.soort === 'kaarten' ? vlak.kaarten.map(({ kop, noot }) => `${kop}: ${noot}`) : vlak;
};
const AFSPRAAK = {
	id: idNr('afspraak', 1),
	wat: 'Bel aan met z’n tweeën',
	wieId: '',
	wie: NAAM,
	wanneer: 'na de zomer',
	effect: '',
	orde: '',
	uit: [],
};

describe('what the screen in the room shows', () => {
	test('names nobody, also where the bord itself does', () => {
		const los = [briefje(1), briefje(2)];
		const inGroep = groep(1, { briefjes: [briefje(3)], stippen: 2 });
		for (const fase of ['delen', 'duiden', 'doen'] as const)
			for (const uitlicht of ['', los[0]!.id])
				for (const ronde of ['', 'uitslag'] as const) {
					const beeld = bord({
						stand: { fase, uitlicht, ronde, regie: idNr('persoon', 1) },
						los,
						groepen: [inGroep],
						afspraken: [AFSPRAAK],
					});
					expect(JSON.stringify(beamerOf(beeld))).not.toContain(NAAM);
					expect(JSON.stringify(beamerOf(beeld))).not.toContain(idNr('persoon', 1));
				}
	});

	test('while everybody writes for oneself it shows how many did, and no word of it', () => {
		const { vlak } = beamerOf(bord({ stand: { stil: true, geschreven: 9 }, los: [briefje(1)] }));
		expect(vlak).toEqual({
			soort: 'zin',
			zin: 'Ieder schrijft nu voor zichzelf.',
			erbij: '9 van 11 schreven iets',
		});
	});

	test('one briefje in the light goes before all else', () => {
		const los = [briefje(1, { tekst: 'Ik deed of ik niet thuis was' }), briefje(2)];
		const { vlak } = beamerOf(bord({ stand: { uitlicht: los[0]!.id, stil: true }, los }));
		expect(vlak).toEqual({
			soort: 'briefje',
			tekst: 'Ik deed of ik niet thuis was',
			noot: 'Bewoner',
		});
	});

	test('a briefje in the light that was taken away is in no light', () => {
		const { vlak } = beamerOf(bord({ stand: { uitlicht: 'weg' }, los: [briefje(1)] }));
		expect(vlak.soort).toBe('kaarten');
	});

	test('groepen with how much lies in them; a nameless one asks for a name, an empty one is none', () => {
		const groepen = [
			groep(1, { naam: 'Schaamte', briefjes: [briefje(1), briefje(2), briefje(3)] }),
			groep(2, { naam: '', briefjes: [briefje(4)] }),
			groep(3, { naam: '' }),
		];
		const beeld = bord({ stand: { fase: 'duiden' }, groepen, los: [briefje(5)] });
		expect(koppen(beeld)).toEqual(['Schaamte: 3 briefjes', 'Hoe noemen jullie dit?: 1 briefje']);
		expect(beamerOf(beeld).onder).toEqual(['11 doen mee', '1 briefje ligt nog los']);
	});

	test('no total of any groep before the outcome is shown, and then the most on top', () => {
		const groepen = [groep(1), groep(2), groep(3)];
		const open = bord({ stand: { fase: 'duiden', ronde: 'open', gegeven: 23 }, groepen });
		expect(koppen(open)).toEqual([1, 2, 3].map((nr) => `Groep ${nr}: 0 briefjes`));
		expect(beamerOf(open)).toMatchObject({
			waarvoor: 'om stippen te geven',
			onder: ['23 van 33 stippen gegeven', 'De uitslag komt straks op het scherm.'],
		});
		const uitslag = bord({
			stand: { fase: 'duiden', ronde: 'uitslag' },
			groepen: groepen.map((one, at) => ({ ...one, stippen: [1, 4, 0][at]! })),
		});
		expect(koppen(uitslag)).toEqual([
			'Groep 2: 4 stippen',
			'Groep 1: 1 stip',
			'Groep 3: 0 stippen',
		]);
		const { vlak } = beamerOf(uitslag);
		expect(vlak.soort === 'kaarten' && vlak.kaarten.map(({ deel }) => deel)).toEqual([100, 25, 0]);
	});

	test('where dots are given there is what they go to, also when the table is at its afspraken', () => {
		const beeld = (ronde: 'open' | 'dicht', klaarMet: '' | 'afgerond' = '') =>
			bord({
				stand: { fase: 'doen', ronde, klaarMet },
				groepen: [groep(1, { naam: 'Schaamte' })],
				afspraken: [AFSPRAAK],
			});
		expect(koppen(beeld('open'))).toEqual(['Schaamte: 0 briefjes']);
		for (const over of [beeld('dicht'), beeld('open', 'afgerond')])
			expect(koppen(over)).toEqual([`${AFSPRAAK.wat}: `]);
	});

	test('what an earlier round came to is no matter while people share', () => {
		const groepen = [groep(1, { stippen: 4, briefjes: [briefje(2)] })];
		const beeld = bord({ stand: { ronde: 'uitslag' }, groepen, los: [briefje(1), briefje(3)] });
		expect(koppen(beeld)).toEqual([': Bewoner', ': Bewoner', 'Groep 1: 1 briefje']);
		const { vlak } = beamerOf(beeld);
		expect(vlak.soort === 'kaarten' && vlak.kaarten[0]!.regels).toEqual(['Briefje 3']);
	});

	test('more counted in the room than the seats can give is said without a most', () => {
		const { onder } = beamerOf(bord({ stand: { ronde: 'dicht', gegeven: 34 } }));
		expect(onder[0]).toBe('34 stippen gegeven');
	});

	test('an afspraak of nobody says so', () => {
		const niemand = { ...AFSPRAAK, id: idNr('afspraak', 2), wie: '' };
		const beeld = bord({ stand: { fase: 'doen' }, afspraken: [AFSPRAAK, niemand] });
		expect(koppen(beeld)).toEqual([`${AFSPRAAK.wat}: `, `${AFSPRAAK.wat}: nog van niemand`]);
	});

	test('an empty table invites', () => {
		expect(beamerOf(bord({})).vlak).toMatchObject({ zin: 'De tafel is nog leeg.' });
	});
});
