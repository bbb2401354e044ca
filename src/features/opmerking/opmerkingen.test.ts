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
	stand.typ('antwoord-a', 'Welk onder', 'a');
	stand.neem(lijst(opmerking('a', true), opmerking('b', true)));
	expect(ids(stand.openstaand)).toEqual(['a']);
	expect(ids(stand.afgehandeld)).toEqual(['b']);
	stand.typ('antwoord-a', '', 'a');
	expect(ids(stand.afgehandeld)).toEqual(['a', 'b']);
});

test('a remark that is taken away meanwhile stays as long as somebody types an answer to it', () => {
	const stand = new Opmerkingen('/', lijst(opmerking('a'), opmerking('b')));
	stand.typ('antwoord-a', 'Welk onder', 'a');
	stand.neem(lijst());
	expect(stand.lijst).toEqual([{ ...opmerking('a'), tekst: '', weggehaald: true }]);
	stand.typ('antwoord-a', '', 'a');
	stand.neem(lijst());
	expect(stand.lijst).toEqual([]);
});

test('a thread stays for as long as anything is typed in it, also an edit of what stands there', () => {
	const stand = new Opmerkingen('/', lijst(opmerking('a')));
	stand.typ('antwoord-a', 'Welk onder', 'a');
	stand.typ('wijzig-b', 'Beter gezegd', 'a');
	stand.neem(lijst(opmerking('a', true)));
	stand.typ('antwoord-a', '', 'a');
	expect(ids(stand.openstaand)).toEqual(['a']);
	stand.typ('wijzig-b', '', 'a');
	expect(ids(stand.openstaand)).toEqual([]);
});

test('what is typed is known when nobody may say anything any more, until it was sent or left', () => {
	const stand = new Opmerkingen('/', lijst(opmerking('a')));
	stand.typ('opmerk', 'Het was vrij');
	stand.neem({ opmerkingen: [opmerking('a')], may: { create: false } });
	expect(stand.mayCreate).toBe(false);
	expect(stand.getypt('opmerk')).toBe('Het was vrij');
	expect(stand.getypt('antwoord-a')).toBe('');
	stand.typ('opmerk', '');
	expect(stand.getypt('opmerk')).toBe('');
});

test('a page that comes back with what was refused has it', () => {
	const passage = { van: 'a', tot: 'b', citaat: 'Deze woorden' };
	const terug = { form: 'opmerk', values: { tekst: 'Te laat', ...passage }, errors: {} };
	const stand = new Opmerkingen('/', lijst(), terug);
	expect(stand.getypt('opmerk')).toBe('Te laat');
	expect(stand.nieuw).toEqual(passage);
	expect(new Opmerkingen('/', lijst(), { form: 'opmerk' }).nieuw).toBeUndefined();
	const ander = { form: 'vaststel', values: {}, errors: {} };
	expect(new Opmerkingen('/', lijst(), ander).getypt('vaststel')).toBe('');
});
