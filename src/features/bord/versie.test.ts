import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BEGINSTAND } from './beeld.ts';
import { leesBord, upgrade } from './document.ts';
import { bronVan } from './document.tekst.ts';
import { briefjeId, eenBriefje, groepId, idNr } from './test-bord.ts';

/** A bord of version 1 as it was stored: it has to be read the same for as long as there are any. */
const VERSIE_1 = `
Aw0DAIQCChBsYXV3ZSBicmllZiDwn5iAKAEEcGxlaxRicmllZmplYWFhYWFhYWFhYWFhZgF3BDptZWIoAQRwbGVrFGJyaWVm
amVhYWFhYWFhYWFhYWFlAXcYZ3JvZXBhYWFhYWFhYWFhYWFhYWM6b2ViJwEJYWZzcHJha2VuFGFmc3ByYWFrYWFhYWFhYWFh
YWFiASgAAxAEb3JkZQF3A25lYicAAxADd2F0AgQAAxIeQmVsbGVuIGluIHBsYWF0cyB2YW4gc2NocmlqdmVuJwADEAZlZmZl
Y3QCBAADMRhNaW5kZXIgYnJpZXZlbiBvbmdlb3BlbmQoAAMQBXdpZUlkAXcUcGVyc29vbmFhYWFhYWFhYWFhYWIoAAMQB3dh
bm5lZXIBdw12b29yIGRlIHpvbWVyJwADEAN1aXQBKAADTBRncm9lcGFhYWFhYWFhYWFhYWFhYgF4HAIAJwEHZ3JvZXBlbhRn
cm9lcGFhYWFhYWFhYWFhYWFhYgEoAAIABG9yZGUBdwNuZGInAAIABG5hYW0CBAACAgREZSBigQIGBCgBBHBsZWsUYnJpZWZq
ZWFhYWFhYWFhYWFhYWQBdxhncm9lcGFhYWFhYWFhYWFhYWFhYjpuZGIoAQRwbGVrFGJyaWVmamVhYWFhYWFhYWFhYWFiAXcY
Z3JvZXBhYWFhYWFhYWFhYWFhYWI6b2RiIQEHZ3JvZXBlbhRncm9lcGFhYWFhYWFhYWFhYWFhYwEAAiEBBHBsZWsUYnJpZWZq
ZWFhYWFhYWFhYWFhYWMBJwEJaW56aWNodGVuFGluemljaHRhYWFhYWFhYWFhYWFiASgAAhEEb3JkZQF3A25kYicAAhEFdGVr
c3QCBAACEwRTbmVsJwACEQV0ZWdlbgIEAAIYClpvcmd2dWxkaWcoAAIRBXNvb3J0AXcIc3Bhbm5pbmcnAAIRA3VpdAEoAAIk
FGdyb2VwYWFhYWFhYWFhYWFhYWFiAXgoAAIkFGJyaWVmamVhYWFhYWFhYWFhYWFjAXgnAQlhZnNwcmFrZW4UYWZzcHJhYWth
YWFhYWFhYWFhYWMBKAACJwRvcmRlAXcDbmRiJwACJwN3YXQCBAACKRJNZWUgbmFhciBoZXQgbG9rZXQnAAInBmVmZmVjdAIo
AAInA3dpZQF3CGVlbiBidXVyJwACJwN1aXQBKAACPhRpbnppY2h0YWFhYWFhYWFhYWFhYgF4LAEAJwEIYnJpZWZqZXMUYnJp
ZWZqZWFhYWFhYWFhYWFhYWIBKAABAAV0ZWtzdAF3CUJyaWVmamUgMSgAAQAEZmFzZQF3BWRlbGVuKAABAAVzb29ydAF3CGVy
dmFyaW5nKAABAAtwZXJzcGVjdGllZgF3B2Jld29uZXIoAAEAA3dpZQF3ACgAAQAGbmFtZW5zAXkoAAEAAm5yAX0BIQEIYnJp
ZWZqZXMUYnJpZWZqZWFhYWFhYWFhYWFhYWMBAAcnAQhicmllZmplcxRicmllZmplYWFhYWFhYWFhYWFhZAEoAAEQBXRla3N0
AXcJQnJpZWZqZSAzKAABEARmYXNlAXcFZGVsZW4oAAEQBXNvb3J0AXcIZXJ2YXJpbmcoAAEQC3BlcnNwZWN0aWVmAXcHYmV3
b25lcigAARADd2llAXcAKAABEAZuYW1lbnMBeSgAARACbnIBfQMnAQhicmllZmplcxRicmllZmplYWFhYWFhYWFhYWFhZQEo
AAEYBXRla3N0AXcJQnJpZWZqZSA0KAABGARmYXNlAXcFZGVsZW4oAAEYBXNvb3J0AXcIZXJ2YXJpbmcoAAEYC3BlcnNwZWN0
aWVmAXcHYmV3b25lcigAARgDd2llAXcAKAABGAZuYW1lbnMBeSgAARgCbnIBfQQnAQhicmllZmplcxRicmllZmplYWFhYWFh
YWFhYWFhZgEoAAEgBXRla3N0AXcJQnJpZWZqZSA1KAABIARmYXNlAXcGZHVpZGVuKAABIAVzb29ydAF3BXZyYWFnKAABIAtw
ZXJzcGVjdGllZgF3DHNvY2lhYWwtd2VyaygAASADd2llAXcGRmF0aW1hKAABIAZuYW1lbnMBeCgAASACbnIBfQUoAQVzdGFu
ZARmYXNlAXcGZHVpZGVuKAEFc3RhbmQFdnJhYWcBdwxXYXQgemllbiB3ZT8oAQVzdGFuZARzdGlsAXgoAQVzdGFuZAdrbG9r
VG90AXtCeVl0qMAAACgBBXN0YW5kCmdlc2NocmV2ZW4BfQQoAQVzdGFuZApkZWVsbmVtZXJzAX0GKAEFc3RhbmQFcm9uZGUB
dwd1aXRzbGFnKAEFc3RhbmQHcm9uZGVJZAF3FHJvbmRlYWFhYWFhYWFhYWFhYWFiKAEFc3RhbmQHZ2VnZXZlbgF9CSgBB3Vp
dHNsYWcUZ3JvZXBhYWFhYWFhYWFhYWFhYWIBfQcCAgIHBA0EAQEICA==
`;

test('a stored bord of version 1 is still read as it was', () => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Buffer.from(VERSIE_1, 'base64'));
	upgrade(doc);
	const [groep, persoon] = [groepId(1), idNr('persoon', 1)];
	const lag = (nr: number, orde: string, velden: object = {}) => ({
		...eenBriefje(nr),
		groepId: '',
		orde,
		...velden,
	});
	const een = lag(1, 'odb', { groepId: groep });
	const drie = lag(3, 'ndb', { groepId: groep });
	const vier = lag(4, 'naaaen');
	const anders = { fase: 'duiden', soort: 'vraag', perspectief: 'sociaal-werk' };
	const vijf = lag(5, 'meb', { ...anders, wie: 'Fatima', namens: true });
	expect(leesBord(doc)).toEqual({
		stand: {
			...BEGINSTAND,
			fase: 'duiden',
			vraag: 'Wat zien we?',
			stil: true,
			klokTot: 1_742_000_000_000,
			geschreven: 4,
			deelnemers: 6,
			ronde: 'uitslag',
			rondeId: idNr('ronde', 1),
			gegeven: 9,
		},
		briefjes: [een, drie, vier, vijf],
		los: [vijf, vier],
		groepen: [
			{ id: groep, naam: 'De blauwe brief 😀', orde: 'ndb', briefjes: [drie, een], stippen: 7 },
		],
		inzichten: [
			{
				id: idNr('inzicht', 1),
				soort: 'spanning',
				tekst: 'Snel',
				tegen: 'Zorgvuldig',
				orde: 'ndb',
				uit: [groep],
			},
		],
		afspraken: [
			{
				id: idNr('afspraak', 2),
				wat: 'Mee naar het loket',
				wieId: '',
				wie: 'een buur',
				wanneer: '',
				effect: '',
				orde: 'ndb',
				uit: [idNr('inzicht', 1)],
			},
			{
				id: idNr('afspraak', 1),
				wat: 'Bellen in plaats van schrijven',
				wieId: persoon,
				wie: '',
				wanneer: 'voor de zomer',
				effect: 'Minder brieven ongeopend',
				orde: 'neb',
				uit: [groep],
			},
		],
		verhalen: [],
	});
	const naam = bronVan(doc, 'groepen', { id: groep, veld: 'naam' });
	expect(naam.lees()).toBe('De blauwe brief 😀');
	expect(briefjeId(1)).toBe('briefjeaaaaaaaaaaaab');
});
