import { writeFileSync } from 'node:fs';
import type { SysteemActor } from '#access/actor.ts';
import { createAccount } from '#features/account/account.server.ts';
import { account } from '#features/account/tables.server.ts';
import { blockPersoon } from '#features/persoon/toegang.write.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { hashPassword } from '#server/password/hash.ts';
import type { Outcome } from '../command.ts';
import type { Fixture, WerkplaatsPlek } from './fixture.ts';
import { openLive, projectLive } from './live.ts';
import { createLogin } from './logins.ts';
import { maakOpenKenniscafe } from './veiligheid-kenniscafe.ts';
import { maakKader, maakWerkplaats } from './veiligheid-kader.ts';
import { maakRollen } from './veiligheid-mensen.ts';
import { maakGremia, maakOrganisaties, maakPartnerschappen } from './veiligheid-partners.ts';
import { maakAndereTeams, maakTeam } from './veiligheid-team.ts';
import { maakLeervragen } from './veiligheid-vragen.ts';

const KLEDEN = [
	'ruit/groen-roze',
	'theedoek/blauw-blauw',
	'brabants/steen-geel',
	'raam/petrol-rood',
	'tijk/paars-roze',
	'blok/olijf-rood',
];

/**
 * Two werkplaatsen that hold one of everything in every state, each with a word that stands nowhere
 * else: what checks from outside look for where it may not be.
 */
function vul(naam: string): WerkplaatsPlek {
	const plek = maakWerkplaats(naam);
	const systeem: SysteemActor = { soort: 'systeem', werkplaatsId: plek.id };
	const { periodeId } = maakKader(systeem, plek);
	const [, organisatieId] = maakOrganisaties(systeem, plek);
	maakRollen(systeem, plek, organisatieId);
	const persoonId = plek.mensen[0]?.persoonId ?? '';
	maakPartnerschappen(systeem, plek, { periodeId, persoonId });
	maakGremia(systeem, plek, persoonId);
	maakLeervragen(systeem, plek, []);
	const [a = '', b = '', ...rest] = KLEDEN;
	maakTeam(systeem, plek, { letter: 'a', kleed: a, status: 'actief' });
	maakTeam(systeem, plek, { letter: 'b', kleed: b, status: 'afronding' });
	maakAndereTeams(systeem, plek, rest);
	maakOpenKenniscafe(systeem, plek, null);
	return plek;
}

/** Everybody who has an address can log in, but who is shut out. */
async function geefToegang({ id, mensen, teams }: WerkplaatsPlek) {
	const systeem: SysteemActor = { soort: 'systeem', werkplaatsId: id };
	for (const mens of [...mensen, ...teams.flatMap((team) => team.mensen)]) {
		mens.accountId = await createLogin({ ...mens, werkplaatsId: id });
		if (mens.wie === 'uitgeschakeld')
			blockPersoon(systeem, { persoonId: mens.persoonId, reden: '' });
	}
}

async function maakNiemand(): Promise<Fixture['niemand']> {
	const [email, wachtwoord] = ['niemand@veiligheid.example', newId()];
	const wachtwoordHash = await hashPassword(wachtwoord);
	return { accountId: createAccount({ email, wachtwoordHash }), email, wachtwoord };
}

const isEmpty = () =>
	![werkplaats, account].some((table) => db().select({ id: table.id }).from(table).get());

export async function loadVeiligheid(): Promise<Fixture> {
	if (!isEmpty()) throw new Invalid('De gegevensmap is niet leeg. Gebruik een nieuwe, lege map.');
	openLive();
	const werkplaatsen = db().transaction(() => ['1', '2'].map(vul));
	projectLive();
	for (const plek of werkplaatsen) await geefToegang(plek);
	return { werkplaatsen, niemand: await maakNiemand() };
}

export async function seedVeiligheid({ out }: { out?: string }): Promise<Outcome> {
	const fixture = await loadVeiligheid();
	if (!out) return { lines: [JSON.stringify(fixture, null, '\t')], data: fixture };
	writeFileSync(out, JSON.stringify(fixture, null, '\t'), { mode: 0o600 });
	return { lines: [`De beschrijving staat in ${out}.`], data: fixture };
}
