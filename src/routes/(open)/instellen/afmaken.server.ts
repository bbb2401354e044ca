import * as v from 'valibot';
import type { SysteemActor } from '#access/actor.ts';
import { createAccount, findAccount } from '#features/account/account.server.ts';
import { assignThema, createThema } from '#features/kennisagenda/write.server.ts';
import { freeKleden } from '#ui/kleed.ts';
import { createLeeromgeving } from '#features/leeromgeving/write.server.ts';
import { assignTrekker, createOrganisatie } from '#features/partner/write.server.ts';
import { assignRol, createPersoon, linkAccount } from '#features/persoon/write.server.ts';
import { createPeriode } from '#features/werkplaats/periode.write.server.ts';
import { hasRealWerkplaats } from '#features/werkplaats/setup.server.ts';
import { updateWoord } from '#features/werkplaats/woord.write.server.ts';
import { createWerkplaats } from '#features/werkplaats/write.server.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { removeDraft } from '#server/draft.ts';
import { Invalid } from '#server/errors.ts';
import type { FirstVisit } from '#server/first-visit.ts';
import { checkSetupKey, spendSetupKey } from '#server/setup-key.ts';
import { Account, Kennisagenda, korteNaam, Team, Werkplaats } from './stappen.ts';
import { ingevuld } from './toegang.server.ts';

interface Wie {
	/** The key of the administrator, when there was one; it is spent here. */
	sleutel: string;
	/** Who is logged in already, in another werkplaats of this installation. */
	ingelogdAls: string | undefined;
}

/** Everything of the four steps at once, or nothing: a werkplaats, its people and its first team. */
export function maakWerkplaats(example: FirstVisit | undefined, { sleutel, ingelogdAls }: Wie) {
	const metSleutel = checkSetupKey(sleutel);
	const wie = allOrNothing(() => {
		if (hasRealWerkplaats() && !metSleutel) throw new Invalid('Deze werkplaats is al ingesteld.');
		const deel = v.parse(Werkplaats, ingevuld('werkplaats'));
		const agenda = v.parse(Kennisagenda, ingevuld('kennisagenda'));
		const team = v.parse(Team, ingevuld('team'));
		example?.remove();
		const actor = createBasis({ ...deel, centraalThema: agenda.centraalThema });
		const ik = createBeheerder(actor, ingelogdAls);
		const periode = createPeriode(actor, { ...deel, ...LEGE_PERIODE });
		addTrekkers(actor, deel.trekkers);
		const themaIds = agenda.themas.map((titel) => {
			const { id } = createThema(actor, { titel, omschrijving: '', landelijkThema: '' });
			assignThema(actor, { id, periodeId: periode.id });
			return id;
		});
		addTeam(actor, team, { themaIds, periodeId: periode.id, kleed: deel.kleed });
		removeDraft('instellen');
		return ik;
	});
	spendSetupKey(sleutel);
	return wie;
}

const LEGE_PERIODE = {
	nummer: 1,
	naam: 'Periode 1',
	uitvoeringVan: null,
	status: 'lopend',
	toelichting: '',
} as const;

interface Basis {
	naam: string;
	regio: string;
	voorganger: string;
	centraalThema: string;
	kleed: string;
}

function createBasis({ naam, regio, voorganger, centraalThema, kleed }: Basis): SysteemActor {
	const leeg = { voorgangerJaren: '', website: '', hulpTelefoon: '', privacyContact: '' };
	const nieuw = { naam, korteNaam: korteNaam(naam), regio, voorganger, centraalThema, kleed };
	const { id } = createWerkplaats({ soort: 'systeem', werkplaatsId: '' }, { ...leeg, ...nieuw });
	return { soort: 'systeem', werkplaatsId: id };
}

/** Who sets it up runs the place and coördineert, until others take over. */
function createBeheerder(actor: SysteemActor, ingelogdAls: string | undefined) {
	const { wachtwoordHash = '', ...texts } = ingevuld('account');
	const { wachtwoord: _, ...input } = v.parse(Account, texts);
	const known = findAccount(input.email);
	if (known && known.id !== ingelogdAls)
		throw new Invalid('Dit e-mailadres heeft al een account. Log eerst in en open dan de link.');
	const { id } = createPersoon(actor, { ...input, perspectief: null, vermelding: 'volledig' });
	const accountId = known?.id ?? createAccount({ email: input.email, wachtwoordHash });
	linkAccount(actor, { accountId, persoonId: id });
	for (const rol of ['beheerder', 'coordinator'] as const)
		assignRol(actor, { persoonId: id, rol, organisatieId: null });
	return { accountId, persoonId: id };
}

function addTrekkers(actor: SysteemActor, namen: string[]) {
	for (const naam of namen) {
		const soort = /hogeschool/i.test(naam) ? 'hogeschool' : 'overig';
		const { id } = createOrganisatie(actor, { naam, soort, koepelId: null, regio: '' });
		assignTrekker(actor, { organisatieId: id, lectoraat: '' });
	}
}

interface Bij {
	themaIds: string[];
	periodeId: string;
	/** The cloth of the werkplaats: the team gets another. */
	kleed: string;
}

function addTeam(actor: SysteemActor, team: v.InferOutput<typeof Team>, bij: Bij) {
	const { enkelvoud, meervoud, lidwoord } = team;
	updateWoord(actor, { sleutel: 'leeromgeving', periodeId: null, enkelvoud, meervoud, lidwoord });
	if (!team.teamNaam) return;
	createLeeromgeving(actor, {
		naam: team.teamNaam,
		soort: enkelvoud,
		volgnummer: 1,
		themaIds: bij.themaIds.slice(0, 1),
		periodeIds: [bij.periodeId],
		doel: team.teamDoel,
		gewensteOpbrengst: '',
		locaties: '',
		kleed: freeKleden([bij.kleed])[0] ?? bij.kleed,
		van: null,
		tot: null,
		praktijken: [],
		persoonIds: [],
	});
}
