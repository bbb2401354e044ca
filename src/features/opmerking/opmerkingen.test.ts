import { expect, test } from 'vitest';
import { Opmerkingen } from './opmerkingen.svelte.ts';
import type { Opmerking } from './read.server.ts';

const opmerking = (id: string, afgehandeld = false): Opmerking => ({
	id,
	tekst: `Over ${id}`,
	weggehaald: false,
	door: 'Sanne Voorbeeld',
	op: new Date(0),
	gewijzigd: false,
	may: { update: false },
	citaat: '',
	van: '',
	tot: '',
	afgehandeld: afgehandeld ? { op: new Date(0), door: 'Tygo Voorbeeld' } : null,
	antwoorden: [],
});
const lijst = (...opmerkingen: Opmerking[]) => ({ opmerkingen, may: { create: true } });
const ids = (from: Opmerking[]) => from.map(({ id }) => id);

test('a thread stays where it is while an answer is typed in it, and goes on when that was sent', () => {
	const stand = new Opmerkingen('/', lijst(opmerking('a'), opmerking('b')));
	stand.houd('a', 'Welk onder');
	stand.neem(lijst(opmerking('a', true), opmerking('b', true)));
	expect(ids(stand.openstaand)).toEqual(['a']);
	expect(ids(stand.afgehandeld)).toEqual(['b']);
	stand.houd('a', '');
	expect(ids(stand.afgehandeld)).toEqual(['a', 'b']);
});

test('a remark that is taken away meanwhile stays as long as somebody types an answer to it', () => {
	const stand = new Opmerkingen('/', lijst(opmerking('a'), opmerking('b')));
	stand.houd('a', 'Welk onder');
	stand.neem(lijst());
	expect(stand.lijst).toEqual([{ ...opmerking('a'), tekst: '', weggehaald: true }]);
	stand.houd('a', '');
	stand.neem(lijst());
	expect(stand.lijst).toEqual([]);
});
