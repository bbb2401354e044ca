import { expect, test } from 'vitest';
import type { Notice } from '#sync/client.svelte.ts';
import { waaromNietOphalen } from './ophalen.ts';

const schrijft = { right: 'schrijven', notice: undefined } as const;
const zegt = (tone: Notice['tone']) => ({ ...schrijft, notice: { tone, title: 'Het is vol.' } });

test('a file comes in for who writes, also without a line', () => {
	expect(waaromNietOphalen(true, schrijft, false)).toBeUndefined();
	expect(waaromNietOphalen(true, zegt('warn'), false)).toBeUndefined();
});

test.each([
	['there is no text yet', true, undefined, false, 'Je kunt hier nu niet schrijven.'],
	[
		'it is to be read only',
		true,
		{ ...schrijft, right: 'lezen' },
		false,
		'Je kunt hier nu niet schrijven.',
	],
	[
		'the line knows that one proposes',
		true,
		{ ...schrijft, right: 'voorstellen' },
		true,
		'Je kunt hier nu alleen voorstellen doen.',
	],
	['the page knows it first', false, schrijft, false, 'Je kunt hier nu alleen voorstellen doen.'],
	['one chose to propose', true, schrijft, true, 'Je doet nu voorstellen. Zet dat eerst uit.'],
	['it would not be saved', true, zegt('danger'), false, 'Het is vol.'],
] as const)('and does not when %s', (_, mayWrite, live, voorstellen, sentence) => {
	expect(waaromNietOphalen(mayWrite, live, voorstellen)).toBe(sentence);
});
