import {
	LEEROMGEVING_ROLLEN,
	WERKPLAATS_ROLLEN,
	type LeeromgevingRol,
	type SysteemActor,
	type WerkplaatsRol,
} from '#access/actor.ts';
import { createLidmaatschap } from '#features/leeromgeving/lid.write.server.ts';
import { assignRol, createPersoon } from '#features/persoon/write.server.ts';
import { newId } from '#server/id.ts';
import { woord, type Mens, type Plek } from './fixture.ts';

/** Somebody with a unique name; the way in comes later. */
function maakMens(systeem: SysteemActor, plek: Plek, wie: string): Mens {
	const naam = woord();
	const email = `${wie}.${plek.naam}@veiligheid.example`.toLowerCase();
	const { id } = createPersoon(systeem, {
		voornaam: naam,
		tussenvoegsel: '',
		achternaam: wie,
		email,
		perspectief: 'anders',
		vermelding: 'volledig',
	});
	const mens = { wie, persoonId: id, accountId: null, email, wachtwoord: newId(), woord: naam };
	plek.mensen.push(mens);
	return mens;
}

/** One for every role in the werkplaats, and one who has none. */
export function maakRollen(systeem: SysteemActor, plek: Plek, organisatieId: string) {
	for (const rol of Object.keys(WERKPLAATS_ROLLEN) as WerkplaatsRol[]) {
		const { persoonId } = maakMens(systeem, plek, rol);
		assignRol(systeem, { persoonId, rol, organisatieId });
	}
	maakMens(systeem, plek, 'zonder-rol');
}

interface Spel {
	rol: LeeromgevingRol;
	tot?: string;
}

function maakLid(systeem: SysteemActor, team: Plek, [wie, { rol, tot }]: [string, Spel]) {
	const { persoonId } = maakMens(systeem, team, wie);
	const aangehaaktVia = woord();
	const { id } = createLidmaatschap(systeem, {
		leeromgevingId: team.id,
		persoonId,
		rol,
		perspectief: rol === 'student' ? 'student' : 'sociaal-werk',
		namensId: null,
		van: '2018-01-01',
		tot: tot ?? null,
		aangehaaktVia,
	});
	const staat = tot ? 'afgelopen' : 'lopend';
	team.objecten.push({ soort: 'lidmaatschap', staat, id, woorden: { aangehaaktVia } });
}

/** One for every role in the team, one who left, and one who may not log in any more. */
export function maakLeden(systeem: SysteemActor, team: Plek) {
	for (const rol of Object.keys(LEEROMGEVING_ROLLEN) as LeeromgevingRol[])
		maakLid(systeem, team, [rol, { rol }]);
	maakLid(systeem, team, ['oud-lid', { rol: 'lid', tot: '2019-06-30' }]);
	maakLid(systeem, team, ['uitgeschakeld', { rol: 'lid' }]);
}
