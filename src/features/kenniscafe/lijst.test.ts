import { expect, test } from 'vitest';
import { PERSPECTIEVEN } from '#access/actor.ts';
import { leesImport } from '#features/presentie/import.ts';
import { indelingVan, invoerrijen } from '#features/presentie/invoer.kolommen.ts';
import { leesTabel } from '#features/presentie/tabel.ts';
import { CATEGORIEEN, type Bezoekerscategorie } from './categorie.ts';
import { alsLijst } from './lijst.ts';

const plek = (naam: string, categorie: Bezoekerscategorie = 'bewoner', organisatie = '') => ({
	...{ naam, categorie, organisatie },
	email: naam && 'noor@voorbeeld.example',
});

/** As the list is read in: what it says of each. */
function gelezen(lijst: string, personen: Parameters<typeof leesImport>[1]['personen'] = []) {
	const tabel = leesTabel(lijst);
	const rijen = invoerrijen(tabel, indelingVan(tabel));
	return leesImport(rijen, { personen, organisaties: [], lijst: [] });
}

test('who gave a name comes on the list as they put it down, from each side', () => {
	const alle = Object.keys(CATEGORIEEN) as Bezoekerscategorie[];
	const regels = gelezen(alsLijst(alle.map((een) => plek(`Noor ${een}`, een, 'SOL'))));
	expect(regels).toHaveLength(alle.length);
	for (const regel of regels)
		expect(regel).toMatchObject({
			wat: 'erbij',
			organisatieNaam: 'SOL',
			zin: expect.stringContaining('toe te wijzen'),
		});
	expect(new Set(regels.map(({ perspectief }) => perspectief)).size).toBe(alle.length);
	expect(regels.every(({ perspectief }) => perspectief! in PERSPECTIEVEN)).toBe(true);
});

test('who gave no name asks for no hours; nobody is no list', () => {
	expect(gelezen(alsLijst([plek(''), plek('Noor')]))).toHaveLength(1);
	expect(alsLijst([plek('')])).toBe('');
});

test.each(['Noor; de derde', 'Noor "van de hoek"', 'Bos, Noor', '=1+1', 'Noor\tde Vries'])(
	'the name %j comes through as it was typed',
	(naam) => {
		expect(gelezen(alsLijst([plek(naam, 'student', 'De "Boog"; zuid')]))).toMatchObject([
			{ organisatieNaam: 'De "Boog"; zuid', perspectief: 'student' },
		]);
		expect(gelezen(alsLijst([plek(naam)]))[0]!.naam).toBe(naam);
	},
);

test('whose address somebody typed does not get the hours', () => {
	const hanneke = {
		...{ id: 'h', voornaam: 'Hanneke', tussenvoegsel: '', achternaam: 'Terpstra' },
		email: 'noor@voorbeeld.example',
	};
	expect(gelezen(alsLijst([plek('Noor')]), [hanneke])).toMatchObject([{ persoonId: null }]);
});
