import type { Perspectief, PersoonActor, SysteemActor } from '#access/actor.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { maakTeam, datum } from '#features/leeromgeving/test-team.ts';
import { maakOrganisatie, maakPartnerschap } from '#features/partner/test-partner.ts';
import { assignTrekker } from '#features/partner/write.server.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { freshDb } from '#server/db/test-db.ts';
import { confirmPresentie } from './bevestig.write.server.ts';
import { createRegel } from './regel.write.server.ts';

/** For tests: four lists over two half years, whose hours are known to the minute. */

type Regel = [organisatie: string, perspectief: Perspectief, van?: string];

interface Lijst {
	titel: string;
	datum: string;
	begin: string;
	eind: string;
	regels: Regel[];
}

export const LIJSTEN: Record<'A' | 'B' | 'C' | 'D', Lijst> = {
	A: {
		...{ titel: 'DELEN', datum: '5 november 2018', begin: '13.30', eind: '16.30' },
		regels: [
			['Rotterdam', 'beleid'],
			['WMO Radar', 'sociaal-werk'],
			['', 'bewoner'],
			['Hogeschool Rotterdam', 'onderzoek'],
		],
	},
	B: {
		...{ titel: 'Kenniscafé', datum: '6 december 2018', begin: '15.00', eind: '18.00' },
		regels: [
			['Schiedam', 'beleid'],
			['Vlaardingen', 'beleid'],
			['Vivenz', 'sociaal-werk'],
			['', 'student'],
		],
	},
	C: {
		...{ titel: 'Blue Monday', datum: '21 januari 2019', begin: '10.00', eind: '15.30' },
		regels: [
			['Schiedam', 'beleid'],
			['Vlaardingen', 'beleid', '11.15'],
			['Barendrecht', 'beleid'],
			['Vivenz', 'sociaal-werk'],
		],
	},
	D: {
		...{ titel: 'Workshop', datum: '13 juni 2019', begin: '09.30', eind: '12.00' },
		regels: [
			['Barendrecht', 'beleid'],
			['Albrandswaard', 'beleid'],
		],
	},
};

const SINDS = { van: '1 september 2016', tot: '' };
const LEEG = {
	...{ contactpersoonId: '', toezeggingMinuten: '', toezeggingIncash: '', themaId: '' },
	...{ motivatie: '', redenEinde: '' },
};

function maakPartners(coordinator: PersoonActor): Record<string, string> {
	const org: Record<string, string> = {};
	const maak = (naam: string, velden: Record<string, string> = {}) =>
		(org[naam] = maakOrganisatie(coordinator, naam, velden));
	const partner = (naam: string, spanne: { van: string; tot: string }) =>
		maakPartnerschap(coordinator, org[naam]!, { ...LEEG, ...spanne });
	for (const naam of ['Rotterdam', 'Vlaardingen', 'Schiedam', 'Vivenz', 'WMO Radar']) maak(naam);
	const koepelId = maak('BAR-organisatie');
	for (const naam of ['Barendrecht', 'Albrandswaard', 'Ridderkerk']) maak(naam, { koepelId });
	for (const naam of ['Rotterdam', 'Vlaardingen', 'BAR-organisatie']) partner(naam, SINDS);
	partner('Schiedam', { ...SINDS, tot: '31 december 2018' });
	partner('Vivenz', { van: '1 januari 2019', tot: '' });
	for (const naam of ['Hogeschool Rotterdam', 'Inholland'])
		assignTrekker(coordinator, {
			organisatieId: maak(naam, { soort: 'hogeschool' }),
			lectoraat: '',
		});
	return org;
}

export interface UrenWereld {
	systeem: SysteemActor;
	coordinator: PersoonActor;
	team: string;
	/** By name. */
	organisaties: Record<string, string>;
	/** The bijeenkomst of each list. */
	ids: Record<keyof typeof LIJSTEN, string>;
}

export function urenWereld({ bevestigd = true } = {}): UrenWereld {
	freshDb();
	const systeem = testWerkplaats();
	const coordinator = metRol(systeem.werkplaatsId, 'coordinator');
	const team = maakTeam(systeem);
	const organisaties = maakPartners(coordinator);
	const maakLijst = ({ regels, datum: dag, ...tijden }: Lijst): string => {
		const { id } = createBijeenkomst(coordinator, {
			...tijden,
			datum: datum(dag),
			plaats: '',
			leeromgevingId: team,
		});
		for (const [index, [organisatie, perspectief, van = '']] of regels.entries())
			createRegel(coordinator, {
				...{ bijeenkomstId: id, persoonId: null, dagdeelId: null, buitenRegio: false },
				...{ naam: `Deelnemer ${index + 1}`, organisatie, perspectief, van, tot: '' },
			});
		if (bevestigd) confirmPresentie(coordinator, id);
		return id;
	};
	const { A, B, C, D } = LIJSTEN;
	const ids = { A: maakLijst(A), B: maakLijst(B), C: maakLijst(C), D: maakLijst(D) };
	return { systeem, coordinator, team, organisaties, ids };
}
