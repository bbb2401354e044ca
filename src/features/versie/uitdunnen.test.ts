import { expect, test } from 'vitest';
import { teVeel } from './uitdunnen.ts';

const NU = new Date('2018-06-11T16:00:00Z');
const at = (...moments: string[]) => moments.map((op) => ({ id: op, op: new Date(op) }));
const stays = (moments: string[], nu = NU) => {
	const gone = teVeel(at(...moments), nu);
	return moments.filter((id) => !gone.includes(id));
};

test('every versie of today stays', () => {
	const today = ['2018-06-11T12:00:00Z', '2018-06-11T12:10:00Z', '2018-06-11T12:20:00Z'];
	expect(stays(today)).toEqual(today);
});

test('of this week the last of each hour stays', () => {
	expect(stays(['2018-06-08T12:00:00Z', '2018-06-08T12:50:00Z', '2018-06-08T13:10:00Z'])).toEqual([
		'2018-06-08T12:50:00Z',
		'2018-06-08T13:10:00Z',
	]);
});

test('of before this week the last of each day stays, by the day in Amsterdam', () => {
	expect(
		stays([
			'2018-05-01T08:00:00Z',
			'2018-05-01T21:30:00Z',
			'2018-05-01T22:30:00Z', // half past midnight, so the second of May
			'2018-05-03T08:00:00Z',
		]),
	).toEqual(['2018-05-01T21:30:00Z', '2018-05-01T22:30:00Z', '2018-05-03T08:00:00Z']);
});

test('thinning twice takes away nothing more', () => {
	const many = Array.from({ length: 2000 }, (_, n) =>
		new Date(NU.getTime() - n * 600_000).toISOString(),
	);
	const once = stays(many);
	expect(once.length).toBeLessThan(350);
	expect(stays(once)).toEqual(once);
});
