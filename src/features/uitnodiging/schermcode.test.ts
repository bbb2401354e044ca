import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshDb } from '#server/db/test-db.ts';
import { newId } from '#server/id.ts';
import { adresVan, cijfersVan, codeHmac, tokenVan, vrijeCode } from './schermcode.server.ts';

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-11T12:00:00Z') });
});
afterEach(() => void vi.useRealTimers());

/** Makes these ids, one after the other. */
const reeks =
	(...ids: string[]) =>
	() =>
		ids.shift() ?? newId();
const vrij = () => false;

test('follows from the id, and from what it is for', () => {
	const id = newId();
	expect(cijfersVan('bord', id)).toMatch(/^\d{8}$/);
	expect(cijfersVan('bord', id)).toBe(cijfersVan('bord', id));
	expect(cijfersVan('presentie', id)).not.toBe(cijfersVan('bord', id));
	expect(tokenVan('bord', id)).toMatch(/^[\w-]{22}$/);
	expect(adresVan('/m/bord/', tokenVan('bord', id))).toMatch(/^http.*\/m\/bord\/[\w-]{22}$/);
	expect(codeHmac('bord', '12345678')).not.toBe(codeHmac('presentie', '12345678'));
});

test('no two screens show the same digits within a day, whatever they open', () => {
	const [een, twee] = [newId(), newId()];
	expect(vrijeCode('bord', vrij, reeks(een)).id).toBe(een);
	expect(vrijeCode('bord', vrij, reeks(een, een, twee)).id).toBe(twee);
	vi.setSystemTime(new Date('2026-06-12T12:00:01Z'));
	expect(vrijeCode('bord', vrij, reeks(een)).id).toBe(een);
});

test('digits that lead somewhere now are not given out', () => {
	const [een, twee] = [newId(), newId()];
	const bezet = (cijfers: string) => cijfers === cijfersVan('presentie', een);
	const code = vrijeCode('presentie', bezet, reeks(een, twee));
	expect(code.id).toBe(twee);
	expect(JSON.stringify(code)).not.toContain(cijfersVan('presentie', twee));
});
