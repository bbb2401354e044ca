import { beforeEach, expect, test, vi } from 'vitest';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden } from '#server/errors.ts';
import { forgetRates } from '#server/limits.ts';
import { audit } from '#server/tables.server.ts';
import { confirmPresentie } from './bevestig.write.server.ts';
import { exportPresentielijst, papierTypst } from './lijst.server.ts';
import { detailPapier } from './papier.server.ts';
import { addRegel } from './rows.server.ts';

// the compiler of a PDF starts in a thread of its own
vi.setConfig({ testTimeout: 30_000 });

let systeem: SysteemActor;
let lid: PersoonActor;
let bijeenkomstId: string;

beforeEach(() => {
	freshDb();
	forgetRates();
	systeem = testWerkplaats();
	const team = maakTeam(systeem);
	lid = maakLid(systeem, team, 'lid');
	bijeenkomstId = maakBijeenkomst(systeem, team, {
		titel: 'De brief" #panic("x")',
		plaats: 'De Boog',
	});
	const wie = { werkplaatsId: systeem.werkplaatsId, bijeenkomstId, bron: 'lijst' } as const;
	const bewoner = { ...wie, perspectief: 'bewoner' } as const;
	addRegel({ ...bewoner, naam: 'Fatima Sarıkaş 😀', organisatieNaam: '=1+1', status: 'aanwezig' });
	addRegel({ ...bewoner, naam: '#import "x"', status: 'aanwezig', van: '14.45' });
	addRegel({ ...bewoner, naam: 'Gerard', status: 'afgemeld' });
	addRegel({ ...bewoner, naam: 'Weg Gebleven', status: 'afwezig' });
});

test('has who is there, who is expected, and twelve empty lines to sign on', () => {
	const papier = detailPapier(lid, bijeenkomstId);
	expect(papier.delen).toMatchObject([
		{
			regels: [
				{ naam: '#import "x"', tijden: 'van 14.45' },
				{ naam: 'Fatima Sarıkaş 😀', namens: '=1+1', perspectief: 'Bewoner' },
				{ naam: 'lid van het team' },
			],
			afgemeld: ['Gerard'],
		},
	]);
	expect(papier).toMatchObject({ leeg: 12, uren: false });
	expect(JSON.stringify(papier)).not.toContain('Weg Gebleven');
	expect(papierTypst(papier).match(/#v\(7mm\)/g)).toHaveLength(3 + 12 * 5);
});

test('is a PDF with tags, in Dutch, in which nothing that was typed is code', async () => {
	const { bytes, naam } = await exportPresentielijst(lid, bijeenkomstId);
	const pdf = Buffer.from(bytes).toString('latin1');
	expect(pdf.startsWith('%PDF-1.7')).toBe(true);
	for (const part of ['/StructTreeRoot', '/Lang (nl-NL)', '/DisplayDocTitle true'])
		expect(pdf).toContain(part);
	expect(naam).toBe('presentielijst-2019-06-11.pdf');
	expect(db().select().from(audit).all().at(-1)).toMatchObject({
		actor: lid.persoonId,
		action: 'presentie.export',
		object: `bijeenkomst:${bijeenkomstId}`,
	});
});

test('once confirmed it says so, with the hours, and nobody signs any more', () => {
	confirmPresentie(systeem, bijeenkomstId);
	const papier = detailPapier(lid, bijeenkomstId);
	expect(papier).toMatchObject({
		leeg: 0,
		uren: true,
		bevestigd: expect.stringContaining('Bevestigd'),
	});
	expect(papier.delen[0]!.regels.map(({ uren }) => uren)).toEqual(['1,75', '2,5']);
});

test('is for who fills the list in', async () => {
	const rol = 'student' as const;
	const student = {
		...lid,
		lidmaatschappen: lid.lidmaatschappen.map((plek) => ({ ...plek, rol })),
	};
	expect(() => detailPapier(student, bijeenkomstId)).toThrow(Forbidden);
	await expect(exportPresentielijst(student, bijeenkomstId)).rejects.toThrow(Forbidden);
});
