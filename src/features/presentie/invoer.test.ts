import { beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metAccount } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden, Invalid } from '#server/errors.ts';
import { ImportInput } from './invoer.input.ts';
import { indelingVan, invoerrijen } from './invoer.kolommen.ts';
import { detailInvoer } from './invoer.read.server.ts';
import { createRegelsUitInvoer } from './invoer.write.server.ts';
import { addRegel, regelsOf } from './rows.server.ts';
import { leesTabel } from './tabel.ts';
import { presentiebevestiging, presentiespoor } from './tables.server.ts';

describe('what stands in which column', () => {
	const van = (tekst: string) => indelingVan(leesTabel(tekst));
	test('is said by its heads, also in another order or with words we do not know', () => {
		expect(van('Organisatie;Naam;Handtekening;E-mail:\nSOL;Joke;x;j@voorbeeld.example')).toEqual({
			kop: true,
			kolommen: ['organisatie', 'naam', 'niets', 'email'],
		});
		expect(van('Voornaam,Tussenvoegsel,Achternaam,Rol\nJoke,de,Vries,bewoner').kolommen).toEqual([
			'voornaam',
			'tussenvoegsel',
			'achternaam',
			'perspectief',
		]);
		expect(van('Naam;Naam;Tot\na;b;c').kolommen).toEqual(['naam', 'niets', 'tot']);
	});
	test('without heads comes in our own order, and an address shows itself', () => {
		expect(van('Joke de Vries\tj@voorbeeld.example\tSOL\tbewoner')).toEqual({
			kop: false,
			kolommen: ['naam', 'email', 'organisatie', 'perspectief'],
		});
		expect(van('')).toEqual({ kop: false, kolommen: [] });
	});
	test('makes a row of it: a name in parts is one name, and a formula is text', () => {
		const tabel = leesTabel('Voornaam;Achternaam;Namens\nJoke;Sarıkaş;=1+1');
		expect(invoerrijen(tabel, indelingVan(tabel))).toMatchObject([
			{ naam: 'Joke Sarıkaş', organisatie: '=1+1', email: '', van: '' },
		]);
	});
});

describe('a list from elsewhere', () => {
	let systeem: SysteemActor;
	let lid: PersoonActor;
	let bijeenkomstId: string;

	beforeEach(() => {
		freshDb();
		systeem = testWerkplaats();
		const team = maakTeam(systeem);
		lid = maakLid(systeem, team, 'lid');
		bijeenkomstId = maakBijeenkomst(systeem, team);
	});
	const input = (tekst: string, part: Record<string, unknown> = {}) => ({
		...v.parse(ImportInput, { tekst, ...part }),
		bijeenkomstId,
	});

	test('is shown before anything happens, and then does just that', () => {
		const { werkplaatsId } = systeem;
		const joke = { werkplaatsId, bijeenkomstId, naam: 'Joke', perspectief: 'bewoner' } as const;
		addRegel({ ...joke, status: 'afgemeld', bron: 'lijst' });
		addRegel({ ...joke, naam: 'Bo', status: 'aanwezig', bron: 'lijst' });
		const tekst =
			'Naam;Namens;Van\nJoke;;\nBo;;14.45\nFatima;=1+1;\nFatima;=1+1;\n;SOL;\nGerard;;26.00';
		const voor = detailInvoer(lid, input(tekst));
		expect(voor.zin).toBe(
			'1 mens komt op de lijst, 2 regels worden gewijzigd, 1 regel is dubbel, 2 regels kunnen niet.',
		);
		expect(regelsOf(bijeenkomstId)).toHaveLength(2);
		expect(createRegelsUitInvoer(lid, input(tekst))).toEqual({ erbij: 1, gewijzigd: 2 });
		expect(regelsOf(bijeenkomstId)).toMatchObject([
			{ naam: 'Joke', status: 'aanwezig', van: '' },
			{ naam: 'Bo', status: 'aanwezig', van: '14.45' },
			{
				naam: 'Fatima',
				organisatieId: null,
				organisatieNaam: '=1+1',
				perspectief: 'anders',
				bron: 'bestand',
				door: lid.persoonId,
			},
		]);
		expect(detailInvoer(lid, input(tekst)).zin).toBe(
			'0 mensen komen op de lijst, 3 staan er al, 1 regel is dubbel, 2 regels kunnen niet.',
		);
		expect(() => createRegelsUitInvoer(lid, input(tekst))).toThrow(Invalid);
	});
	test('says that it was signed on paper', () => {
		createRegelsUitInvoer(lid, input('Joke', { papier: 'ja' }));
		expect(regelsOf(bijeenkomstId)).toMatchObject([{ naam: 'Joke', bron: 'papier' }]);
		createRegelsUitInvoer(lid, input('Naam;Tot\nJoke;15.00', { papier: 'ja' }));
		expect(db().select().from(presentiespoor).all()).toMatchObject([
			{ veld: 'tot', werd: '15.00', reden: 'van de papieren lijst', door: lid.persoonId },
		]);
	});
	test('takes what somebody said of its columns, as long as there are as many', () => {
		const kolommen = ['organisatie', 'naam'];
		expect(detailInvoer(lid, input('SOL;Joke', { kolommen })).regels).toMatchObject([
			{ naam: 'Joke', organisatieNaam: 'SOL' },
		]);
		expect(detailInvoer(lid, input('SOL;Joke;x', { kolommen })).regels).toMatchObject([
			{ naam: 'SOL', organisatieNaam: 'Joke' },
		]);
		expect(input('a', { kolommen: ['__proto__', 'naam'] }).kolommen).toEqual(['niets', 'naam']);
	});
	test('knows by e-mail only who may be chosen here', () => {
		const { actor } = metAccount(systeem.werkplaatsId, 'Hanneke');
		const tekst = `Naam;E-mail\nH.;hanneke.${systeem.werkplaatsId}@voorbeeld.example`;
		expect(detailInvoer(lid, input(tekst)).regels[0]!.persoonId).toBeNull();
		expect(detailInvoer(systeem, input(tekst)).regels[0]!.persoonId).toBe(actor.persoonId);
		expect(
			detailInvoer(lid, input(tekst, { kies: `0:${actor.persoonId}` })).regels[0],
		).toMatchObject({ persoonId: null });
	});
	test('is for who fills the list in, as long as nobody answers for it', () => {
		const student = maakLid(systeem, maakTeam(systeem, { naam: 'Ander', volgnummer: 2 }), 'lid');
		expect(() => detailInvoer(student, input('Joke'))).toThrow();
		const observator = {
			...lid,
			lidmaatschappen: lid.lidmaatschappen.map((l) => ({ ...l, rol: 'procesobservator' as const })),
		};
		expect(() => detailInvoer(observator, input('Joke'))).toThrow(Forbidden);
		expect(() => createRegelsUitInvoer(observator, input('Joke'))).toThrow(Forbidden);
		const { werkplaatsId } = systeem;
		db().insert(presentiebevestiging).values({ bijeenkomstId, werkplaatsId, hash: '' }).run();
		expect(() => createRegelsUitInvoer(lid, input('Joke'))).toThrow(Invalid);
		expect(regelsOf(bijeenkomstId)).toHaveLength(0);
	});
});
