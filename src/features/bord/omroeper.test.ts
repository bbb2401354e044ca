import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Doc } from 'yjs';
import { leesBord } from './document.ts';
import { legOpTafel, zetStand } from './document.server.ts';
import { Omroeper } from './omroeper.ts';
import { briefjeId, eenBord, eenBriefje } from './test-bord.ts';

let doc: Doc;
let gezegd: string[];
let ik: { briefjes: { id: string }[]; regie: boolean };
let omroeper: Omroeper;
beforeEach(() => {
	vi.useFakeTimers();
	doc = eenBord(2);
	gezegd = [];
	ik = { briefjes: [], regie: false };
	omroeper = new Omroeper({ ik: () => ik, zeg: (tekst) => void gezegd.push(tekst) });
	omroeper.kijk(leesBord(doc));
});
afterEach(() => void vi.useRealTimers());

function na(doe: (doc: Doc) => void, isEigen = false) {
	doe(doc);
	omroeper.kijk(leesBord(doc), isEigen);
}
const leg = (nr: number) => na((one) => legOpTafel(one, [eenBriefje(nr)]));
const fase = (naar: 'delen' | 'duiden') => na((one) => zetStand(one, { fase: naar }));
const wacht = (seconden: number) => vi.advanceTimersByTime(seconden * 1000);

test('what comes within ten seconds is said in one sentence, and the table as one finds it is not', () => {
	wacht(60);
	expect(gezegd).toEqual([]);
	for (const nr of [3, 4, 5]) {
		leg(nr);
		wacht(3);
	}
	expect(gezegd).toEqual([]);
	wacht(1);
	expect(gezegd).toEqual(['Er kwamen 3 briefjes bij.']);
	leg(6);
	wacht(10);
	expect(gezegd).toEqual(['Er kwamen 3 briefjes bij.', 'Er kwam 1 briefje bij.']);
	wacht(60);
	expect(gezegd).toHaveLength(2);
});

test('a phase is said at once, together with what waited', () => {
	leg(3);
	wacht(4);
	fase('duiden');
	expect(gezegd).toEqual([
		'We zijn nu bij Duiden. Zoek samen wat het betekent. Er kwam 1 briefje bij.',
	]);
	wacht(60);
	expect(gezegd).toHaveLength(1);
});

test('what I wrote or moved myself is no news, nor a phase to who holds regie', () => {
	leg(3);
	ik.briefjes = [{ id: briefjeId(3) }];
	na((one) => legOpTafel(one, [eenBriefje(4)]), true);
	wacht(10);
	ik.regie = true;
	fase('duiden');
	expect(gezegd).toEqual([]);
});

test('says nothing any more once it stopped', () => {
	leg(3);
	omroeper.stop();
	wacht(60);
	expect(gezegd).toEqual([]);
});
