import { describe, expect, test } from 'vitest';
import type { Actor, GastActor } from './actor.ts';
import {
	mayArrange,
	mayCreateBord,
	mayEditBord,
	mayFinaliseBord,
	mayGeefRegie,
	mayHaalWeg,
	mayHand,
	mayHeropenBord,
	mayLegBriefje,
	mayNamens,
	mayNeemMee,
	mayNeemRegie,
	mayReadBord,
	mayRegie,
	mayStip,
	mayWijzigBord,
	mayWijzigBriefje,
	type BriefjeFacts,
	type RegieFacts,
} from './bord.ts';
import { ACTORS, ANDER_TEAM, BORD, HIER, TEAM, type TestActor } from './test-actors.ts';

const gastElders: GastActor = {
	soort: 'gast',
	bordId: 'bordeldersxxxxxxxxxx',
	deelnemerId: 'deelnemergastgastgas',
};
const WIE: Record<TestActor | 'gastElders', Actor> = { ...ACTORS, gastElders };
type Wie = keyof typeof WIE;
const mag = (...wie: Wie[]): Wie[] => [...new Set(wie)].sort();
const wieMag = (rule: (actor: Actor) => boolean) =>
	(Object.keys(WIE) as Wie[]).filter((wie) => rule(WIE[wie])).sort();

const LEIDT = ['trekker', 'procesbegeleider', 'coordinator', 'systeem'] as const;
const ZIT = [...LEIDT, 'kernlid', 'lid', 'student', 'agendalid'] as const;
const LEEST = [...ZIT, 'procesobservator', 'lector', 'docentonderzoeker', 'fg'] as const;

const facts = (part: Partial<RegieFacts> = {}): RegieFacts => ({
	werkplaatsId: HIER,
	leeromgevingIds: [TEAM],
	bordId: BORD,
	afgerond: false,
	regieId: null,
	slot: false,
	gasten: true,
	voorbereiderIds: [],
	...part,
});
const OPEN = facts();
const AF = facts({ afgerond: true, regieId: 'persoon-trekker' });
const OP_SLOT = facts({ slot: true, regieId: 'persoon-kernlid' });
const ZONDER_GASTEN = facts({ gasten: false });
const VAN_ANDER = facts({ leeromgevingIds: [ANDER_TEAM] });
const MET_REGIE = facts({ regieId: 'persoon-kernlid' });
const REGIE_WEG = facts({ regieId: 'persoon-procesobservator' });

type Rule = (actor: Actor, of: RegieFacts) => boolean;
const OVERAL = mag('coordinator', 'lector', 'docentonderzoeker', 'fg', 'systeem', 'gast');

describe.each<[string, [string, RegieFacts, Wie[]][], Rule[]]>([
	[
		'read',
		[
			['an open bord', OPEN, mag(...LEEST, 'gast')],
			['one that is done', AF, mag(...LEEST, 'gast')],
			['one without guests', ZONDER_GASTEN, mag(...LEEST)],
			['one of another team', VAN_ANDER, OVERAL],
		],
		[mayReadBord],
	],
	[
		'take along',
		[
			['an open bord', OPEN, mag(...LEEST)],
			['one that is done', AF, mag(...LEEST)],
			['one of another team', VAN_ANDER, OVERAL.filter((wie) => wie !== 'gast')],
		],
		[mayNeemMee],
	],
	[
		'arrange',
		[
			['an open bord', OPEN, mag(...ZIT)],
			['one that is done', AF, mag('systeem')],
			['one that is locked', OP_SLOT, mag('kernlid', 'systeem')],
			['one of another team', VAN_ANDER, mag('coordinator', 'systeem')],
		],
		[mayArrange],
	],
	[
		'take part in',
		[
			['an open bord', OPEN, mag(...ZIT, 'gast')],
			['one that is done', AF, mag()],
			['one that is locked', OP_SLOT, mag(...ZIT, 'gast')],
			['one without guests', ZONDER_GASTEN, mag(...ZIT)],
			['one of another team', VAN_ANDER, mag('coordinator', 'systeem', 'gast')],
		],
		[mayStip, mayHand],
	],
	[
		'lay a briefje on',
		[
			['an open bord', OPEN, mag(...ZIT, 'gast')],
			['one that is done', AF, mag()],
			['one that is locked', OP_SLOT, mag('kernlid', 'systeem')],
		],
		[mayLegBriefje],
	],
	['write for somebody else on', [['an open bord', OPEN, mag(...ZIT)]], [mayNamens]],
	[
		'hold regie of',
		[
			['one of nobody', OPEN, mag('systeem')],
			['one of a kernlid', MET_REGIE, mag('kernlid', 'systeem')],
			['one of who has no seat any more', REGIE_WEG, mag('systeem')],
			['one that is done', AF, mag()],
		],
		[mayRegie, mayGeefRegie],
	],
	[
		'take regie of',
		[
			['one of nobody', OPEN, mag(...LEIDT)],
			['one that somebody else holds', MET_REGIE, mag(...LEIDT)],
			['one that is done', AF, mag()],
			[
				'one that a student prepares, with two who have no seat',
				facts({
					voorbereiderIds: ['persoon-student', 'persoon-procesobservator', 'persoonzonderrolxxxx'],
				}),
				mag(...LEIDT, 'student'),
			],
			['one of another team', VAN_ANDER, mag('coordinator', 'systeem')],
		],
		[mayNeemRegie],
	],
	[
		'change',
		[
			['a bord', OPEN, mag(...LEIDT, 'kernlid', 'lid')],
			['one of another team', VAN_ANDER, mag('coordinator', 'systeem')],
		],
		[mayEditBord],
	],
	[
		'change the questions of',
		[
			['an open bord', OPEN, mag(...LEIDT, 'kernlid', 'lid')],
			['one that is done', AF, mag()],
		],
		[mayWijzigBord],
	],
	[
		'finish',
		[
			['an open bord', OPEN, mag(...LEIDT)],
			['one of which a kernlid holds regie', MET_REGIE, mag(...LEIDT, 'kernlid')],
			['one that is done', AF, mag()],
		],
		[mayFinaliseBord],
	],
	[
		'reopen',
		[
			['an open bord', OPEN, mag()],
			['one that is done', AF, mag(...LEIDT)],
		],
		[mayHeropenBord],
	],
])('who may %s', (_act, cases, rules) => {
	test.each(cases)('%s', (_of, of, expected) => {
		for (const rule of rules) expect(wieMag((actor) => rule(actor, of))).toEqual(expected);
	});
});

test('who may make one for a team', () => {
	const of = { werkplaatsId: HIER, leeromgevingId: TEAM };
	expect(wieMag((actor) => mayCreateBord(actor, of))).toEqual(mag(...LEIDT, 'kernlid', 'lid'));
});

const van = (part: Partial<BriefjeFacts>): BriefjeFacts => ({
	deelnemerId: 'deelnemeriemandander',
	persoonId: null,
	namensDoor: null,
	...part,
});
test.each<[string, BriefjeFacts, Wie[]]>([
	['a lid', van({ persoonId: 'persoon-lid' }), mag('lid')],
	['a gast, who is no other gast', van({ deelnemerId: 'deelnemergastgastgas' }), mag('gast')],
	['a student for somebody', van({ namensDoor: 'persoon-student' }), mag('student')],
	['somebody who left', van({ deelnemerId: null }), mag()],
])('the words of a briefje are of who wrote it: %s', (_who, whose, expected) => {
	expect(wieMag((actor) => mayWijzigBriefje(actor, MET_REGIE, whose))).toEqual(expected);
	const weg = mag(...expected, 'kernlid', 'systeem');
	expect(wieMag((actor) => mayHaalWeg(actor, MET_REGIE, whose))).toEqual(weg);
	expect(wieMag((actor) => mayHaalWeg(actor, AF, whose))).toEqual([]);
});
