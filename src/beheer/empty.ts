import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { StartError } from '#server/start-error.ts';

export const isEmpty = () => !db().select({ id: werkplaats.id }).from(werkplaats).limit(1).get();

/** An example never mixes with the data of real people. */
export function mustBeEmpty() {
	if (isEmpty()) return;
	throw new StartError(
		`In ${config().dataDir} staat al een werkplaats. Kies met DATA_DIR een lege gegevensmap.`,
	);
}
