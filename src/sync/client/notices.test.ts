import { expect, test } from 'vitest';
import { noticeOf, type Situation } from './notices.ts';

const nothing = () => {};
const fine: Situation = {
	offline: false,
	noNetwork: false,
	keeps: true,
	justBack: false,
	newBuild: false,
	right: 'schrijven',
	couldWrite: true,
	unsaved: false,
	ownText: () => 'mijn zin',
	retry: nothing,
	reload: nothing,
	dropUnsent: nothing,
	logIn: nothing,
};
const said = (at: Partial<Situation>) => {
	const notice = noticeOf({ ...fine, ...at });
	return notice && [notice.tone, [notice.title, notice.text].filter(Boolean).join(' ')].join(': ');
};

test.each<[Partial<Situation>, string | undefined]>([
	[{}, undefined],
	[
		{ offline: true, noNetwork: true },
		'warn: Geen internet. Schrijf rustig door. We bewaren alles op dit apparaat.',
	],
	[
		{ offline: true, noNetwork: true, keeps: false },
		'warn: Geen internet. Je tekst staat alleen op dit scherm. Laat deze bladzijde open.',
	],
	[{ offline: true }, 'warn: Verbinding kwijt. We proberen het opnieuw. Je tekst blijft staan.'],
	[{ justBack: true }, 'ok: Je bent weer verbonden. Alles is bijgewerkt.'],
	[
		{ right: 'lezen', couldWrite: false, ask: 'Hanneke' },
		'info: Je kunt alleen lezen. Vraag Hanneke als je wilt meeschrijven.',
	],
	[{ right: 'lezen', couldWrite: false }, undefined],
	[{ right: 'lezen' }, 'info: Je kunt nu alleen lezen.'],
	[{ ended: 4401 }, 'warn: Je was een tijd weg. Log opnieuw in. Je werk staat er nog.'],
	[{ ended: 4403 }, 'danger: Je hebt geen toegang meer tot dit document.'],
	[
		{ ended: 4404, isGone: true },
		'danger: Dit document is weggehaald. De tekst staat nog op dit scherm.',
	],
	[{ ended: 4404 }, 'danger: Geen toegang.'],
	[{ ended: 4400 }, 'danger: Er ging iets mis. Laad de bladzijde opnieuw.'],
	[
		{ retryIn: 20, waitCode: 4503 },
		'warn: Het is hier vol. We proberen het zo opnieuw. Je tekst blijft staan.',
	],
	[
		{ unsaved: true, limit: { code: 'opslag-vol', zin: 'De opslag is vol.' } },
		'danger: Opslaan lukt niet. De opslag is vol.',
	],
	[
		{ limit: { code: 'groot', zin: 'Dit document wordt groot. Start een nieuw document.' } },
		'warn: Dit document wordt groot. Start een nieuw document.',
	],
	[{ newBuild: true }, 'info: Er is een nieuwe versie van Samenspel. Je tekst is bewaard.'],
])('%o', (at, sentence) => expect(said(at)).toBe(sentence));

test('a new version is never offered before everything is saved', () => {
	expect(noticeOf({ ...fine, newBuild: true })?.action?.label).toBe('Laad opnieuw');
	expect(noticeOf({ ...fine, newBuild: true, unsaved: true })?.action).toBeUndefined();
});

test('what would be lost is given to copy, and only then', () => {
	for (const ended of [1009, 4400, 4403, 4404, 4409, 4410, 4422]) {
		expect(noticeOf({ ...fine, ended, unsaved: true })?.copy, String(ended)).toBe('mijn zin');
		expect(noticeOf({ ...fine, ended })?.copy, String(ended)).toBeUndefined();
	}
	expect(noticeOf({ ...fine, right: 'lezen', unsaved: true })?.copy).toBe('mijn zin');
	const again = { ...fine, right: 'lezen', couldWrite: false, unsaved: true } as const;
	expect(noticeOf(again)?.copy, 'of an earlier visit').toBe('mijn zin');
	expect(noticeOf(again)?.action?.label).toBe('Haal weg van dit apparaat');
	const taken = { tone: 'danger', title: 'Dit stuk is weggehaald.', copy: 'mijn zin' } as const;
	expect(noticeOf({ ...fine, justBack: true, taken })).toBe(taken);
	expect(noticeOf({ ...again, keeps: false })?.action).toBeUndefined();
});

test('no sentence has a code, an exclamation mark or more than fifteen words', () => {
	for (const ended of [1009, 4400, 4401, 4403, 4404, 4409, 4410, 4422])
		for (const unsaved of [true, false]) {
			const { title, text = '' } = noticeOf({ ...fine, ended, unsaved })!;
			for (const sentence of `${title} ${text}`.split(/(?<=\.) /)) {
				expect(sentence).not.toMatch(/\d|!/);
				expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15);
			}
		}
});
