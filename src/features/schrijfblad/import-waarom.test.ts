import { expect, test } from 'vitest';
import type { Notice } from '#sync/client.svelte.ts';
import { waaromNiet, type Stand } from './import-waarom.ts';

const SCHRIJFT: Stand = { mayWrite: true, right: 'schrijven', steltVoor: false, notice: undefined };
const zegt = (tone: Notice['tone']): Notice => ({ tone, title: 'Het is vol.' });

test('a file comes in for who writes, also without a line', () => {
	expect(waaromNiet(SCHRIJFT)).toBeUndefined();
	expect(waaromNiet({ ...SCHRIJFT, notice: zegt('warn') })).toBeUndefined();
});

test.each<[string, Partial<Stand>, string]>([
	['it is to be read only', { right: 'lezen' }, 'Je kunt hier nu niet schrijven.'],
	[
		'the line knows that one proposes',
		{ right: 'voorstellen', steltVoor: true },
		'Je kunt hier nu alleen voorstellen doen.',
	],
	['the page knows it first', { mayWrite: false }, 'Je kunt hier nu alleen voorstellen doen.'],
	['one chose to propose', { steltVoor: true }, 'Je doet nu voorstellen. Zet dat eerst uit.'],
	['it would not be saved', { notice: zegt('danger') }, 'Het is vol.'],
])('and does not when %s', (_, stand, sentence) => {
	expect(waaromNiet({ ...SCHRIJFT, ...stand })).toBe(sentence);
});
