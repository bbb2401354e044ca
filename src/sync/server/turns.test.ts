import { expect, test } from 'vitest';
import { inTurn } from './turns.ts';

/** Longer than one goes on without hearing others. */
function takeLong() {
	const until = performance.now() + 25;
	while (performance.now() < until);
}

test('after each that takes long others have their turn, also before who comes later', async () => {
	const done: string[] = [];
	const come = (name: string) => inTurn(() => (takeLong(), done.push(name)));
	const other = () => {
		if (done.at(-1) !== 'een ander') done.push('een ander');
		if (!done.includes('derde')) setImmediate(other);
	};
	const together = [come('eerste'), come('tweede')];
	setImmediate(other);
	await Promise.all(together);
	await come('derde');
	expect(done).toEqual(['eerste', 'een ander', 'tweede', 'een ander', 'derde']);
});

test('what goes wrong for one is told to that one, and the next goes on', async () => {
	const wrong = inTurn(() => {
		throw new Error('stuk');
	});
	const right = inTurn(() => 'goed');
	await expect(wrong).rejects.toThrow('stuk');
	expect(await right).toBe('goed');
	expect(await inTurn(() => 'en later ook')).toBe('en later ook');
});
