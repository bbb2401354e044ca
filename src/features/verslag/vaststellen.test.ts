import { beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { verslagRecht } from '#access/verslag.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { audit } from '#server/tables.server.ts';
import { findVerslag, vaststellingOf } from './find.server.ts';
import { rightOf } from './live.server.ts';
import { detailVerslag } from './read.server.ts';
import { actiepunt, besluit as besluitTabel, vaststelling, versie } from './tables.server.ts';
import { hashVan } from './tekst.server.ts';
import { actie, besluit, doc, kop, p, t, voorstel } from './test-tekst.ts';
import { verslagWereld, type VerslagWereld } from './test-verslag.ts';
import {
	createControle,
	createErratum,
	finaliseVerslag,
	withdrawControle,
} from './write.server.ts';

let w: VerslagWereld;
beforeEach(() => {
	w = verslagWereld();
});
const of = () => ({ bijeenkomstId: w.id });
const invalid = (run: () => unknown) => {
	try {
		run();
	} catch (error) {
		if (error instanceof Invalid) return error.errors[''];
		throw error;
	}
	return undefined;
};
const audited = () =>
	db()
		.select()
		.from(audit)
		.where(eq(audit.object, `bijeenkomst:${w.id}`))
		.all()
		.map(({ actor, action }) => [actor, action]);

describe('ter controle', () => {
	test('who takes part proposes, who leads writes on; withdrawn it is as before', () => {
		w.schrijf(w.lid, p('een'));
		createControle(w.trekker, of());
		expect(detailVerslag(w.lid, w.id)).toMatchObject({
			status: 'ter-controle',
			recht: 'voorstellen',
			may: { write: false, propose: true, finalise: false },
			controle: { door: 'trekker van het team' },
		});
		expect(rightOf(w.lid, w.id)).toBe('voorstellen');
		expect(rightOf(w.trekker, w.id)).toBe('schrijven');
		expect(detailVerslag(w.trekker, w.id).may).toMatchObject({
			controle: false,
			withdrawControle: true,
		});
		expect(invalid(() => createControle(w.trekker, of()))).toMatch(/al ter controle/);
		withdrawControle(w.trekker, of());
		expect(detailVerslag(w.lid, w.id)).toMatchObject({ status: 'concept', recht: 'schrijven' });
		expect(invalid(() => withdrawControle(w.trekker, of()))).toMatch(/al weer een concept/);
		expect(audited()).toEqual([
			[w.trekker.persoonId, 'verslag.controle'],
			[w.trekker.persoonId, 'verslag.controle.ingetrokken'],
		]);
	});

	test('is for who leads the team', () => {
		for (const actor of [w.lid, w.agendalid, w.lector, w.observator]) {
			expect(() => createControle(actor, of())).toThrow(Forbidden);
			expect(() => finaliseVerslag(actor, of())).toThrow(Forbidden);
		}
		expect(() => createControle(w.buiten, of())).toThrow(NotFound);
		createControle(w.coordinator, of());
		for (const actor of [w.lid, w.agendalid])
			expect(() => withdrawControle(actor, of())).toThrow(Forbidden);
	});
});

describe('vaststellen', () => {
	test('freezes the text with who and when, fills the lists, keeps a last version (AC-21)', () => {
		const a = 'actieaaaaaaaaaaaaaaa';
		const b = 'besluitaaaaaaaaaaaaa';
		const tekst = [kop('Casus'), actie(a, 'Huismeester vragen'), besluit(b, 'We gaan door.')];
		w.schrijf(w.lid, ...tekst);
		finaliseVerslag(w.trekker, of());
		const detail = detailVerslag(w.lid, w.id);
		expect(detail).toMatchObject({
			status: 'vastgesteld',
			recht: 'lezen',
			vaststelling: { door: 'trekker van het team' },
			may: { write: false, propose: false, finalise: false, erratum: false },
		});
		expect(detail.tekst).toEqual(doc(...tekst));
		expect(vaststellingOf(w.id)!.hash).toBe(hashVan(doc(...tekst)));
		expect(db().select().from(besluitTabel).all()).toMatchObject([{ tekst: 'We gaan door.' }]);
		expect(db().select().from(actiepunt).all()).toMatchObject([{ tekst: 'Huismeester vragen' }]);
		expect(db().select().from(versie).all()).toMatchObject([
			{ soort: 'benoemd', naam: 'Vastgesteld' },
		]);
		expect(audited()).toEqual([[w.trekker.persoonId, 'verslag.vastgesteld']]);
	});

	test('waits for every proposal, and says how many there are', () => {
		const een = voorstel('voorstelErbij', 'voorstelaaaaaaaaaaaa');
		const twee = voorstel('voorstelWeg', 'voorstelbbbbbbbbbbbb');
		w.schrijf(w.lid, p('We ', t('gaan ', een), t('bellen', een, twee)), p(t('morgen', twee)));
		expect(invalid(() => finaliseVerslag(w.trekker, of()))).toBe(
			'Er staan nog 2 voorstellen open. Beslis daar eerst over.',
		);
		w.schrijf(w.lid, p('We ', t('bellen', een)));
		expect(invalid(() => finaliseVerslag(w.trekker, of()))).toBe(
			'Er staat nog 1 voorstel open. Beslis daar eerst over.',
		);
		expect(detailVerslag(w.trekker, w.id)).toMatchObject({ status: 'concept', voorstellen: 1 });
		w.schrijf(w.lid, p('We bellen'));
		finaliseVerslag(w.trekker, of());
		expect(detailVerslag(w.trekker, w.id).status).toBe('vastgesteld');
	});

	test('of nothing is refused', () => {
		expect(invalid(() => finaliseVerslag(w.trekker, of()))).toMatch(/nog leeg/);
		w.schrijf(w.lid, kop(''), p(''));
		expect(invalid(() => finaliseVerslag(w.trekker, of()))).toMatch(/nog leeg/);
	});

	test('happens once and for all: nobody has more than reading, whoever they are', () => {
		w.schrijf(w.lid, p('een'));
		createControle(w.trekker, of());
		finaliseVerslag(w.trekker, of());
		for (const actor of [w.trekker, w.coordinator, w.lid, w.agendalid, w.systeem]) {
			expect(verslagRecht(actor, findVerslag(actor, w.id).facts)).toBe('lezen');
			expect(rightOf(actor, w.id)).toBe('lezen');
			expect(() => finaliseVerslag(actor, of())).toThrow(Forbidden);
			expect(() => createControle(actor, of())).toThrow(Forbidden);
			expect(() => withdrawControle(actor, of())).toThrow(Forbidden);
		}
		expect(db().select().from(vaststelling).all()).toHaveLength(1);
	});
});

describe('an erratum', () => {
	test('stands below the text with name and day; the text stays as it is', () => {
		w.schrijf(w.lid, p('Zij kreeg zes brieven.'));
		expect(() => createErratum(w.trekker, { ...of(), tekst: 'Te vroeg.' })).toThrow(Forbidden);
		finaliseVerslag(w.trekker, of());
		createErratum(w.trekker, { ...of(), tekst: 'Het waren er zeven.' });
		createErratum(w.coordinator, { ...of(), tekst: 'En wel in mei.' });
		const detail = detailVerslag(w.observator, w.id);
		expect(detail.errata).toMatchObject([
			{ tekst: 'Het waren er zeven.', door: 'trekker van het team', op: expect.any(Date) },
			{ tekst: 'En wel in mei.', door: 'coordinator Voorbeeld' },
		]);
		expect(detail.tekst).toEqual(doc(p('Zij kreeg zes brieven.')));
	});

	test('is added by who leads, and by nobody else', () => {
		w.schrijf(w.lid, p('een'));
		finaliseVerslag(w.trekker, of());
		for (const actor of [w.lid, w.agendalid, w.lector, w.observator])
			expect(() => createErratum(actor, { ...of(), tekst: 'x' })).toThrow(Forbidden);
		expect(() => createErratum(w.buiten, { ...of(), tekst: 'x' })).toThrow(NotFound);
	});
});

test('who may not write hears whom to ask', () => {
	expect(detailVerslag(w.lector, w.id).vraag).toBe('trekker van het team');
	expect(() => detailVerslag(w.buiten, w.id)).toThrow(NotFound);
});
