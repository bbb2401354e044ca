import { beforeAll, expect, test } from 'vitest';
import type { PersoonActor } from '#access/actor.ts';
import { listAlleBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { detailPresentie } from '#features/presentie/read.server.ts';
import { standPresentie } from '#features/presentie/stand.read.server.ts';
import { freshDb } from '#server/db/test-db.ts';
import { coordinatorOf } from './voorbeeld-personen.ts';
import { loadVoorbeeld } from './voorbeeld.ts';

let actor: PersoonActor;
beforeAll(() => {
	freshDb();
	const { werkplaatsId, ids } = loadVoorbeeld();
	actor = coordinatorOf(werkplaatsId, ids.get('persoon', 'hanneke'));
});

test('four lists of two half years are confirmed, with the hours that follow from them', () => {
	const uren = (van: string, tot: string) =>
		listAlleBijeenkomsten(actor)
			.geweest.filter(({ datum }) => datum && van <= datum.dag && datum.dag <= tot)
			.map(({ id }) => detailPresentie(actor, id))
			.filter(({ bevestigd }) => bevestigd)
			.reduce((som, { totaal }) => som + totaal, 0);
	expect(uren('2018-07-01', '2018-12-31')).toBe(1440);
	expect(uren('2019-01-01', '2019-06-30')).toBe(1545);
});

test('beside the verslag of the example: nine of the eleven, and two who said so', () => {
	const { geweest } = listAlleBijeenkomsten(actor);
	const { id } = geweest.find(({ titel }) => titel === 'Bijeenkomst 7: De eerste brief')!;
	expect(standPresentie(actor, id)).toMatchObject({
		aanwezig: 9,
		verwacht: 11,
		afgemeld: 'Chantal en Gerard hebben zich afgemeld.',
		bevestigd: '',
	});
});
