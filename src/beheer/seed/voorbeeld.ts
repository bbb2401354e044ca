import type { SysteemActor } from '#access/actor.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { voorbeeld } from './file.ts';
import { Ids } from './ids.ts';
import { openLive, projectLive } from './live.ts';
import { loadBijeenkomsten } from './voorbeeld-bijeenkomsten.ts';
import { loadBorden } from './voorbeeld-bord.ts';
import { loadGremia } from './voorbeeld-gremia.ts';
import { loadKennisagenda, loadPerioden, loadWerkplaats } from './voorbeeld-kader.ts';
import { loadOrganisaties, loadPartnerschappen, loadWerkrelaties } from './voorbeeld-partners.ts';
import { coordinatorOf, loadPersonen, loadRollen } from './voorbeeld-personen.ts';
import { loadStraks } from './voorbeeld-straks.ts';
import { loadVerslagen } from './voorbeeld-verslag.ts';
import { loadPresentie } from './voorbeeld-presentie.ts';
import { loadLeden, loadLeeromgevingen, loadVragen } from './voorbeeld-teams.ts';

/** The persoon in whose name the example is filled. */
const COORDINATOR = 'hanneke';

export interface Loaded {
	werkplaatsId: string;
	ids: Ids;
}

/**
 * Fills the example werkplaats, whole or not at all, through the changes that a person makes on the
 * screens. Refuses when there is a werkplaats already, unless it may stand beside it.
 */
export function loadVoorbeeld({ naast = false }: { naast?: boolean } = {}): Loaded {
	openLive();
	const loaded = db().transaction(() => {
		if (!naast && db().select({ id: werkplaats.id }).from(werkplaats).get())
			throw new Invalid(
				'Er is al een werkplaats. De voorbeeldwerkplaats past alleen in een lege map.',
			);
		return load();
	});
	projectLive();
	return loaded;
}

function load(): Loaded {
	const [file, ids] = [voorbeeld(), new Ids()];
	const werkplaatsId = loadWerkplaats(file);
	const systeem: SysteemActor = { soort: 'systeem', werkplaatsId };
	loadPersonen(systeem, file, ids);
	const actor = coordinatorOf(werkplaatsId, ids.get('persoon', COORDINATOR));
	loadPerioden(actor, file, ids);
	loadKennisagenda(actor, file, ids);
	loadOrganisaties(actor, file, ids);
	// a coördinator does not hand out every role, the first-time set-up does
	loadRollen(systeem, file, ids);
	loadWerkrelaties(actor, file, ids);
	loadPartnerschappen(actor, file, ids);
	loadGremia(actor, file, ids);
	loadLeeromgevingen(actor, file, ids);
	loadLeden(actor, file, ids);
	loadVragen(actor, file, ids);
	loadBijeenkomsten(actor, file, ids);
	loadVerslagen(actor, file, ids);
	loadStraks(actor, ids);
	loadPresentie(actor);
	loadBorden(actor, file, ids);
	return { werkplaatsId, ids };
}
