import type { Actor, Perspectief } from '#access/actor.ts';
import { detailBijeenkomst, listAlleBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { updateBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { confirmPresentie } from '#features/presentie/bevestig.write.server.ts';
import { detailPresentie } from '#features/presentie/read.server.ts';
import { assignStatus, createRegel } from '#features/presentie/regel.write.server.ts';

/** Whom they speak for (a name that we know, or nobody), from which side, and when they came. */
type Aanwezig = [naam: string, namens: string, perspectief: Perspectief, van?: string];

interface Lijst {
	/** Title in the example. */
	titel: string;
	begin: string;
	eind: string;
	mensen: Aanwezig[];
}

/** No source has a list of who was there: the people and the times are invented. */
const LIJSTEN: Lijst[] = [
	{
		...{ titel: 'Ontmoet de kracht van Coolhaveneiland: DELEN', begin: '13.30', eind: '16.30' },
		mensen: [
			['Renske Oudshoorn', 'Gemeente Rotterdam', 'beleid'],
			['Fatima Benali', 'WMO Radar', 'sociaal-werk'],
			['Corrie', '', 'bewoner'],
			['Maarten Vonk', 'Hogeschool Rotterdam', 'onderzoek'],
		],
	},
	{
		...{ titel: 'Verbondenheid en veerkracht I', begin: '15.00', eind: '18.00' },
		mensen: [
			['Wout Terlouw', 'Gemeente Schiedam', 'beleid'],
			['Anouk de Ruiter', 'Gemeente Vlaardingen', 'beleid'],
			['Samira Haddou', 'Vivenz', 'sociaal-werk'],
			['Julia', '', 'student'],
		],
	},
	{
		...{ titel: 'Blue Monday', begin: '10.00', eind: '15.30' },
		mensen: [
			['Wout Terlouw', 'Gemeente Schiedam', 'beleid'],
			['Anouk de Ruiter', 'Gemeente Vlaardingen', 'beleid', '11.15'],
			['Joost Hartog', 'Gemeente Barendrecht', 'beleid'],
			['Samira Haddou', 'Vivenz', 'sociaal-werk'],
		],
	},
	{
		...{ titel: 'Workshop op de Lectoren 2daagse', begin: '09.30', eind: '12.00' },
		mensen: [
			['Joost Hartog', 'Gemeente Barendrecht', 'beleid'],
			['Ilse Kranendonk', 'Gemeente Albrandswaard', 'beleid'],
		],
	},
];

function loadLijst(actor: Actor, id: string, { begin, eind, mensen }: Lijst) {
	const { titel, datum, plaats } = detailBijeenkomst(actor, id);
	updateBijeenkomst(actor, { id, titel, datum, plaats, begin, eind });
	for (const [naam, organisatie, perspectief, van = ''] of mensen)
		createRegel(actor, {
			...{ bijeenkomstId: id, persoonId: null, dagdeelId: null, buitenRegio: false },
			...{ naam, organisatie, perspectief, van, tot: '' },
		});
	confirmPresentie(actor, id);
}

/** The invented bijeenkomst with a verslag: nobody answered for its list yet. */
const MET_VERSLAG = 'Bijeenkomst 7: De eerste brief';
const AFGEMELD = /^(Gerard|Chantal) /;

function loadWerkteam(actor: Actor, bijeenkomstId: string) {
	const { delen } = detailPresentie(actor, bijeenkomstId);
	for (const { persoonId, naam } of delen.flatMap(({ rijen }) => rijen))
		assignStatus(actor, {
			...{ bijeenkomstId, regelId: null, persoonId, dagdeelId: null },
			status: AFGEMELD.test(naam) ? 'afgemeld' : 'aanwezig',
		});
}

/** Who was there at four bijeenkomsten of two half years, confirmed: what hours are counted from. */
export function loadPresentie(actor: Actor) {
	const { komend, geweest } = listAlleBijeenkomsten(actor);
	const ids = new Map([...komend, ...geweest].map(({ titel, id }) => [titel, id]));
	const idVan = (titel: string): string => {
		const id = ids.get(titel);
		if (!id) throw new Error(`the example has no bijeenkomst '${titel}'`);
		return id;
	};
	for (const lijst of LIJSTEN) loadLijst(actor, idVan(lijst.titel), lijst);
	loadWerkteam(actor, idVan(MET_VERSLAG));
}
