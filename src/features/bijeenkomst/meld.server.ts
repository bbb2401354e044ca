import { documentName } from '#sync/name.ts';
import { notifyDocument } from '#sync/server/notify.ts';

/** Who has its verslag open sees there what changed of the bijeenkomst itself. */
export const laatWeten = (id: string) =>
	notifyDocument(documentName({ kind: 'verslag', id }), 'bijeenkomst');
