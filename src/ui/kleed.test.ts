import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allKleden, DRADEN, KLEED_STANDAARD, kleedClass, parseKleed, PATRONEN } from './kleed.ts';

const css = readFileSync(new URL('./css/kleed.css', import.meta.url), 'utf8');

describe('kleed', () => {
	it('offers enough different cloths', () => {
		const all = allKleden();
		expect(new Set(all).size).toBe(all.length);
		expect(all.length).toBeGreaterThanOrEqual(48);
		expect(all[0]).toBe(KLEED_STANDAARD);
	});

	it('reads only cloths that exist', () => {
		expect(allKleden().every((kleed) => parseKleed(kleed))).toBe(true);
		for (const wrong of [
			'',
			'ruit',
			'ruit/',
			'ruit/goud',
			'ruit/groen-roze/x',
			'toString/groen-roze',
		])
			expect(parseKleed(wrong), wrong).toBeUndefined();
	});

	it('has a class for every pattern and every pair of threads', () => {
		for (const patroon of Object.keys(PATRONEN)) expect(css).toContain(`.kleed-${patroon} {`);
		for (const draden of Object.keys(DRADEN)) expect(css).toContain(`.draden-${draden} {`);
	});

	it('falls back to the standard cloth', () => {
		expect(kleedClass('zijde/goud')).toBe('kleed kleed-ruit draden-groen-roze');
		expect(kleedClass(undefined)).toBe('kleed kleed-ruit draden-groen-roze');
	});
});
