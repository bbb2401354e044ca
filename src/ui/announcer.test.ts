import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from './announcer.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('says everything of ten seconds in one go, each sentence once', () => {
	const announcer = new Announcer();
	announcer.say('Sanne doet mee');
	vi.advanceTimersByTime(500);
	expect(announcer.text).toBe('Sanne doet mee.');
	for (let i = 0; i < 9; i++) {
		announcer.say('Tygo schrijft bij Welkom');
		announcer.say(`Joke voegde ${i < 5 ? 2 : 3} briefjes toe.`);
		vi.advanceTimersByTime(1000);
		expect(announcer.text).toBe('Sanne doet mee.');
	}
	vi.advanceTimersByTime(1000);
	expect(announcer.text).toBe(
		'Tygo schrijft bij Welkom. Joke voegde 2 briefjes toe. Joke voegde 3 briefjes toe.',
	);
});
